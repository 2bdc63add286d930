using Microsoft.EntityFrameworkCore;
using NewsSite.Comments.PostingRules;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>For ten minutes a writer may change a comment or take it back, and whoever has proved the address may take it back at any time. Whose it is, the page knows.</summary>
public sealed class CommentMending(NewsDb db, CurrentRules rules, DecisionsTold told, TimeProvider clock)
{
    /// <summary>After so many changes, tried or made, the words are their writer's to change no more: nobody tries out the rules on one comment.</summary>
    public const int Most = 8;

    public async Task<CommentOutcome> MendAsync(int id, string body, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } seen)
        {
            return new CommentOutcome.NotThere();
        }
        if (await db.Moderation.CountAsync(e => e.CommentId == id && (e.Act == ModerationAct.Judged || e.Act == ModerationAct.EditRefused), cancel) > Most)
        {
            return new CommentOutcome.EditedOften();
        }
        // The shape of name and address was found good when it came in.
        var draft = new CommentDraft(seen.ArticleId, seen.Name, "", body, seen.ParentId) { Badge = seen.Badge }.Tidied();
        if (draft.Faults().TryGetValue(nameof(draft.Body), out var fault))
        {
            return Unfit(fault);
        }
        var verdicts = await CommentJudgement.RulesAsync(db, rules, draft, cancel);
        try
        {
            return await db.AloneAsync(() => EnterAsync(id, draft, verdicts, cancel), cancel);
        }
        catch (DbUpdateException twice) when (twice.IsDouble)
        {
            // It has become another comment of theirs, word for word.
            return Unfit(CommentFault.SaidAlready);
        }

        static CommentOutcome Unfit(CommentFault fault) => new CommentOutcome.Unfit(new Dictionary<string, CommentFault> { [nameof(CommentDraft.Body)] = fault });
    }

    /// <returns>Whether it was still the writer's to take back.</returns>
    public Task<bool> WithdrawAsync(int id, CancellationToken cancel) => WithdrawAsync(() => FindAsync(id, cancel), cancel);

    /// <summary>By a writer who has proved the address: as long as it is shown or waits.</summary>
    /// <returns>Whether there was anything to take back.</returns>
    public Task<bool> WithdrawLateAsync(int id, CancellationToken cancel) =>
        WithdrawAsync(() => db.Comments.FirstOrDefaultAsync(c => c.Id == id && (c.State == CommentState.Posted || c.State == CommentState.Held), cancel), cancel);

    private Task<bool> WithdrawAsync(Func<Task<Comment?>> find, CancellationToken cancel) => db.AloneAsync(async () =>
    {
        if (await find() is not { } comment)
        {
            return false;
        }
        var withdrawn = comment.Withdraw(clock.Now);
        db.Add(withdrawn);
        await told.TellReportersAsync([(comment, withdrawn)], cancel);
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);

    // While the rules thought, a moderator may have decided, or its writer been banned or forgotten: all that counts is read again.
    private async Task<CommentOutcome> EnterAsync(int id, CommentDraft draft, IReadOnlyList<Verdict> verdicts, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var now = clock.Now;
        if (await FindAsync(id, cancel) is not { } comment)
        {
            return new CommentOutcome.NotThere();
        }
        if (comment.Body == draft.Body)
        {
            return CommentSubmission.OutcomeOf(comment);
        }
        if (await CommentStanding.OfAsync(db, comment.ArticleId, now, cancel) is not { } standing || !standing.IsOpenAt(now))
        {
            return new CommentOutcome.Closed();
        }
        var bans = await db.Bans.InForce(now).Where(ban => ban.Key == comment.WriterKey || ban.Key == comment.AddressKey).ToListAsync(cancel);
        if (bans.Where(ban => ban.Kind == BanKind.Email).Longest() is { } ban)
        {
            return new CommentOutcome.Banned(ban.Until);
        }
        var writer = new CommenterKeys(comment.WriterKey, comment.AddressKey, comment.Face);
        // What the place or the writer was held for is not mended by other words.
        var before = comment.Reason is not (HoldReason.Rule or HoldReason.None) ? comment.Reason : bans.Count > 0 ? HoldReason.BannedAddress : HoldReason.None;
        var judgement = await CommentJudgement.OfAsync(db, draft, writer, standing.Level, before, verdicts, cancel);
        if (judgement is { State: CommentState.Refused, Verdicts: [var worst, ..] })
        {
            db.Add(ModerationEntry.Noted(comment, ModerationAct.EditRefused, worst.Rule, now));
            await db.SaveChangesAsync(cancel);
            return new CommentOutcome.Refused(id, worst.Rule, IsKept: false);
        }
        comment.Mend(draft.Body, CommentSubmission.OnceKeyOf(draft, writer));
        db.Add(comment.Judge(judgement.State, judgement.Reason, judgement.Verdicts, now));
        // The newsroom honoured other words, and its writer objected in favour of others.
        db.RemoveRange(await db.Appeals.Where(appeal => appeal.CommentId == id).ToListAsync(cancel));
        db.RemoveRange(await db.CommentHonours.Where(one => one.CommentId == id).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
        return CommentSubmission.OutcomeOf(comment);
    }

    private async Task<Comment?> FindAsync(int id, CancellationToken cancel) =>
        await db.Comments.FirstOrDefaultAsync(c => c.Id == id, cancel) is { } comment && comment.MayBeMendedAt(clock.Now) ? comment : null;
}
