using System.Buffers;
using System.Globalization;
using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Log;

namespace NewsSite.Web.Pages.Admin;

/// <summary>The log as a table for a spreadsheet, written while it is read: it may be long.</summary>
public sealed class LogFileModel(PageFrame frame, Words words, NewsDb db) : DeskPage(frame, words)
{
    // What a spreadsheet would take for a formula.
    private static readonly SearchValues<char> FormulaSigns = SearchValues.Create(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);

    private static readonly string[] Columns = ["At", "By", "Act", "Subject", "Story", "Detail"];

    [BindProperty(SupportsGet = true, Name = "")]
    public LogFilter Filter { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = new ContentDisposition { FileName = "log.csv", DispositionType = DispositionTypeNames.Attachment }.ToString();
        // Excel takes a file without the mark for one of its own code page.
        await using var file = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await file.WriteAsync(Line(Columns.Select(column => Words[$"Log.{column}"])));
        await foreach (var entry in Filter.On(db, Frame.Settings.Zone).AsAsyncEnumerable().WithCancellation(cancel))
        {
            await file.WriteAsync(Line(Cells(entry)).AsMemory(), cancel);
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
        entry.Detail,
    ];

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string text)
    {
        var harmless = text.AsSpan().TrimStart(' ').IndexOfAny(FormulaSigns) == 0 ? "'" + text : text;
        return $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
