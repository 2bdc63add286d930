namespace NewsSite.Text;

public static class Moments
{
    extension(TimeProvider clock)
    {
        /// <summary>Now, in UTC, cut to milliseconds: PostgreSQL keeps microseconds, .NET has ticks, and cursors must not differ between them.</summary>
        public DateTimeOffset Now => clock.GetUtcNow().ToMilliseconds();
    }

    extension(DateTimeOffset moment)
    {
        public DateTimeOffset ToMilliseconds()
        {
            var utc = moment.ToUniversalTime();
            return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMillisecond));
        }
    }
}
