using System.Text;
using NewsSite.Data;

namespace NewsSite.Comments.Following;

public enum FollowKind
{
    /// <summary>What answers the comments of whoever follows.</summary>
    Answers,
    Conversation,
}

/// <summary>One mailbox that follows the comments of one story. It is there only as long as somebody wants it: who stops it deletes it, and its address with it.</summary>
public sealed class CommentSubscription
{
    /// <summary>How long a letter that asks for confirmation is good.</summary>
    public static readonly TimeSpan AskLasts = TimeSpan.FromDays(7);

    /// <summary>Nobody is asked about the same story more often than this.</summary>
    public static readonly TimeSpan AskRests = TimeSpan.FromDays(1);

    /// <summary>How long it outlives a story that takes no more comments, from the last word about them on.</summary>
    public static readonly TimeSpan Outlives = TimeSpan.FromDays(30);

    private CommentSubscription() { }

    public int Id { get; private set; }

    /// <summary>Names it in links, where <see cref="LetterTokens"/> signs it.</summary>
    public Guid Handle { get; private set; }

    public int ArticleId { get; private set; }

    /// <summary>The mailbox by a keyed hash, as <see cref="Comment.WriterKey"/> is.</summary>
    public string EmailKey { get; private set; } = "";
    public byte[] Sealed { get; private set; } = [];

    /// <summary>From where it was asked for; null once it is confirmed.</summary>
    public string? AddressKey { get; private set; }

    /// <summary>What it is once it is confirmed.</summary>
    public FollowKind Kind { get; private set; }

    /// <summary>What waits to be confirmed; null: nothing.</summary>
    public FollowKind? Asked { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>The letter that asks for confirmation is still to be written.</summary>
    public bool AskIsDue { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>The last line of the log of moderation that was looked at: a comment that was approved late comes after it like any other.</summary>
    public long Cursor { get; private set; }

    /// <summary>When the last letter of news was written.</summary>
    public DateTimeOffset? WrittenAt { get; private set; }

    internal static CommentSubscription For(int articleId, string email, CommenterKeys who, FollowKind kind, long cursor, SiteKey key, DateTimeOffset now) => new()
    {
        Handle = Guid.NewGuid(),
        ArticleId = articleId,
        EmailKey = who.Email,
        Sealed = SealOf(key).Close(Encoding.UTF8.GetBytes(email)),
        AddressKey = who.Address,
        Kind = kind,
        Asked = kind,
        AskedAt = now,
        AskIsDue = true,
        Cursor = cursor,
    };

    /// <summary>Whether asking for this would change anything.</summary>
    internal bool Lacks(FollowKind kind) => ConfirmedAt is null || Kind < kind;

    /// <summary>Asks once more, or for more. What is confirmed stays as it is until its owner presses the button: anybody can type an address.</summary>
    internal void AskFor(FollowKind kind, DateTimeOffset now)
    {
        if (Asked is null || now - AskedAt >= AskRests)
        {
            (AskedAt, AskIsDue) = (now, true);
        }
        Asked = Asked > kind ? Asked : kind;
    }

    internal void HasAsked() => AskIsDue = false;

    internal void Confirm(DateTimeOffset now)
    {
        Kind = Asked ?? Kind;
        (Asked, AskIsDue, AddressKey) = (null, false, null);
        ConfirmedAt ??= now;
    }

    internal void See(long entry) => Cursor = entry;

    internal void Write(DateTimeOffset now) => WrittenAt = now;

    /// <returns>null where the site key is another one now: the address is gone.</returns>
    internal string? Open(SiteKey key) => SealOf(key).Open(Sealed) is { } plain ? Encoding.UTF8.GetString(plain) : null;

    private static Seal SealOf(SiteKey key) => new(key, "followers' emails");
}
