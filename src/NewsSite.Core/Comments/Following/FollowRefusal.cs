namespace NewsSite.Comments.Following;

/// <summary>Whoever reads a mailbox said no when asked whether to follow: anybody can type an address, and nobody is to be asked for ever by those who do.</summary>
public sealed class FollowRefusal
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(180);

    private FollowRefusal() { }

    internal FollowRefusal(string mailbox, int? articleId, DateTimeOffset now) => (EmailKey, ArticleId, At) = (mailbox, articleId, now);

    public int Id { get; private set; }

    /// <summary>The mailbox by a keyed hash, as <see cref="Comment.WriterKey"/> is; the address itself is not kept.</summary>
    public string EmailKey { get; private set; } = "";

    /// <summary>null: any story.</summary>
    public int? ArticleId { get; private set; }
    public DateTimeOffset At { get; private set; }
}
