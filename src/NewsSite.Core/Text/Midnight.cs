namespace NewsSite.Text;

public static class Midnight
{
    /// <summary>The moment at which the next day begins in a time zone.</summary>
    public static DateTimeOffset After(DateTimeOffset now, TimeZoneInfo zone)
    {
        var midnight = DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(1), DateTimeKind.Unspecified);
        // Where clocks jump over midnight, the day begins an hour later.
        var begins = zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight;
        return new DateTimeOffset(begins, zone.GetUtcOffset(begins)).ToUniversalTime();
    }
}
