using NewsSite.Articles;

namespace NewsSite.Web;

/// <summary>A story's state as the newsroom names it: one that waits for its hour has a name of its own.</summary>
public enum StoryState { Draft, InReview, Ready, Scheduled, Published, Withdrawn }

public static class StoryStates
{
    public static StoryState Of(ArticleStatus status, DateTimeOffset? publishedAt, DateTimeOffset now) => status switch
    {
        ArticleStatus.Published => publishedAt > now ? StoryState.Scheduled : StoryState.Published,
        _ => Enum.Parse<StoryState>(status.ToString()),
    };
}
