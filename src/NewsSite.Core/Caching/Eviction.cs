namespace NewsSite.Caching;

/// <summary>One tag whose pages went stale, written in the transaction of the change and heard by every process.</summary>
public sealed class Eviction(string tag, DateTimeOffset at, bool atOnce)
{
    public long Id { get; private set; }
    public string Tag { get; private set; } = tag;
    public DateTimeOffset At { get; private set; } = at;
    public bool AtOnce { get; private set; } = atOnce;

    /// <summary>The same row at another time.</summary>
    internal Eviction MovedTo(DateTimeOffset time) => new(Tag, time, AtOnce) { Id = Id };
}
