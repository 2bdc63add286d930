using NewsSite.Caching;
using NewsSite.Comments.PostingRules;

namespace NewsSite.Comments;

public enum CommentState
{
    Posted,

    /// <summary>Waits for a moderator; its writer alone sees it.</summary>
    Held,

    /// <summary>Never shown; kept for a while, so that the public counts and an appeal have something to stand on.</summary>
    Refused,

    /// <summary>Was shown once, or was taken back by its writer.</summary>
    Removed,
}

/// <summary>Why a comment waits.</summary>
public enum HoldReason { None, Rule, Newcomer, EveryComment, BusyAddress, BannedAddress, Trap, BorrowedName, Reported, Imported }

/// <summary>What a reader wrote under a story. Its writer's address lies sealed in <see cref="CommentEmail"/>, where no page looks.</summary>
public sealed partial class Comment : IPageSubject
{
    public const int MinName = 2, MaxName = 60, MinBody = 2, MaxBody = 3_000, MaxEmail = 254;

    private Comment() { }

    public int Id { get; private set; }
    public int ArticleId { get; private set; }

    /// <summary>What it answers, however deep.</summary>
    public int? ParentId { get; private set; }
    public Comment? Parent { get; private set; }

    /// <summary>The comment that its thread began with; its own number where it begins one. With <see cref="BranchId"/> and the number it gives the order of reading.</summary>
    public int RootId { get; private set; }

    /// <summary>The answer of the second level that it stands under, or is; 0 for a comment that begins a thread.</summary>
    public int BranchId { get; private set; }

    public string Name { get; private set; } = "";
    public string Body { get; private set; } = "";

    /// <summary>What the writer's face is drawn from: a keyed value that leads back to nothing.</summary>
    public string Face { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
    public CommentState State { get; private set; }
    public HoldReason Reason { get; private set; }

    /// <summary>Of the strictest verdict, or of the moderator; null: no rule was broken.</summary>
    public PostingRule? Rule { get; private set; }

    /// <summary>0–100.</summary>
    public int Certainty { get; private set; }

    /// <summary>The writer, by a keyed hash of the email address.</summary>
    public string WriterKey { get; private set; } = "";

    /// <summary>The network address, by a keyed hash; null after ninety days.</summary>
    public string? AddressKey { get; private set; }

    /// <summary>The same words of the same writer in the same place; unique while it is not null, which is a day.</summary>
    public string? OnceKey { get; private set; }

    public IEnumerable<string> PageTags => State == CommentState.Posted ? [ThreadTag(ArticleId)] : [];

    // A storm of readers may be shown once a second; what a moderator decides never waits.
    public bool EvictsAtOnce => decidedByHand;

    private bool decidedByHand;

    /// <summary>1 to 3; what answers a third level stands there too.</summary>
    public int Depth => BranchId == 0 ? 1 : BranchId == Id ? 2 : 3;

    /// <summary>The cache tag of a story's comments.</summary>
    public static string ThreadTag(int articleId) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"comments:{articleId}");

    /// <param name="parent">Of the same story, and posted.</param>
    public static Comment Write(int articleId, Comment? parent, string name, string body, CommenterKeys writer, string onceKey, DateTimeOffset now) => new()
    {
        ArticleId = articleId,
        ParentId = parent?.Id,
        RootId = parent?.RootId ?? 0,
        BranchId = parent is null || parent.BranchId == 0 ? 0 : parent.BranchId,
        Name = name,
        Body = body,
        Face = writer.Face,
        WriterKey = writer.Email,
        AddressKey = writer.Address,
        OnceKey = onceKey,
        At = now,
    };

    /// <summary>Words and name go; the row stays, for the log and the counts.</summary>
    internal void Empty() => (Name, Body, Face, AddressKey, OnceKey) = ("", "", "", null, null);
}
