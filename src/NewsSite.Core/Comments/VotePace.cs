namespace NewsSite.Comments;

/// <summary>
/// How fast one network address votes. Many readers share one, so it is slowed, never shut out; it is kept, keyed, in this process's memory for an hour at most.
/// </summary>
public sealed class VotePace(CommentLimits limits, TimeProvider clock)
{
    /// <summary>Of one address for one comment in an hour: whoever throws the cookie away each time comes so far.</summary>
    public const int MostForOne = 30;

    private const int MostKept = 100_000;

    private readonly Lock gate = new();
    private readonly Window ofMinute = new(TimeSpan.FromMinutes(1)), ofHour = new(TimeSpan.FromHours(1));

    /// <returns>null: the vote may be counted.</returns>
    public TimeSpan? WaitOf(string address, int comment)
    {
        if (limits.PerMinute == 0)
        {
            return null;
        }
        lock (gate)
        {
            var now = clock.GetUtcNow();
            return ofMinute.Count(address, 0, limits.PerMinute * CommentLimits.AddressFactor, now) ?? ofHour.Count(address, comment, MostForOne, now);
        }
    }

    private sealed class Window(TimeSpan length)
    {
        private readonly Dictionary<(string Address, int Comment), int> counts = [];
        private DateTimeOffset ends;

        public TimeSpan? Count(string address, int comment, int most, DateTimeOffset now)
        {
            if (now >= ends || ends - now > length || counts.Count >= MostKept)
            {
                counts.Clear();
                ends = now + length;
            }
            var count = counts[(address, comment)] = counts.GetValueOrDefault((address, comment)) + 1;
            return count > most ? ends - now : null;
        }
    }
}
