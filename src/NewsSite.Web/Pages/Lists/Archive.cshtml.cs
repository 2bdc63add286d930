using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Lists;

/// <summary>What was published in a year, a month or on a day, by the edition's own time.</summary>
public sealed class ArchiveModel(NewsDb db, PageFrame frame, PageNotes notes) : ListPage(db, frame, notes)
{
    private const int FirstYear = 1900, LastYear = 2200;

    public int Year { get; private set; }
    public int? Month { get; private set; }
    public int? Day { get; private set; }
    /// <summary>The month's days; null on the page of a year or a day.</summary>
    public MonthCalendar? Calendar { get; private set; }

    public string Earlier => Around(-1);
    public string? Later => From.AddTicks(1) <= Frame.Now && Until <= Frame.Now ? Around(1) : null;

    private DateTimeOffset From { get; set; }
    private DateTimeOffset Until { get; set; }

    public async Task<IActionResult> OnGetAsync(int year, int? month, int? day, CancellationToken cancel)
    {
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || (day is { } d && (d < 1 || d > DateTime.DaysInMonth(year, month!.Value))))
        {
            return NotFound();
        }
        (Year, Month, Day) = (year, month, day);
        var first = new DateTime(year, month ?? 1, day ?? 1, 0, 0, 0, DateTimeKind.Unspecified);
        (From, Until) = (Midnight.Of(first, Frame.Settings.Zone), Midnight.Of(Step(first, 1), Frame.Settings.Zone));
        Frame.IsInEveryEdition(language => Address.Archive(language, year, month, day));
        var shown = await ShowAsync(Address.Archive(Frame.Language, year, month, day), [Db.Between(Frame.Language, From, Until, AsOf)], cancel);
        if (shown is PageResult && day is null && month is { } one)
        {
            Calendar = await MonthCalendar.ReadAsync(Db, Frame.Language, year, one, Frame.Settings.Zone, Frame.Settings.FirstDayOfWeek, Frame.Now, cancel);
        }
        return shown;
    }

    private DateTime Step(DateTime first, int steps) => Day is not null ? first.AddDays(steps) : Month is not null ? first.AddMonths(steps) : first.AddYears(steps);

    private string Around(int steps)
    {
        var first = Step(new DateTime(Year, Month ?? 1, Day ?? 1, 0, 0, 0, DateTimeKind.Unspecified), steps);
        return Address.Archive(Frame.Language, first.Year, Month is null ? null : first.Month, Day is null ? null : first.Day);
    }
}
