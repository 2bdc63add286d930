namespace NewsSite.Caching;

/// <summary>Something small that every page needs: read once, kept until one of its tags is evicted or its time is over.</summary>
/// <param name="read">Gives the value, and until when it holds by the clock; null: for ever.</param>
public sealed class Kept<T>(
    PageMoments moments, TimeProvider clock, IReadOnlyList<string> tags, Func<CancellationToken, Task<(T Value, DateTimeOffset? Until)>> read) where T : class
{
    private sealed record Reading(T Value, long Moment, DateTimeOffset? Until);

    private volatile Reading? last;

    /// <summary>What was read last, stale or not.</summary>
    public T? Last => last?.Value;

    public async ValueTask<T> GetAsync(CancellationToken cancel)
    {
        if (last is { } kept && !moments.EvictedSince(kept.Moment, tags) && (kept.Until is not { } until || clock.GetUtcNow() < until))
        {
            return kept.Value;
        }
        var moment = moments.Now;
        var (value, holdsUntil) = await read(cancel);
        last = new(value, moment, holdsUntil);
        return value;
    }
}
