using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Log;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Desk;

public sealed class LogTests : IAsyncLifetime
{
    private static readonly StaffMember Layla = new(901, "ليلى", Role.Editor, Moderates: false), Karim = new(902, "كريم", Role.Editor, Moderates: false);

    private TestSite site = null!;
    private Visitor administrator = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.EmptyAsync("--Demo=false");
        administrator = await Visitor.InAsync(site, Role.Administrator);
        await site.InStoreAsync(db =>
        {
            // 20:30 UTC is half an hour before midnight in Riyadh.
            db.Add(new LogEntry(Layla, "story.published", "أولى", new(2026, 3, 9, 20, 30, 0, TimeSpan.Zero), 7));
            db.Add(new LogEntry(Layla, "story.withdrawn", "أولى", new(2026, 3, 9, 21, 30, 0, TimeSpan.Zero), 7, "خطأ"));
            db.Add(new LogEntry(Karim, "story.published", "ثانية", new(2026, 3, 10, 8, 0, 0, TimeSpan.Zero), 8));
            db.Add(new LogEntry(null, "account.added", "كريم", new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero), 7));
            return db.SaveChangesAsync();
        });
    }

    public async ValueTask DisposeAsync()
    {
        administrator.Dispose();
        await site.DisposeAsync();
    }

    [Theory]
    [InlineData("", "أضاف حسابًا كريم,نشر مادة ثانية,سحب مادة أولى,نشر مادة أولى")]
    [InlineData("?by=901", "سحب مادة أولى,نشر مادة أولى")]
    [InlineData("?by=0", "أضاف حسابًا كريم")]
    [InlineData("?act=story.published", "نشر مادة ثانية,نشر مادة أولى")]
    [InlineData("?story=7", "سحب مادة أولى,نشر مادة أولى")]
    [InlineData("?from=2026-03-10", "أضاف حسابًا كريم,نشر مادة ثانية,سحب مادة أولى")]
    [InlineData("?until=2026-03-09", "نشر مادة أولى")]
    [InlineData("?from=2026-03-10&until=2026-03-10&by=901", "سحب مادة أولى")]
    [InlineData("?act=no.such", "")]
    public async Task It_is_read_newest_first_and_by_person_act_story_and_days_of_the_edition(string query, string expected)
    {
        var page = await administrator.OpenAsync("/admin/log" + query);
        using var file = await administrator.GetAsync("/admin/log.csv" + query);

        var rows = page.QuerySelectorAll("tbody tr").Select(row => $"{row.Children[2].Seen()} {row.Children[3].Seen()}");
        Assert.Equal(expected, string.Join(',', rows));
        var lines = (await file.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split("\",\"")).Select(cells => $"{cells[2]} {cells[3]}");
        Assert.Equal(expected, string.Join(',', lines));
    }

    [Fact]
    public async Task A_long_log_is_paged_by_key()
    {
        await site.InStoreAsync(db =>
        {
            db.AddRange(Enumerable.Range(1, 120).Select(n => new LogEntry(Karim, "story.approved", $"مادة {n}", TestSite.Start, n)));
            return db.SaveChangesAsync();
        });

        var (met, page) = (new List<string>(), "/admin/log?act=story.approved");
        while (page.Length > 0)
        {
            var read = await administrator.OpenAsync(page);
            met.AddRange(read.QuerySelectorAll("tbody tr").Select(row => row.Children[3].Seen()));
            page = read.QuerySelector("[rel=next]")?.GetAttribute("href") ?? "";
        }

        Assert.Equal(120, met.Distinct().Count());
        Assert.Equal(120, met.Count);
    }

    [Fact]
    public async Task Its_file_opens_in_a_spreadsheet_and_holds_no_formula()
    {
        await site.InStoreAsync(db =>
        {
            db.Add(new LogEntry(Layla, "story.published", "=HYPERLINK(\"http://evil.example\";\"x\")", TestSite.Start, 9, "+1\n@سطر"));
            return db.SaveChangesAsync();
        });

        using var answer = await administrator.GetAsync("/admin/log.csv?story=9");

        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("log.csv", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.EndsWith("\"2026-03-10 12:30:00 +03:00\",\"ليلى\",\"نشر مادة\",\"'=HYPERLINK(\"\"http://evil.example\"\";\"\"x\"\")\",\"9\",\"'+1\n@سطر\"\r\n", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_may_neither_read_it_nor_take_it_away()
    {
        using var editor = await Visitor.InAsync(site, Role.Editor);

        Assert.Equal(HttpStatusCode.Forbidden, (await editor.GetAsync("/admin/log")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.GetAsync("/admin/log.csv")).StatusCode);
    }
}
