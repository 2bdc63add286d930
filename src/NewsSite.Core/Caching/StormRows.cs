namespace NewsSite.Caching;

/// <summary>
/// In a storm the tag's last row of this process is moved forward instead of another one written: a thousand comments must not be a thousand
/// rows that every process reads and remembers.
/// </summary>
public sealed class StormRows
{
    private const int MostTags = 1_000;
    private static readonly TimeSpan Used = TimeSpan.FromMinutes(1), Step = TimeSpan.FromMilliseconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Storm> storms = [];

    private sealed class Storm(Eviction row)
    {
        public Eviction Row => row;
        public DateTimeOffset Given { get; set; } = row.At;
    }

    /// <returns>The row as it is to stand now, at a time that nobody was given before; null: a new one is needed.</returns>
    public Eviction? Moved(string tag, DateTimeOffset now)
    {
        lock (gate)
        {
            if (!storms.TryGetValue(tag, out var storm) || now < storm.Row.At || now - storm.Row.At >= Used)
            {
                return null;
            }
            storm.Given = now > storm.Given ? now : storm.Given + Step;
            return storm.Row.MovedTo(storm.Given);
        }
    }

    /// <summary>A row that is committed.</summary>
    public void Remember(Eviction row)
    {
        lock (gate)
        {
            if (row.AtOnce || (storms.TryGetValue(row.Tag, out var storm) && storm.Row.Id == row.Id))
            {
                return;
            }
            if (storms.Count >= MostTags)
            {
                storms.Clear();
            }
            storms[row.Tag] = new(row);
        }
    }
}
