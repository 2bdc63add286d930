using Microsoft.EntityFrameworkCore;
using NewsSite.Comments.PostingRules;
using NewsSite.Data;

namespace NewsSite.Comments;

/// <summary>What a month's log of moderation says of one rule.</summary>
/// <param name="Rule">null: no rule was held against them.</param>
/// <param name="Posted">At once, when it came in; as are <paramref name="Held"/> and <paramref name="Refused"/>.</param>
/// <param name="Approved">By a moderator, and not taken back (what was posted already is not among them); as is <paramref name="Rejected"/>.</param>
/// <param name="Flagged">Reports by readers.</param>
/// <param name="Restored">On appeal; those are not among <paramref name="Approved"/>.</param>
public sealed record ReportLine(PostingRule? Rule, int Posted, int Held, int Refused, int Approved, int Rejected, int Flagged, int Appealed, int Restored)
{
    public int Received => Posted + Held + Refused;
}

/// <summary>The public account of moderation: counts by rule, from the log and nothing else.</summary>
public sealed record ModerationReport(IReadOnlyList<ReportLine> Lines)
{
    /// <summary>All rules together.</summary>
    public ReportLine Sum => Lines.Aggregate(new ReportLine(null, 0, 0, 0, 0, 0, 0, 0, 0), (sum, line) => new(
        null, sum.Posted + line.Posted, sum.Held + line.Held, sum.Refused + line.Refused, sum.Approved + line.Approved,
        sum.Rejected + line.Rejected, sum.Flagged + line.Flagged, sum.Appealed + line.Appealed, sum.Restored + line.Restored));

    /// <param name="from">The month's first moment.</param>
    /// <param name="to">The next one's.</param>
    public static async Task<ModerationReport> ReadAsync(NewsDb db, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        var month = db.Moderation.Where(e => e.At >= from && e.At < to);
        var arrived = await month.Where(e => e.Act == ModerationAct.Judged && !db.Moderation.Any(before => before.CommentId == e.CommentId && before.Id < e.Id))
            .GroupBy(e => new { e.Rule, e.After }).Select(group => new { group.Key.Rule, group.Key.After, Count = group.Count() }).ToListAsync(cancel);
        // An approval names no rule; what it set aside is the one from before.
        var acts = await month
            .Where(e => (e.Act == ModerationAct.Approved && e.Before != CommentState.Posted) || e.Act == ModerationAct.Rejected || e.Act == ModerationAct.Restored || e.Act == ModerationAct.Appealed || e.Act == ModerationAct.Flagged)
            .Where(e => !db.Moderation.Any(undone => undone.CommentId == e.CommentId && undone.Id > e.Id && undone.Act == ModerationAct.Undone
                && e.Act != ModerationAct.Appealed && e.Act != ModerationAct.Flagged
                && !db.Moderation.ThatDecide().Any(between => between.CommentId == e.CommentId && between.Id > e.Id && between.Id < undone.Id)))
            // What was brought along did not arrive here, so that its decisions have nothing to add up to.
            .Where(e => (e.Act != ModerationAct.Approved && e.Act != ModerationAct.Rejected) || !db.Moderation.Any(first => first.CommentId == e.CommentId && first.Act == ModerationAct.Imported))
            .GroupBy(e => new { e.Act, Rule = e.Rule ?? e.RuleBefore }).Select(group => new { group.Key.Act, group.Key.Rule, Count = group.Count() }).ToListAsync(cancel);
        return new([.. Enum.GetValues<PostingRule>().Select(rule => (PostingRule?)rule).Append(null).Select(rule => new ReportLine(
            rule, Arrived(rule, CommentState.Posted), Arrived(rule, CommentState.Held), Arrived(rule, CommentState.Refused),
            Acts(rule, ModerationAct.Approved), Acts(rule, ModerationAct.Rejected), Acts(rule, ModerationAct.Flagged), Acts(rule, ModerationAct.Appealed), Acts(rule, ModerationAct.Restored)))]);

        int Arrived(PostingRule? rule, CommentState state) => arrived.Where(one => one.Rule == rule && one.After == state).Sum(one => one.Count);

        int Acts(PostingRule? rule, ModerationAct act) => acts.Where(one => one.Rule == rule && one.Act == act).Sum(one => one.Count);
    }
}
