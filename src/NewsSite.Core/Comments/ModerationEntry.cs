using NewsSite.Accounts;
using NewsSite.Comments.PostingRules;
using NewsSite.Text;

namespace NewsSite.Comments;

public enum ModerationAct
{
    /// <summary>By the rules and the level of the place, when it came in or was mended.</summary>
    Judged,
    Approved, Rejected, Undone, Withdrawn,

    /// <summary>The writer's address was shown to a moderator.</summary>
    Revealed,
    Banned,

    /// <summary>The writer objected.</summary>
    Appealed,

    /// <summary>An appeal was granted, or not.</summary>
    Restored, Declined,

    /// <summary>A reader reported it.</summary>
    Flagged,
    HeldOnFlags,

    /// <summary>Its writer had themself taken out of it, and perhaps their words.</summary>
    Erased,

    Pinned, Unpinned, Picked, Unpicked,

    /// <summary>It was written elsewhere, and brought along as it stood there. No act of moderation here: the public report does not count it.</summary>
    Imported,

    /// <summary>Its writer wanted other words, which broke a rule: what stood before still stands.</summary>
    EditRefused,
}

/// <summary>One line of the log of moderation: who or which rule, what, why, when. Never deleted, and never changed but where it would keep what must be forgotten.</summary>
public sealed class ModerationEntry
{
    public const int MaxWhy = 300;

    private ModerationEntry() { }

    internal ModerationEntry(Comment comment, ModerationAct act, StaffMember? by, CommentState before, CommentState after, PostingRule? rule, string why, IReadOnlyList<Verdict> verdicts, DateTimeOffset at)
    {
        (Comment, Act, ById, ByName) = (comment, act, by?.Id, by?.Name ?? "");
        (Before, After, Rule, RuleBefore) = (before, after, rule, comment.Rule);
        Why = CleanText.Line(why) is var line && line.Length > MaxWhy ? line[..MaxWhy] : line;
        (Verdicts, At) = (verdicts, at);
    }

    public long Id { get; private set; }
    public int CommentId { get; private set; }
    public Comment Comment { get; private set; } = null!;
    public ModerationAct Act { get; private set; }

    /// <summary>null: the rules, or the comment's own writer.</summary>
    public int? ById { get; private set; }
    public string ByName { get; private set; } = "";

    public CommentState Before { get; private set; }
    public CommentState After { get; private set; }
    public PostingRule? Rule { get; private set; }
    public PostingRule? RuleBefore { get; private set; }
    public string Why { get; private set; } = "";

    /// <summary>What the rules had to say, strictest first, with the places in the text as it was then.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; private set; } = [];

    public DateTimeOffset At { get; private set; }

    /// <summary>The acts that settle what a comment is; the others leave it as it is.</summary>
    public static readonly IReadOnlyList<ModerationAct> Deciding =
    [
        ModerationAct.Judged, ModerationAct.Approved, ModerationAct.Rejected, ModerationAct.Undone, ModerationAct.Withdrawn,
        ModerationAct.Restored, ModerationAct.Declined, ModerationAct.HeldOnFlags, ModerationAct.Imported,
    ];

    /// <summary>What a moderator decides.</summary>
    public static readonly IReadOnlyList<ModerationAct> Decisions = [ModerationAct.Approved, ModerationAct.Rejected, ModerationAct.Restored, ModerationAct.Declined];

    /// <summary>Whether it is a moderator's decision.</summary>
    public bool MayBeUndone => Decisions.Contains(Act);

    /// <summary>A moderator found nothing wrong with what was posted already.</summary>
    public bool Keeps => Act == ModerationAct.Approved && Before == CommentState.Posted;

    /// <summary>Something that a reader or the writer did about a comment, which leaves it as it is.</summary>
    internal static ModerationEntry Noted(Comment comment, ModerationAct act, PostingRule? rule, DateTimeOffset now) => new(comment, act, null, comment.State, comment.State, rule, "", [], now);

    /// <summary>Takes out what may name or quote somebody: the moderator's own words, and with <paramref name="words"/> those of the comment.</summary>
    internal void Strike(bool words)
    {
        Why = Act == ModerationAct.Judged ? Why : "";
        Verdicts = words ? [] : Verdicts;
    }

    /// <summary>Something done about a comment that leaves it as it is.</summary>
    public static ModerationEntry About(Comment comment, ModerationAct act, StaffMember by, string why, DateTimeOffset now) =>
        new(comment, act, by, comment.State, comment.State, comment.Rule, why, [], now);
}
