using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Comments;

/// <summary>A month of moderation in numbers, for everybody. Months are those of the newsroom's time zone, the same in every edition; the running one is counted anew each hour.</summary>
public sealed class ReportModel(NewsDb db, PageFrame frame, PageNotes notes) : ReaderPage(frame, notes)
{
    private const int Shown = 12;

    /// <summary>As <c>2026-11</c>; null: the running month.</summary>
    [BindProperty(SupportsGet = true, Name = "month")]
    public string? Asked { get; set; }

    public DateTime Month { get; private set; }
    public ModerationReport Report { get; private set; } = new([]);

    /// <summary>From the latest back to the first that has anything.</summary>
    public IReadOnlyList<DateTime> Months { get; private set; } = [];

    /// <summary>Of one bar of the chart.</summary>
    public int Longest => Math.Max(1, Report.Lines.Max(line => line.Held + line.Refused));

    public DateTimeOffset AsOf => Frame.Now;

    protected override bool ReadsQuery => true;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        // Made-up queries would fill the cache.
        if (Request.Query.Keys.Any(key => key != "month" && PageKey.KnownParameters.Contains(key)))
        {
            return Redirect(Address.CommentReport(Frame.Language));
        }
        var zone = Frame.Outline.SettingsOf(Languages.Main).Zone;
        var running = FirstOf(TimeZoneInfo.ConvertTime(Frame.Now, zone));
        var began = await db.Moderation.OrderBy(e => e.At).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(cancel);
        var first = began is { } at ? FirstOf(TimeZoneInfo.ConvertTime(at, zone)) : running;
        var month = Asked is null ? running : DateTime.TryParseExact(Asked, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) ? asked : DateTime.MaxValue;
        if (month < first || month > running)
        {
            return NotFound();
        }
        Frame.IsInEveryEdition(language => Address.CommentReport(language, Asked));
        Notes.ChangeBy(Frame.Now.AddHours(1));
        Month = month;
        Months = [.. Enumerable.Range(0, Shown).Select(back => running.AddMonths(-back)).Where(one => one >= first)];
        Report = await ModerationReport.ReadAsync(db, Start(month), Start(month.AddMonths(1)), cancel);
        return Page();

        DateTimeOffset Start(DateTime day) => Midnight.Of(day, zone);
    }

    private static DateTime FirstOf(DateTimeOffset local) => new(local.Year, local.Month, 1, 0, 0, 0, DateTimeKind.Unspecified);
}
