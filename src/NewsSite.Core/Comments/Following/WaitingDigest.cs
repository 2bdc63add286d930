using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Mail;
using NewsSite.Text;

namespace NewsSite.Comments.Following;

/// <summary>Once a day, to whoever may moderate and has not switched it off: what waits. No letter where nothing does.</summary>
public sealed class WaitingDigest(IDbContextFactory<NewsDb> databases, SiteKeeper keeper, Outbox outbox, TimeProvider clock)
{
    /// <summary>By the newsroom's clock.</summary>
    public const int Hour = 8;

    public async Task TellAsync(ICommentWording wording, CancellationToken cancel)
    {
        var zone = (await keeper.OutlineAsync(cancel)).SettingsOf(Languages.Main).Zone;
        var today = LastRound(clock.Now, zone);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var moderators = await db.Users.Where(user => user.DisabledAt == null && (user.Moderates || user.Role == Role.Editor || user.Role == Role.Administrator)
                && !db.ModeratorLetters.Any(letters => letters.UserId == user.Id && (letters.AreOff || letters.LookedAt >= today)))
            .Select(user => user.Id).ToListAsync(cancel);
        if (moderators.Count == 0)
        {
            return;
        }
        // Counted once, and before anybody's letter takes the lock: what waits is the same for all of them.
        var waiting = await WaitingAsync(db, cancel);
        foreach (var id in moderators)
        {
            try
            {
                await db.AloneAsync(() => TellAsync(db, id, today, waiting, wording, cancel), cancel);
            }
            catch (DbUpdateException fault) when (fault.IsDouble)
            {
                // Another process writes to them at this moment.
            }
        }
    }

    /// <summary>When it was last time for the letter.</summary>
    private static DateTimeOffset LastRound(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = At(TimeZoneInfo.ConvertTime(now, zone).Date);
        return today <= now ? today : At(TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(-1));

        DateTimeOffset At(DateTime day) => new DateTimeOffset(day.AddHours(Hour), zone.GetUtcOffset(day.AddHours(Hour))).ToUniversalTime();
    }

    private static async Task<WaitingComments?> WaitingAsync(NewsDb db, CancellationToken cancel)
    {
        var waiting = db.Comments.Where(c => c.State == CommentState.Held);
        var reported = await db.CommentFlags.Where(flag => flag.AnsweredAt == null).Join(db.Comments.NotOver(), flag => flag.CommentId, c => c.Id, (flag, c) => new { c.Id, flag.At })
            .GroupBy(flag => flag.Id).Select(same => new { Id = same.Key, Since = same.Min(flag => flag.At) }).ToListAsync(cancel);
        var appealed = await db.Comments.NotOver().Join(db.Appeals.Where(appeal => appeal.AnsweredAt == null), c => c.Id, appeal => appeal.CommentId, (c, appeal) => new { c.Id, Since = appeal.At }).ToListAsync(cancel);
        // By the log: however old a comment is, it waits since it was last held.
        var held = await waiting.Select(c => new
        {
            c.Id,
            Rule = c.Reason == HoldReason.Rule ? c.Rule : null,
            Since = db.Moderation.Where(entry => entry.CommentId == c.Id && entry.After == CommentState.Held && (entry.Before != CommentState.Held || entry.Act == ModerationAct.Imported)).Max(entry => (DateTimeOffset?)entry.At) ?? c.At,
        }).ToListAsync(cancel);
        var parts = held.GroupBy(one => one.Rule).Select(group => new WaitingPart(group.Key, group.Count()));
        var all = held.Select(one => new { one.Id, one.Since }).Concat(reported).Concat(appealed).ToList();
        return all.Count == 0 ? null : new(all.DistinctBy(one => one.Id).Count(), [.. parts.OrderByDescending(part => part.Count)], reported.Count, appealed.Count, all.Min(one => one.Since));
    }

    private async Task<bool> TellAsync(NewsDb db, int id, DateTimeOffset today, WaitingComments? waiting, ICommentWording wording, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var letters = await db.ModeratorLetters.FirstOrDefaultAsync(one => one.UserId == id, cancel);
        if (letters is { AreOff: true } || letters?.LookedAt >= today)
        {
            return false;
        }
        var user = await db.Users.AsNoTracking().SingleAsync(one => one.Id == id, cancel);
        if (waiting is not null && user.Email is { } email)
        {
            outbox.Add(db, wording.Waiting(new(email, user.Language, waiting)));
        }
        if (letters is null)
        {
            db.Add(letters = new(id));
        }
        letters.Look(clock.Now);
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
