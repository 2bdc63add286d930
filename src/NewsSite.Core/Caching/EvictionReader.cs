using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Caching;

/// <summary>Hears evictions that other processes wrote: another node, the command line, an import.</summary>
public sealed class EvictionReader(IDbContextFactory<NewsDb> databases, HeardEvictions heard, TimeProvider clock)
{
    private const int LongEvery = 30;

    private DateTimeOffset? readAt;
    private int reads;

    public async Task ReadAsync(CancellationToken cancel)
    {
        var now = clock.Now;
        if (readAt is { } last && now - last >= HeardEvictions.Kept)
        {
            heard.MissedSome();
        }
        // Other nodes' clocks may be a little off; the overlap covers that as well.
        var from = (readAt ?? now) - (reads++ % LongEvery == 0 ? HeardEvictions.LongOverlap : HeardEvictions.Overlap);
        await using var db = await databases.CreateDbContextAsync(cancel);
        foreach (var row in await db.Evictions.AsNoTracking().Where(row => row.At >= from).OrderBy(row => row.Id).ToListAsync(cancel))
        {
            heard.Hear(row);
        }
        heard.Forget(now - 2 * HeardEvictions.LongOverlap);
        readAt = now;
    }

    /// <summary>Drops rows that every process has long heard.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        var old = clock.Now - HeardEvictions.Kept;
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Evictions.Where(row => row.At < old).ExecuteDeleteAsync(cancel);
    }
}
