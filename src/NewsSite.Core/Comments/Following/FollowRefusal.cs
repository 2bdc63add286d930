using NewsSite.Data;

namespace NewsSite.Comments.Following;

/// <summary>Whoever reads a mailbox said no when asked whether to follow: anybody can type an address, and nobody is to be asked for ever by those who do.</summary>
public sealed class FollowRefusal
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(180);

    private FollowRefusal() { }

    /// <param name="asked">What was said no to.</param>
    /// <param name="articleId">null: said to every story.</param>
    internal FollowRefusal(CommentSubscription asked, int? articleId, SiteKey key, DateTimeOffset now) =>
        (EmailKey, MailboxKey, ArticleId, At) = (asked.EmailKey, asked.Open(key) is { } email ? CommenterKeys.MailboxKey(key, email) : null, articleId, now);

    public int Id { get; private set; }

    /// <summary>Who is not asked again: by a keyed hash, as <see cref="Comment.WriterKey"/> is. The address itself is not kept.</summary>
    public string EmailKey { get; private set; } = "";

    /// <summary>Who said so, and may see it and take it back: a neighbour's box may have the same <see cref="EmailKey"/>. null: said before this was kept, or under a site key that is gone.</summary>
    public string? MailboxKey { get; private set; }

    /// <summary>null: any story.</summary>
    public int? ArticleId { get; private set; }
    public DateTimeOffset At { get; private set; }
}
