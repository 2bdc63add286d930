using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Log;

namespace NewsSite.Web.Pages.Admin;

/// <summary>The log as a table for a spreadsheet, written while it is read: it may be long.</summary>
public sealed class LogFileModel(PageFrame frame, Words words, NewsDb db) : DeskPage(frame, words)
{
    private static readonly string[] Columns = ["At", "By", "Act", "Subject", "Story", "Detail"];

    [BindProperty(SupportsGet = true, Name = "")]
    public LogFilter Filter { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await using var file = Spreadsheet.Begin(Response, "log.csv");
        await file.WriteAsync(Spreadsheet.Line(Columns.Select(column => Words[$"Log.{column}"])));
        await foreach (var entry in Filter.On(db, Frame.Settings.Zone).AsAsyncEnumerable().WithCancellation(cancel))
        {
            await file.WriteAsync(Spreadsheet.Line(Cells(entry)).AsMemory(), cancel);
        }
        return new EmptyResult();
    }

    private string[] Cells(LogEntry entry) =>
    [
        TimeZoneInfo.ConvertTime(entry.At, Frame.Settings.Zone).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture),
        entry.ById is null ? Words["Log.By.Program"] : entry.ByName,
        Words[$"Act.{entry.Act}"],
        entry.Subject,
        LogModel.StoryOf(entry) is null ? "" : entry.SubjectId!.Value.ToString(CultureInfo.InvariantCulture),
        LogDetail.Of(entry, Words),
    ];
}
