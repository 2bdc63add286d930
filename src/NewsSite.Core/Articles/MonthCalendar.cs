using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Articles;

/// <param name="Stories">How many live stories the day has in its edition.</param>
public sealed record CalendarDay(DateTime Date, int Stories);

/// <summary>A month as a calendar prints it: weeks of seven places, those of other months empty.</summary>
public sealed record MonthCalendar(DateTime First, IReadOnlyList<DayOfWeek> Weekdays, IReadOnlyList<IReadOnlyList<CalendarDay?>> Weeks)
{
    private const int DaysInWeek = 7;

    public static async Task<MonthCalendar> ReadAsync(
        NewsDb db, string language, int year, int month, TimeZoneInfo zone, DayOfWeek firstDay, DateTimeOffset now, CancellationToken cancel)
    {
        var first = new DateTime(year, month, 1, 0, 0, 0, DateTimeKind.Unspecified);
        var dates = Enumerable.Range(0, DateTime.DaysInMonth(year, month)).Select(day => first.AddDays(day)).ToList();
        var starts = dates.ConvertAll(date => Midnight.Of(date, zone));
        // Counted in the store along the list's own index: a day is how many midnights a story has behind it.
        var counts = await db.Between(language, starts[0], Midnight.Of(first.AddMonths(1), zone), now)
            .GroupBy(story => starts.Count(start => start <= story.PublishedAt))
            .Select(day => new { Day = day.Key, Stories = day.Count() })
            .ToDictionaryAsync(day => day.Day, day => day.Stories, cancel);
        return Arrange([.. dates.Select(date => new CalendarDay(date, counts.GetValueOrDefault(date.Day)))], firstDay);
    }

    private static MonthCalendar Arrange(IReadOnlyList<CalendarDay> days, DayOfWeek firstDay)
    {
        var before = (days[0].Date.DayOfWeek - firstDay + DaysInWeek) % DaysInWeek;
        var places = Enumerable.Repeat<CalendarDay?>(null, before).Concat(days).ToList();
        places.AddRange(Enumerable.Repeat<CalendarDay?>(null, (DaysInWeek - places.Count % DaysInWeek) % DaysInWeek));
        return new(
            days[0].Date,
            [.. Enumerable.Range(0, DaysInWeek).Select(day => (DayOfWeek)(((int)firstDay + day) % DaysInWeek))],
            [.. places.Chunk(DaysInWeek)]);
    }
}
