using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments.PostingRules;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>One decision for all comments of a writer, or of a network address: all of it, or nothing where something has changed meanwhile.</summary>
public sealed class BatchDesk(NewsDb db, DecisionsTold told, TimeProvider clock)
{
    /// <summary>At once; the rest is a second act.</summary>
    public const int Most = 500;

    /// <summary>What is posted is removed, what waits is refused.</summary>
    /// <param name="seen">The last line of the log about any of them that the moderator has seen.</param>
    /// <returns>How many, and the moment by which the act can be undone; null: something has changed, and nothing was done.</returns>
    public Task<BatchAct?> HideAsync(Likeness like, long seen, PostingRule rule, string why, StaffMember by, CancellationToken cancel) =>
        ActAsync(like, seen, by, [CommentState.Posted, CommentState.Held], (comment, _, now) => comment.Reject(by, rule, why, now), cancel);

    public Task<BatchAct?> ApproveAsync(Likeness like, long seen, StaffMember by, CancellationToken cancel) =>
        ActAsync(like, seen, by, [CommentState.Held], (comment, appealed, now) => appealed ? comment.Restore(by, "", now) : comment.Approve(by, now), cancel);

    /// <summary>Takes back what of the act nobody has decided anew.</summary>
    public Task<BatchAct> UndoAsync(DateTimeOffset act, StaffMember by, CancellationToken cancel) => db.AloneAsync(async () =>
    {
        var now = clock.Now;
        var entries = !by.MayModerate ? [] : await db.Moderation.Include(e => e.Comment)
            .Where(e => e.At == act && e.ById == by.Id && (e.Act == ModerationAct.Rejected || e.Act == ModerationAct.Approved || e.Act == ModerationAct.Restored))
            // What was erased or forgotten meanwhile has nothing to come back with.
            .Where(e => e.Comment.Body != "" && (e.Comment.State != CommentState.Removed || e.Comment.Rule != null))
            .Where(e => !db.Moderation.ThatDecide().Any(later => later.CommentId == e.CommentId && later.Id > e.Id)).OrderBy(e => e.Id).Take(Most).ToListAsync(cancel);
        await told.WaitAgainAsync([.. entries.Select(entry => entry.CommentId)], act, cancel);
        foreach (var entry in entries)
        {
            db.Add(entry.Comment.Undo(entry, by, now));
        }
        await db.SaveChangesAsync(cancel);
        return new BatchAct(entries.Count, now);
    }, cancel);

    private Task<BatchAct?> ActAsync(Likeness like, long seen, StaffMember by, CommentState[] of, Func<Comment, bool, DateTimeOffset, ModerationEntry> decide, CancellationToken cancel) => db.AloneAsync(async () =>
    {
        var all = db.Comments.Like(db, like).NotOver();
        if (!by.MayModerate || await all.Join(db.Moderation, c => c.Id, e => e.CommentId, (_, e) => e).ThatDecide().AnyAsync(e => e.Id > seen, cancel))
        {
            return null;
        }
        var now = clock.Now;
        var comments = await all.Where(c => of.Contains(c.State)).OrderBy(c => c.Id).Take(Most).ToListAsync(cancel);
        var appealed = await told.AppealedAsync(comments, now, cancel);
        var decided = comments.Select(comment => (comment, decide(comment, appealed.Contains(comment.Id), now))).ToList();
        db.AddRange(decided.Select(one => one.Item2));
        await told.TellAsync(decided, cancel);
        await db.SaveChangesAsync(cancel);
        return new BatchAct(comments.Count, now);
    }, cancel);
}

/// <param name="At">Names the act, for whoever did it.</param>
public sealed record BatchAct(int Count, DateTimeOffset At);
