using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>For ten minutes a writer may change a comment or take it back. Whose it is, the page knows.</summary>
public sealed class CommentMending(NewsDb db, CurrentRules rules, TimeProvider clock)
{
    public async Task<CommentOutcome> MendAsync(int id, string body, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } comment)
        {
            return new CommentOutcome.NotThere();
        }
        // The shape of name and address was found good when it came in.
        var draft = new CommentDraft(comment.ArticleId, comment.Name, "", body, comment.ParentId) { Badge = comment.Badge }.Tidied();
        if (draft.Faults().TryGetValue(nameof(draft.Body), out var fault))
        {
            return new CommentOutcome.Unfit(new Dictionary<string, CommentFault> { [nameof(draft.Body)] = fault });
        }
        var writer = new CommenterKeys(comment.WriterKey, comment.AddressKey, comment.Face);
        var verdicts = await CommentJudgement.RulesAsync(db, rules, draft, cancel);
        var now = clock.Now;
        if (await CommentStanding.OfAsync(db, comment.ArticleId, now, cancel) is not { } standing || !standing.IsOpenAt(now))
        {
            return new CommentOutcome.Closed();
        }
        // What the place or the writer was held for is not mended by other words.
        var before = comment.Reason == HoldReason.Rule ? HoldReason.None : comment.Reason;
        var judgement = await CommentJudgement.OfAsync(db, draft, writer, standing.Level, before, verdicts, cancel);
        comment.Mend(draft.Body, CommentSubmission.OnceKeyOf(draft, writer));
        db.Add(comment.Judge(judgement.State, judgement.Reason, judgement.Verdicts, now));
        // The newsroom honoured other words.
        db.RemoveRange(await db.CommentHonours.Where(one => one.CommentId == id).ToListAsync(cancel));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (twice.IsDouble)
        {
            // It has become another comment of theirs, word for word.
            db.ChangeTracker.Clear();
            return new CommentOutcome.Unfit(new Dictionary<string, CommentFault> { [nameof(draft.Body)] = CommentFault.SaidAlready });
        }
        return CommentSubmission.OutcomeOf(comment);
    }

    /// <returns>Whether it was still the writer's to take back.</returns>
    public async Task<bool> WithdrawAsync(int id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } comment)
        {
            return false;
        }
        db.Add(comment.Withdraw(clock.Now));
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private async Task<Comment?> FindAsync(int id, CancellationToken cancel) =>
        await db.Comments.FirstOrDefaultAsync(c => c.Id == id, cancel) is { } comment && comment.MayBeMendedAt(clock.Now) ? comment : null;
}
