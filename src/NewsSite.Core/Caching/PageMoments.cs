namespace NewsSite.Caching;

/// <summary>
/// When each tag's pages went stale. An eviction is a moment, not a deletion: a page that was being made meanwhile is stale too.
/// Moments are counted, not timed, so that no two fall together.
/// </summary>
public sealed class PageMoments(TimeProvider clock)
{
    private const int MostTags = 100_000;
    private static readonly TimeSpan StormWindow = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Moment> moments = [];
    private readonly HashSet<string> waiting = [];
    private long now;
    private long everything;

    private sealed class Moment
    {
        public long Last;
        public DateTimeOffset ActedAt;
    }

    /// <summary>The current moment. A page begun now is fresh until one of its tags is evicted.</summary>
    public long Now
    {
        get
        {
            lock (gate)
            {
                ActOnWhatWaited();
                return now;
            }
        }
    }

    /// <param name="atOnce">False: within a second of the tag's last eviction it is joined with others and acts at that second's end.</param>
    public void Evict(string tag, bool atOnce = true)
    {
        lock (gate)
        {
            if (!atOnce && moments.TryGetValue(tag, out var last) && clock.GetUtcNow() < last.ActedAt + StormWindow)
            {
                waiting.Add(tag);
                return;
            }
            Act(tag);
        }
    }

    /// <summary>For a process that has missed evictions: nothing that it keeps can be trusted.</summary>
    public void EvictEverything()
    {
        lock (gate)
        {
            everything = ++now;
            moments.Clear();
            waiting.Clear();
        }
    }

    public bool EvictedSince(long moment, IEnumerable<string> tags)
    {
        lock (gate)
        {
            ActOnWhatWaited();
            return everything > moment || tags.Any(tag => moments.TryGetValue(tag, out var last) && last.Last > moment);
        }
    }

    private void Act(string tag)
    {
        if (moments.Count >= MostTags)
        {
            moments.Clear();
            everything = now + 1;
        }
        moments[tag] = new Moment { Last = ++now, ActedAt = clock.GetUtcNow() };
        waiting.Remove(tag);
    }

    private void ActOnWhatWaited()
    {
        if (waiting.Count == 0)
        {
            return;
        }
        var time = clock.GetUtcNow();
        foreach (var tag in waiting.Where(tag => !moments.TryGetValue(tag, out var last) || time >= last.ActedAt + StormWindow).ToList())
        {
            Act(tag);
        }
    }
}
