using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Articles;

/// <summary>How often redirects were taken and where readers found nothing. Counted in memory and written now and then: no reader waits for a count.</summary>
public sealed class AddressCounts(IDbContextFactory<NewsDb> databases, TimeProvider clock)
{
    // A machine that tries addresses at random must not fill the memory or the table.
    private const int MostBetweenWrites = 500, MostKept = 5_000;

    private ConcurrentDictionary<string, int> taken = [], missed = [];

    public void Taken(string path) => Count(taken, path);

    public void Missed(string path) => Count(missed, path);

    public async Task WriteAsync(CancellationToken cancel)
    {
        var (hits, misses) = (Interlocked.Exchange(ref taken, []), Interlocked.Exchange(ref missed, []));
        if (hits.IsEmpty && misses.IsEmpty)
        {
            return;
        }
        await using var db = await databases.CreateDbContextAsync(cancel);
        foreach (var (path, times) in hits)
        {
            await db.Redirects.Where(redirect => redirect.Path == path).ExecuteUpdateAsync(set => set.SetProperty(r => r.Hits, r => r.Hits + times), cancel);
        }
        await AddAsync(db, misses, clock.Now, cancel);
    }

    private static void Count(ConcurrentDictionary<string, int> counts, string path)
    {
        var tidy = Redirect.Tidy(path);
        if (tidy.Length <= Redirect.MaxPath && (counts.Count < MostBetweenWrites || counts.ContainsKey(tidy)))
        {
            counts.AddOrUpdate(tidy, 1, (_, before) => before + 1);
        }
    }

    private static async Task AddAsync(NewsDb db, ConcurrentDictionary<string, int> misses, DateTimeOffset now, CancellationToken cancel)
    {
        var paths = misses.Keys.ToList();
        var known = await db.MissedAddresses.Where(missed => paths.Contains(missed.Path)).ToDictionaryAsync(missed => missed.Path, cancel);
        // Mended while it waited here.
        var mended = await db.Redirects.Where(redirect => paths.Contains(redirect.Path)).Select(redirect => redirect.Path).ToListAsync(cancel);
        foreach (var (path, times) in misses.Where(miss => !mended.Contains(miss.Key)))
        {
            if (!known.TryGetValue(path, out var missed))
            {
                db.Add(missed = new MissedAddress(path, now));
            }
            missed.Meet(times, now);
        }
        await db.SaveChangesAsync(cancel);
        var rest = await db.MissedAddresses.OrderByDescending(missed => missed.LastAt).ThenByDescending(missed => missed.Id).Skip(MostKept).Select(missed => missed.Id).Take(MostKept).ToListAsync(cancel);
        await db.MissedAddresses.Where(missed => rest.Contains(missed.Id)).ExecuteDeleteAsync(cancel);
    }
}
