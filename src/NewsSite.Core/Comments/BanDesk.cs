using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.Mail;
using NewsSite.Text;

namespace NewsSite.Comments;

public abstract record BanOutcome
{
    private BanOutcome() { }

    public sealed record Done : BanOutcome;

    public sealed record NotAnAddress : BanOutcome;

    /// <summary>The reason would have kept in clear what nobody is to keep.</summary>
    public sealed record NamesTheAddress : BanOutcome;

    /// <param name="Until">null: for good.</param>
    public sealed record Already(DateTimeOffset? Until) : BanOutcome;
}

/// <summary>Bans somebody by an email address that is forgotten at once, and lifts a ban.</summary>
public sealed class BanDesk(NewsDb db, SiteKey key, TimeProvider clock)
{
    /// <param name="until">null: for good.</param>
    public async Task<BanOutcome> BanAsync(string email, string why, DateTimeOffset? until, StaffMember by, CancellationToken cancel)
    {
        if (email.Length > Comment.MaxEmail || !Outbox.CanSendTo(email))
        {
            return new BanOutcome.NotAnAddress();
        }
        if (why.Contains(email, StringComparison.OrdinalIgnoreCase))
        {
            return new BanOutcome.NamesTheAddress();
        }
        var (writer, now) = (CommenterKeys.EmailKey(key, email), clock.Now);
        return await db.AloneAsync<BanOutcome>(async () =>
        {
            if ((await db.Bans.AsNoTracking().InForce(now).Where(ban => ban.Key == writer).ToListAsync(cancel)).Longest() is { } before)
            {
                return new BanOutcome.Already(before.Until);
            }
            var made = new Ban(BanKind.Email, writer, by, why, now, until);
            db.Add(made);
            await db.SaveChangesAsync(cancel);
            db.Add(new LogEntry(by, "comments.ban", made.Why, now, made.Id, Written(until)));
            await db.SaveChangesAsync(cancel);
            return new BanOutcome.Done();
        }, cancel);
    }

    /// <summary>With every other ban of the same person: two moderators may each have set one.</summary>
    /// <returns>Whether it was still in force.</returns>
    public Task<bool> LiftAsync(int id, StaffMember by, CancellationToken cancel) => db.AloneAsync(async () =>
    {
        var now = clock.Now;
        if (await db.Bans.FirstOrDefaultAsync(ban => ban.Id == id, cancel) is not { } ban || ban.Until <= now)
        {
            return false;
        }
        db.Add(new LogEntry(by, "comments.ban.lifted", ban.Why, now, id, Written(ban.Until)));
        (await db.Bans.InForce(now).Where(one => one.Key == ban.Key).ToListAsync(cancel)).ForEach(one => one.Lift(now));
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);

    private static string Written(DateTimeOffset? until) => until is { } end ? end.ToString("yyyy-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture) : "";
}
