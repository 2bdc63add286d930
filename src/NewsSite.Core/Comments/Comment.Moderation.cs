using NewsSite.Accounts;
using NewsSite.Comments.PostingRules;

namespace NewsSite.Comments;

// Every change of state comes with its line in the log of moderation.
public sealed partial class Comment
{
    /// <summary>How long its writer may change or take back what is held or was just posted.</summary>
    public static readonly TimeSpan Mending = TimeSpan.FromMinutes(10);

    public bool MayBeMendedAt(DateTimeOffset now) => State is CommentState.Posted or CommentState.Held && now < At + Mending && now >= At - Mending;

    /// <summary>What became of it when it came in, or when its writer mended it.</summary>
    internal ModerationEntry Judge(CommentState state, HoldReason reason, IReadOnlyList<Verdict> verdicts, DateTimeOffset now)
    {
        var worst = verdicts.Count > 0 ? verdicts[0] : null;
        var entry = Enter(state, ModerationAct.Judged, null, now, worst?.Rule, reason == HoldReason.None ? "" : reason.ToString(), verdicts);
        (Reason, Rule, Certainty) = (reason, worst?.Rule, worst?.Certainty ?? 0);
        return entry;
    }

    public ModerationEntry Approve(StaffMember by, DateTimeOffset now) => Enter(CommentState.Posted, ModerationAct.Approved, by, now, null);

    /// <summary>What was shown is removed, what waited is refused: by the rule that the moderator names.</summary>
    public ModerationEntry Reject(StaffMember by, PostingRule rule, string why, DateTimeOffset now)
    {
        var entry = Enter(State is CommentState.Posted or CommentState.Removed ? CommentState.Removed : CommentState.Refused, ModerationAct.Rejected, by, now, rule, why);
        Rule = rule;
        return entry;
    }

    /// <summary>As it was before the given entry.</summary>
    public ModerationEntry Undo(ModerationEntry entry, StaffMember by, DateTimeOffset now)
    {
        var undone = Enter(entry.Before, ModerationAct.Undone, by, now, entry.RuleBefore);
        Rule = entry.RuleBefore;
        return undone;
    }

    /// <summary>An appeal is granted.</summary>
    /// <param name="answer">To the writer.</param>
    public ModerationEntry Restore(StaffMember by, string answer, DateTimeOffset now) => Enter(CommentState.Posted, ModerationAct.Restored, by, now, null, answer);

    /// <summary>An appeal is not granted: all stays as it is.</summary>
    public ModerationEntry Decline(StaffMember by, string answer, DateTimeOffset now) => Enter(State, ModerationAct.Declined, by, now, Rule, answer);

    /// <summary>So many readers have reported it that it waits for a moderator.</summary>
    internal ModerationEntry HoldOnFlags(PostingRule rule, DateTimeOffset now)
    {
        var entry = Enter(CommentState.Held, ModerationAct.HeldOnFlags, null, now, rule);
        (Reason, Rule, decidedByHand) = (HoldReason.Reported, rule, true);
        return entry;
    }

    /// <summary>Whether a rule is held against it, and there are words left to argue about.</summary>
    public bool MayBeAppealed => State != CommentState.Posted && Rule is not null && !IsOver;

    internal ModerationEntry Withdraw(DateTimeOffset now)
    {
        var entry = Enter(CommentState.Removed, ModerationAct.Withdrawn, null, now, Rule);
        (OnceKey, Rule, decidedByHand) = (null, null, true);
        return entry;
    }

    internal void Mend(string body, string onceKey) => (Body, OnceKey) = (body, onceKey);

    /// <summary>Nothing is left to decide: its writer took it back, or its words are gone.</summary>
    public bool IsOver => Body.Length == 0 || (State == CommentState.Removed && Rule is null);

    // The entry keeps the rule of before, so the new one is set after it.
    private ModerationEntry Enter(CommentState to, ModerationAct act, StaffMember? by, DateTimeOffset now, PostingRule? rule, string why = "", IReadOnlyList<Verdict>? verdicts = null)
    {
        var entry = new ModerationEntry(this, act, by, State, to, rule, why, verdicts ?? [], now);
        State = to;
        decidedByHand = by is not null;
        return entry;
    }
}
