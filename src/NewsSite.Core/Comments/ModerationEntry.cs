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
    Pinned, Unpinned, Picked, Unpicked,
}

/// <summary>One line of the log of moderation: who or which rule, what, why, when. Never changed, never deleted.</summary>
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

    /// <summary>Something done about a comment that leaves it as it is.</summary>
    public static ModerationEntry About(Comment comment, ModerationAct act, StaffMember by, string why, DateTimeOffset now) =>
        new(comment, act, by, comment.State, comment.State, comment.Rule, why, [], now);
}
