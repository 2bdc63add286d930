using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments.PostingRules;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>
/// What moderators do with one comment. Each decision says which line of the log it was made in sight of (<c>seen</c>): of two at the same moment
/// the second is told, and overwrites nothing.
/// </summary>
public sealed class ModeratorDesk(NewsDb db, SiteKey key, DecisionsTold told, TimeProvider clock)
{
    /// <summary>How long anybody's decision can be undone by another; one's own always.</summary>
    public static readonly TimeSpan Undoable = TimeSpan.FromDays(1);

    /// <summary>Publishes it, or leaves it published; the writer who appealed is told so.</summary>
    /// <param name="answer">To an appeal.</param>
    public Task<ModerationOutcome> ApproveAsync(int id, long seen, string answer, StaffMember by, CancellationToken cancel) => DecideAsync(id, seen, Same(ModerationAct.Approved, ModerationAct.Restored), by,
        (comment, appealed, now) => Entered(appealed ? comment.Restore(by, answer, now) : comment.Approve(by, now)), cancel);

    /// <summary>An appeal against what has been decided is not granted.</summary>
    public Task<ModerationOutcome> DeclineAsync(int id, long seen, string answer, StaffMember by, CancellationToken cancel) => DecideAsync(id, seen, Same(ModerationAct.Declined), by,
        (comment, appealed, now) => appealed ? Entered(comment.Decline(by, answer, now)) : new ModerationOutcome.Gone(), cancel);

    /// <param name="why">For the log.</param>
    /// <param name="answer">To an appeal, which is not granted by this.</param>
    public Task<ModerationOutcome> RejectAsync(int id, long seen, PostingRule rule, string why, string answer, StaffMember by, CancellationToken cancel) =>
        DecideAsync(id, seen, (_, last, _) => Task.FromResult(last is { Act: ModerationAct.Rejected } && last.Rule == rule), by, (comment, _, now) => Entered(comment.Reject(by, rule, why, now)), cancel, Fit(answer));

    /// <summary>Bans, and rejects what is shown or waits; an appeal against what was rejected already is not granted.</summary>
    public Task<ModerationOutcome> BanAsync(int id, long seen, BanOrder order, StaffMember by, CancellationToken cancel) => DecideAsync(id, seen, (comment, last, now) => BansWith(last, comment, now).AnyAsync(cancel), by, async (comment, appealed, now) =>
    {
        (BanKind Kind, string? Key)[] asked = [(BanKind.Email, order.Email ? comment.WriterKey : null), (BanKind.Address, order.Address ? comment.AddressKey : null)];
        var bans = asked.Where(one => one.Key is not null).Select(one => new Ban(one.Kind, one.Key!, by, order.Why, now, order.Until)).ToList();
        if (bans.Count == 0)
        {
            return new ModerationOutcome.NoAddress();
        }
        if (await EmailAsync(id, cancel) is { } email && order.Why.Contains(email, StringComparison.OrdinalIgnoreCase))
        {
            return new ModerationOutcome.NamesTheAddress();
        }
        var rejected = comment.State is CommentState.Posted or CommentState.Held ? Entered(comment.Reject(by, order.Rule, order.Why, now))
            : appealed ? Entered(comment.Decline(by, order.Answer, now)) : null;
        db.AddRange(bans);
        var banned = Entered(ModerationEntry.About(comment, ModerationAct.Banned, by, order.Why, now));
        return rejected ?? banned;
    }, cancel, Fit(order.Answer));

    /// <summary>Takes back the last decision, and the bans that came with it.</summary>
    public Task<ModerationOutcome> UndoAsync(int id, long seen, StaffMember by, CancellationToken cancel) => ActAsync(id, by, async (comment, last, now) =>
    {
        if (last?.Id != seen && last is { Act: not ModerationAct.Undone })
        {
            return new ModerationOutcome.DecidedMeanwhile(last);
        }
        if (last is not { MayBeUndone: true } || (last.ById != by.Id && last.At < now - Undoable))
        {
            return new ModerationOutcome.NothingToUndo();
        }
        foreach (var ban in await BansWith(last, comment, now).ToListAsync(cancel))
        {
            ban.Lift(now);
        }
        await told.WaitAgainAsync([id], last.At, cancel);
        return Entered(comment.Undo(last, by, now));
    }, cancel);

    /// <summary>Shows a writer's address, and writes down to whom.</summary>
    public Task<ModerationOutcome> RevealAsync(int id, StaffMember by, CancellationToken cancel) => ActAsync(id, by, async (comment, _, now) =>
    {
        if (await EmailAsync(id, cancel) is not { } email)
        {
            return new ModerationOutcome.NoAddress();
        }
        db.Add(ModerationEntry.About(comment, ModerationAct.Revealed, by, "", now));
        return new ModerationOutcome.Revealed(email);
    }, cancel);

    /// <summary>Whether the last decision is what this act would do.</summary>
    private delegate Task<bool> IsTheSame(Comment comment, ModerationEntry last, DateTimeOffset now);

    private static IsTheSame Same(params ModerationAct[] acts) => (_, last, _) => Task.FromResult(acts.Contains(last.Act));

    private static string Fit(string answer) => CleanText.Line(answer) is var line && line.Length > ModerationEntry.MaxWhy ? line[..ModerationEntry.MaxWhy] : line;

    /// <returns>null where it is not kept any more.</returns>
    private async Task<string?> EmailAsync(int id, CancellationToken cancel) => (await db.CommentEmails.AsNoTracking().FirstOrDefaultAsync(one => one.CommentId == id, cancel))?.Open(key);

    private Task<ModerationOutcome> DecideAsync(int id, long seen, IsTheSame isTheSame, StaffMember by, Func<Comment, bool, DateTimeOffset, ModerationOutcome> decide, CancellationToken cancel, string answer = "") =>
        DecideAsync(id, seen, isTheSame, by, (comment, appealed, now) => Task.FromResult(decide(comment, appealed, now)), cancel, answer);

    private Task<ModerationOutcome> DecideAsync(int id, long seen, IsTheSame isTheSame, StaffMember by, Func<Comment, bool, DateTimeOffset, Task<ModerationOutcome>> decide, CancellationToken cancel, string answer = "") => ActAsync(id, by, async (comment, last, now) =>
    {
        if (last is not null && last.Id != seen)
        {
            // The same button pressed twice.
            return last.ById == by.Id && await isTheSame(comment, last, now) ? new ModerationOutcome.Done(last) : new ModerationOutcome.DecidedMeanwhile(last);
        }
        var outcome = await decide(comment, (await told.AppealedAsync([comment], now, cancel)).Contains(id), now);
        if (outcome is ModerationOutcome.Done { Entry: { MayBeUndone: true } entry })
        {
            await told.TellAsync(comment, entry, answer, cancel);
        }
        return outcome;
    }, cancel);

    private Task<ModerationOutcome> ActAsync(int id, StaffMember by, Func<Comment, ModerationEntry?, DateTimeOffset, Task<ModerationOutcome>> act, CancellationToken cancel) => db.AloneAsync(async () =>
    {
        if (!by.MayModerate || await db.Comments.FirstOrDefaultAsync(c => c.Id == id, cancel) is not { IsOver: false } comment)
        {
            return new ModerationOutcome.Gone();
        }
        var last = await db.Moderation.Where(e => e.CommentId == id).ThatDecide().OrderByDescending(e => e.Id).FirstOrDefaultAsync(cancel);
        var outcome = await act(comment, last, clock.Now);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }, cancel);

    private ModerationOutcome.Done Entered(ModerationEntry entry)
    {
        db.Add(entry);
        return new ModerationOutcome.Done(entry);
    }

    private IQueryable<Ban> BansWith(ModerationEntry decision, Comment comment, DateTimeOffset now)
    {
        var (by, at, writer, address) = (decision.ById, decision.At, comment.WriterKey, comment.AddressKey);
        return db.Bans.InForce(now).Where(ban => ban.ById == by && ban.At == at && (ban.Key == writer || ban.Key == address));
    }
}
