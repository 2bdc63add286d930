using NewsSite.Caching;

namespace NewsSite.Comments;

/// <summary>That one reader found a comment useful.</summary>
/// <param name="voterKey">A keyed value of what the reader's browser keeps; it leads back to nobody.</param>
public sealed class CommentVote(int commentId, int articleId, string voterKey, DateTimeOffset at) : IPageSubject
{
    public int CommentId { get; private set; } = commentId;
    public int ArticleId { get; private set; } = articleId;
    public string VoterKey { get; private set; } = voterKey;
    public DateTimeOffset At { get; private set; } = at;

    public IEnumerable<string> PageTags => [Comment.ThreadTag(ArticleId)];

    public bool EvictsAtOnce => false;
}
