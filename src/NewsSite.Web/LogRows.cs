using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Log;

namespace NewsSite.Web;

/// <summary>Which entries of the log are asked for; as a page and as a file alike.</summary>
public sealed class LogFilter
{
    /// <summary>Stands for the program itself, and its command line.</summary>
    public const int Program = 0;

    [FromQuery(Name = "by")]
    public int? By { get; set; }

    [FromQuery(Name = "act")]
    public string Act { get; set; } = "";

    [FromQuery(Name = "story")]
    public int? Story { get; set; }

    [FromQuery(Name = "from")]
    public DateOnly? From { get; set; }

    [FromQuery(Name = "until")]
    public DateOnly? Until { get; set; }

    public IQueryable<LogEntry> On(NewsDb db, TimeZoneInfo zone)
    {
        var entries = db.Log.AsNoTracking();
        if (By is { } id)
        {
            entries = id == Program ? entries.Where(entry => entry.ById == null) : entries.Where(entry => entry.ById == id);
        }
        if (!string.IsNullOrEmpty(Act))
        {
            entries = entries.Where(entry => entry.Act == Act);
        }
        if (Story is { } story)
        {
            entries = entries.Where(entry => entry.SubjectId == story && entry.Act.StartsWith("story."));
        }
        var (begins, ends) = new DayRange(From, Until).In(zone);
        if (begins is not null)
        {
            entries = entries.Where(entry => entry.At >= begins);
        }
        if (ends is not null)
        {
            entries = entries.Where(entry => entry.At < ends);
        }
        return entries.OrderByDescending(entry => entry.Id);
    }

    public string Query(long? before = null) => QueryString.Create(new Dictionary<string, string?>
    {
        ["by"] = By?.ToString(CultureInfo.InvariantCulture),
        ["act"] = Act,
        ["story"] = Story?.ToString(CultureInfo.InvariantCulture),
        ["from"] = Day(From),
        ["until"] = Day(Until),
        ["before"] = before?.ToString(CultureInfo.InvariantCulture),
    }.Where(one => !string.IsNullOrEmpty(one.Value))).ToString();

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
