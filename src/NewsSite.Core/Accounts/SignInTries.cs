using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Accounts;

/// <summary>How often an address has been tried lately, by a keyed hash of it: an address without an account is counted, and locked, just like one with.</summary>
public sealed class SignInTry(string key, DateTimeOffset lastAt)
{
    public string Key { get; private set; } = key;
    public int Count { get; private set; } = 1;
    public DateTimeOffset LastAt { get; private set; } = lastAt;
}

/// <summary>Lets nobody guess on. A try is counted before it is judged, so that a hundred at once are no way round.</summary>
public sealed class SignInTries(NewsDb db, SiteKey siteKey, TimeProvider clock)
{
    /// <returns>Whether this try may be judged at all.</returns>
    public async Task<bool> BeginAsync(TryLimit limit, string address, CancellationToken cancel)
    {
        var (key, now, most) = (KeyOf(limit, address), clock.Now, limit.Most);
        var rested = now - limit.Rest;
        if (await CountAsync() > 0)
        {
            return true;
        }
        if (await db.Set<SignInTry>().AnyAsync(one => one.Key == key, cancel))
        {
            return false;
        }
        try
        {
            db.Add(new SignInTry(key, now));
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another try at the same moment was first.
            db.ChangeTracker.Clear();
            return await CountAsync() > 0;
        }

        Task<int> CountAsync() => db.Set<SignInTry>().Where(one => one.Key == key && (one.Count < most || one.LastAt <= rested))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Count, one => one.LastAt <= rested ? 1 : one.Count + 1).SetProperty(one => one.LastAt, now), cancel);
    }

    public Task ForgetAsync(TryLimit limit, string address, CancellationToken cancel)
    {
        var key = KeyOf(limit, address);
        return db.Set<SignInTry>().Where(one => one.Key == key).ExecuteDeleteAsync(cancel);
    }

    private string KeyOf(TryLimit limit, string address) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(siteKey.Derive(limit.Purpose), Encoding.UTF8.GetBytes(address.Trim().ToUpperInvariant())));
}

internal sealed class SignInTryMapping : IEntityTypeConfiguration<SignInTry>
{
    public void Configure(EntityTypeBuilder<SignInTry> one)
    {
        one.HasKey(o => o.Key);
        one.Property(o => o.Key).HasMaxLength(64);
    }
}
