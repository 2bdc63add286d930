namespace NewsSite.Text;

public static class Midnight
{
    /// <summary>The moment at which the next day begins in a time zone.</summary>
    public static DateTimeOffset After(DateTimeOffset now, TimeZoneInfo zone) => Of(TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(1), zone);

    /// <summary>The moment at which a day begins in a time zone.</summary>
    public static DateTimeOffset Of(DateTime day, TimeZoneInfo zone)
    {
        var midnight = DateTime.SpecifyKind(day.Date, DateTimeKind.Unspecified);
        // Where clocks jump over midnight, the day begins an hour later.
        var begins = zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight;
        return new DateTimeOffset(begins, zone.GetUtcOffset(begins)).ToUniversalTime();
    }
}
