using System.Collections.Concurrent;

namespace NewsSite.Caching;

/// <summary>
/// In a storm the tag's last row of this process is moved forward instead of another one written: a thousand comments must not be a thousand
/// rows that every process reads and remembers.
/// </summary>
public sealed class StormRows
{
    private const int MostTags = 1_000;
    private static readonly TimeSpan Used = TimeSpan.FromMinutes(1), Step = TimeSpan.FromMilliseconds(1);

    private readonly ConcurrentDictionary<string, (Eviction Row, DateTimeOffset First)> rows = [];

    /// <returns>The row as it is to stand now, always later than before; null: a new one is needed.</returns>
    public Eviction? Moved(string tag, DateTimeOffset now) =>
        rows.TryGetValue(tag, out var last) && now - last.First < Used && now >= last.First ? last.Row.MovedTo(now > last.Row.At ? now : last.Row.At + Step) : null;

    /// <summary>A row that is committed.</summary>
    public void Remember(Eviction row)
    {
        if (row.AtOnce)
        {
            return;
        }
        if (rows.Count >= MostTags)
        {
            rows.Clear();
        }
        rows.AddOrUpdate(row.Tag, (row, row.At), (_, last) => (row, last.Row.Id == row.Id ? last.First : row.At));
    }
}
