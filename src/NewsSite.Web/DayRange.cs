using NewsSite.Text;

namespace NewsSite.Web;

/// <summary>Days from and until, both whole; either may be open.</summary>
public readonly record struct DayRange(DateOnly? From, DateOnly? Until)
{
    /// <summary>The first moment, and the first one after; in a time zone.</summary>
    public (DateTimeOffset? Begins, DateTimeOffset? Ends) In(TimeZoneInfo zone) => (
        From is { } from ? Midnight.Of(from.ToDateTime(default), zone) : null,
        Until is { } until && until < DateOnly.MaxValue ? Midnight.Of(until.AddDays(1).ToDateTime(default), zone) : null);
}
