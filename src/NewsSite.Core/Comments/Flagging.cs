using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Settings;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>Readers report what breaks a rule. So many of them that the newsroom set hold it; what a moderator has approved stays, whatever is reported.</summary>
public sealed class Flagging(NewsDb db, SiteKey key, TimeProvider clock)
{
    /// <summary>From one network address: readers share them, so it is many.</summary>
    public const int PerHour = 30;

    /// <summary>With one email address, to which each result is a letter.</summary>
    public const int PerDay = 10;

    public async Task<FlagOutcome> FlagAsync(FlagDraft sent, CancellationToken cancel)
    {
        var draft = sent.Tidied();
        if (draft.Faults() is { Count: > 0 } faults)
        {
            return new FlagOutcome.Unfit(faults);
        }
        var reader = CommenterKeys.Of(key, draft.Email, draft.From);
        return await db.AloneAsync(() => TakeAsync(draft, reader, cancel), cancel);
    }

    private async Task<FlagOutcome> TakeAsync(FlagDraft draft, CommenterKeys reader, CancellationToken cancel)
    {
        var now = clock.Now;
        if (await db.Comments.FirstOrDefaultAsync(c => c.Id == draft.CommentId && c.State == CommentState.Posted, cancel) is not { } comment
            || await CommentStanding.OfAsync(db, comment.ArticleId, now, cancel) is null)
        {
            return new FlagOutcome.NotThere();
        }
        var flag = CommentFlag.By(comment, draft, reader, key, now);
        if (await db.CommentFlags.FirstOrDefaultAsync(f => f.CommentId == comment.Id && f.ReaderKey == flag.ReaderKey, cancel) is { } before)
        {
            var again = await db.Moderation.AnyAsync(e => e.CommentId == comment.Id && e.Act == ModerationAct.Judged && e.At > before.AnsweredAt, cancel);
            before.Restate(draft, reader.Address, again);
            await db.SaveChangesAsync(cancel);
            return new FlagOutcome.Taken();
        }
        var since = now.AddHours(-1);
        if (reader.Address is not null && await db.CommentFlags.CountAsync(f => f.AddressKey == reader.Address && f.At > since, cancel) >= PerHour)
        {
            return new FlagOutcome.TooMany();
        }
        var day = now.AddDays(-1);
        if (flag.SealedEmail is not null && await db.CommentFlags.CountAsync(f => f.ReaderKey == flag.ReaderKey && f.At > day, cancel) >= PerDay)
        {
            return new FlagOutcome.TooMany();
        }
        db.Add(flag);
        db.Add(ModerationEntry.Noted(comment, ModerationAct.Flagged, flag.Rule, now));
        await db.SaveChangesAsync(cancel);
        await HoldIfManyAsync(comment, now, cancel);
        return new FlagOutcome.Taken();
    }

    private async Task HoldIfManyAsync(Comment comment, DateTimeOffset now, CancellationToken cancel)
    {
        var needed = await SiteSettings.FlagsToHoldAsync(db, cancel);
        var open = db.CommentFlags.Where(f => f.CommentId == comment.Id && f.AnsweredAt == null);
        if (needed == 0 || await open.Select(f => f.AddressKey).Distinct().CountAsync(cancel) < needed
            || await db.Moderation.Where(e => e.CommentId == comment.Id).ThatDecide().OrderByDescending(e => e.Id).Select(e => e.Act).FirstAsync(cancel) is ModerationAct.Approved or ModerationAct.Restored)
        {
            return;
        }
        var rule = (await open.Select(f => f.Rule).ToListAsync(cancel)).CountBy(one => one).OrderByDescending(one => one.Value).ThenBy(one => one.Key).First().Key;
        db.Add(comment.HoldOnFlags(rule, now));
        await db.SaveChangesAsync(cancel);
    }
}
