using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Log;

namespace NewsSite.Web.Pages.Admin;

public sealed record LogPerson(int Id, string Name);

public sealed class LogModel(PageFrame frame, Words words, NewsDb db) : DeskPage(frame, words)
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "")]
    public LogFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "before")]
    public long? Before { get; set; }

    public IReadOnlyList<LogEntry> Rows { get; private set; } = [];
    public long? Older { get; private set; }
    public IReadOnlyList<LogPerson> People { get; private set; } = [];
    public IReadOnlyList<string> Acts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        People = await db.Users.OrderBy(user => user.Name).Select(user => new LogPerson(user.Id, user.Name)).ToListAsync(cancel);
        Acts = await db.Log.Select(entry => entry.Act).Distinct().OrderBy(act => act).ToListAsync(cancel);
        var entries = Filter.On(db, Frame.Settings.Zone);
        var rows = await (Before is { } before ? entries.Where(entry => entry.Id < before) : entries).Take(PageSize + 1).ToListAsync(cancel);
        Rows = [.. rows.Take(PageSize)];
        Older = rows.Count > PageSize ? Rows[^1].Id : null;
    }

    /// <summary>The story's page, where the entry is of one.</summary>
    public static string? StoryOf(LogEntry entry) => entry.SubjectId is { } id && entry.Act.StartsWith("story.", StringComparison.Ordinal) ? $"/admin/articles/{id}" : null;
}
