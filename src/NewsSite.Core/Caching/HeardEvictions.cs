namespace NewsSite.Caching;

/// <summary>Acts on each eviction row once a time that it bears, whether this process wrote it or read it.</summary>
public sealed class HeardEvictions(PageMoments moments)
{
    /// <summary>How far back rows are read again each time: ids may be committed out of order.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);

    /// <summary>How far back they are read again now and then: a long transaction's rows are as old as its first change when it commits.</summary>
    public static readonly TimeSpan LongOverlap = TimeSpan.FromMinutes(15);

    /// <summary>How long rows are kept. A process that lags further has missed some.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly Dictionary<long, DateTimeOffset> ids = [];

    public void Hear(Eviction row)
    {
        lock (gate)
        {
            // A row that was moved is another eviction, whichever way: two transactions may have moved it in turn.
            if (ids.TryGetValue(row.Id, out var at) && at == row.At)
            {
                return;
            }
            ids[row.Id] = row.At;
            // Still inside: who finds the row heard must find its pages gone.
            moments.Evict(row.Tag, row.AtOnce);
        }
    }

    public void MissedSome() => moments.EvictEverything();

    /// <summary>Ids older than any that will be read again.</summary>
    public void Forget(DateTimeOffset before)
    {
        lock (gate)
        {
            foreach (var (id, _) in ids.Where(row => row.Value < before).ToList())
            {
                ids.Remove(id);
            }
        }
    }
}
