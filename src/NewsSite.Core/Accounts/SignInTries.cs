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
    public const int Most = 5;
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    /// <returns>Whether this try may be judged at all.</returns>
    public async Task<bool> BeginAsync(string address, CancellationToken cancel)
    {
        var (key, now) = (KeyOf(address), clock.Now);
        var rested = now - Rest;
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

        Task<int> CountAsync() => db.Set<SignInTry>().Where(one => one.Key == key && (one.Count < Most || one.LastAt <= rested))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Count, one => one.LastAt <= rested ? 1 : one.Count + 1).SetProperty(one => one.LastAt, now), cancel);
    }

    public Task ForgetAsync(string address, CancellationToken cancel)
    {
        var key = KeyOf(address);
        return db.Set<SignInTry>().Where(one => one.Key == key).ExecuteDeleteAsync(cancel);
    }

    private string KeyOf(string address) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(siteKey.Derive("sign-in tries"), Encoding.UTF8.GetBytes(address.Trim().ToUpperInvariant())));
}

internal sealed class SignInTryMapping : IEntityTypeConfiguration<SignInTry>
{
    public void Configure(EntityTypeBuilder<SignInTry> one)
    {
        one.HasKey(o => o.Key);
        one.Property(o => o.Key).HasMaxLength(64);
    }
}
