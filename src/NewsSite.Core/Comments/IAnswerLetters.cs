using NewsSite.Comments.PostingRules;
using NewsSite.Mail;

namespace NewsSite.Comments;

/// <summary>A decision that somebody waits to hear of.</summary>
/// <param name="Rule">That was held against the comment; null: none any more.</param>
/// <param name="Said">The newsroom's own sentence; may be empty.</param>
public sealed record AnsweredComment(int Id, int ArticleId, string Headline, string Language, string StoryAddress, string Body, bool IsPosted, PostingRule? Rule, string Said)
{
    /// <summary>By its writer; nobody has decided.</summary>
    public bool IsTakenBack { get; init; }
}

/// <summary>The words of the letters by which decisions are told.</summary>
public interface IAnswerLetters
{
    Letter ToAppealer(string email, AnsweredComment about, bool granted);

    /// <summary>Without a word of the comment's writer beyond what was public.</summary>
    Letter ToReporter(string email, AnsweredComment about);
}
