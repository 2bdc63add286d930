using NewsSite.Articles;
using NewsSite.Comments.PostingRules;
using NewsSite.Mail;

namespace NewsSite.Comments.Following;

/// <summary>Puts what there is to tell into the words of its reader's language; whoever knows the site's words and address does it.</summary>
public interface ICommentWording
{
    Letter Ask(FollowQuestion question);

    Letter News(ConversationNews news);

    Letter Decisions(DecisionNews news);

    Letter Waiting(WaitingNews news);
}

/// <summary>A story as far as letters name it.</summary>
public sealed record FollowedStory(int Id, string Language, string Headline, string Section, string Slug)
{
    public string Address => Articles.Address.Article(Language, Section, Slug, Id);
}

/// <param name="Token">For the links by which the letters are confirmed and stopped.</param>
public sealed record FollowQuestion(string To, FollowedStory Story, FollowKind Kind, string Token);

public sealed record NewComment(int Id, string Name, string Body);

/// <param name="Comments">The first of them.</param>
public sealed record ConversationNews(string To, FollowedStory Story, FollowKind Kind, IReadOnlyList<NewComment> Comments, int Count, string Token);

/// <param name="State">What became of it.</param>
/// <param name="Rule">Of a comment that was not let through.</param>
public sealed record Decision(int CommentId, FollowedStory Story, string Body, CommentState State, PostingRule? Rule);

public sealed record DecisionNews(string To, IReadOnlyList<Decision> Decisions, string Token);

/// <param name="Rule">null: it waits for another reason.</param>
public sealed record WaitingPart(PostingRule? Rule, int Count);

/// <param name="Count">Of comments; one may be held, reported and objected to.</param>
/// <param name="Parts">The held ones.</param>
public sealed record WaitingComments(int Count, IReadOnlyList<WaitingPart> Parts, int Reported, int Appealed, DateTimeOffset Oldest);

public sealed record WaitingNews(string To, string Language, WaitingComments Comments);

internal static class FollowedStories
{
    extension(IQueryable<Article> articles)
    {
        public IQueryable<FollowedStory> AsFollowed() => articles.Select(a => new FollowedStory(a.Id, a.Language, a.Headline, a.Section.Slug, a.Slug));
    }
}
