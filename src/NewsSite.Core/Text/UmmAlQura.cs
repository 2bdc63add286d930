using System.Globalization;

namespace NewsSite.Text;

/// <summary>The calendar of Saudi Arabia, 1900 to 2077.</summary>
public static class UmmAlQura
{
    private static readonly UmAlQuraCalendar Calendar = new();

    /// <param name="offset">Days by which the new moon was sighted otherwise: 1 is a day ahead.</param>
    /// <returns>null outside the years that the calendar knows.</returns>
    public static (int Year, int Month, int Day)? Of(DateTime date, int offset)
    {
        var day = date.Date.AddDays(offset);
        return day < Calendar.MinSupportedDateTime || day > Calendar.MaxSupportedDateTime
            ? null
            : (Calendar.GetYear(day), Calendar.GetMonth(day), Calendar.GetDayOfMonth(day));
    }
}
