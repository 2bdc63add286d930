using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments.Following;
using NewsSite.Comments.PostingRules;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>
/// Forgets what was kept for a while only: network addresses, readers' reports, the words of what nobody reads, bans that ended, letters that found nobody. Running it twice,
/// or on two nodes, does no harm.
/// </summary>
public sealed class CommentSweep(IDbContextFactory<NewsDb> databases, CommentRetention kept, TimeProvider clock)
{
    private const int Batch = 200;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.Now;
        var (networkBefore, lettersBefore, triesBefore) = (now.AddDays(-kept.Network), now.AddDays(-CommentRetention.Letters), now.AddDays(-CommentRetention.Tries));
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Comments.Where(c => c.AddressKey != null && c.At < networkBefore).ExecuteUpdateAsync(set => set.SetProperty(c => c.AddressKey, (string?)null), cancel);
        // Made of the network address too.
        var saidBefore = now - CommentLimits.Once;
        var known = db.Comments.Where(c => c.OnceKey != null && c.At < saidBefore).OrderBy(c => c.Id).Select(c => c.Id).Take(Batch);
        while (await db.Comments.Where(c => known.Contains(c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.OnceKey, (string?)null), cancel) == Batch)
        {
        }
        while (await ForgetUnreadAsync(db, now.AddDays(-kept.Refused), now.AddDays(-CommentRetention.Appealed), cancel))
        {
        }
        var answeredBefore = now.AddDays(-kept.Refused);
        await db.Appeals.Where(appeal => appeal.AnsweredAt < answeredBefore).ExecuteDeleteAsync(cancel);
        await db.CommentVotes.Where(vote => vote.At < networkBefore).ExecuteDeleteAsync(cancel);
        await db.CommentFlags.Where(flag => flag.At < networkBefore).ExecuteDeleteAsync(cancel);
        var (askedBefore, wishedBefore) = (now - CommentSubscription.AskLasts, now - CommentWish.Lasts);
        await db.CommentSubscriptions.Where(s => s.ConfirmedAt == null && s.AskedAt < askedBefore).ExecuteDeleteAsync(cancel);
        await db.CommentWishes.Where(wish => wish.Comment.At < wishedBefore).ExecuteDeleteAsync(cancel);
        var (refusedBefore, dayBefore) = (now - FollowRefusal.Lasts, now.AddDays(-1));
        await db.FollowRefusals.Where(no => no.At < refusedBefore).ExecuteDeleteAsync(cancel);
        await db.Set<LetterOfADay>().Where(letter => letter.At < dayBefore).ExecuteDeleteAsync(cancel);
        await EndedFollowing.ForgetAsync(db, now, cancel);
        await db.Bans.Where(ban => ban.Until < networkBefore).ExecuteDeleteAsync(cancel);
        // Why somebody was banned is said as long as the ban is there.
        await db.Log.Where(entry => entry.Act.StartsWith("comments.ban") && entry.Subject != "" && !db.Bans.Any(ban => ban.Id == entry.SubjectId))
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Subject, ""), cancel);
        await db.OutgoingLetters.Where(letter => letter.GivenUpAt < lettersBefore).ExecuteDeleteAsync(cancel);
        await db.Set<SignInTry>().Where(one => one.LastAt < triesBefore).ExecuteDeleteAsync(cancel);
        await db.ScrubAsync();
    }

    /// <summary>What was refused, removed or taken back: some of it at a time, and never what a moderator brings back at this moment. The row stays for the log and the counts.</summary>
    /// <returns>Whether there may be more.</returns>
    private static Task<bool> ForgetUnreadAsync(NewsDb db, DateTimeOffset before, DateTimeOffset objectedBefore, CancellationToken cancel) => db.AloneAsync(async () =>
    {
        var ids = await db.Comments.Where(c => (c.State == CommentState.Refused || c.State == CommentState.Removed) && c.At < before && c.Body != ""
            && !db.Moderation.Any(e => e.CommentId == c.Id && e.At >= before)
            // Who objected is still to be answered, but not for ever.
            && (c.Rule == null || !db.Appeals.Any(appeal => appeal.CommentId == c.Id && appeal.AnsweredAt == null && appeal.At >= objectedBefore))).OrderBy(c => c.Id).Select(c => c.Id).Take(Batch).ToListAsync(cancel);
        await db.CommentEmails.Where(email => ids.Contains(email.CommentId)).ExecuteDeleteAsync(cancel);
        await db.Appeals.Where(appeal => ids.Contains(appeal.CommentId)).ExecuteDeleteAsync(cancel);
        await db.CommentFlags.Where(flag => ids.Contains(flag.CommentId)).ExecuteDeleteAsync(cancel);
        await db.CommentHonours.Where(honour => ids.Contains(honour.CommentId)).ExecuteDeleteAsync(cancel);
        await db.Moderation.Where(e => ids.Contains(e.CommentId) && e.Act != ModerationAct.Judged).ExecuteUpdateAsync(set => set.SetProperty(e => e.Why, ""), cancel);
        // Evidence is words of the comment.
        await db.Moderation.Where(e => ids.Contains(e.CommentId)).ExecuteUpdateAsync(set => set.SetProperty(e => e.Verdicts, (IReadOnlyList<Verdict>)new List<Verdict>()), cancel);
        await db.Comments.Where(c => ids.Contains(c.Id)).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.Name, "").SetProperty(c => c.Body, "").SetProperty(c => c.Face, "").SetProperty(c => c.AddressKey, (string?)null).SetProperty(c => c.OnceKey, (string?)null), cancel);
        return ids.Count == Batch;
    }, cancel);
}
