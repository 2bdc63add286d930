using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Desk;

public sealed class RedirectsTests : IAsyncLifetime
{
    private const string List = "/admin/redirects";

    private TestSite site = null!;
    private Visitor editor = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.WithDemoAsync();
        editor = await Visitor.InAsync(site, Role.Editor);
    }

    public async ValueTask DisposeAsync()
    {
        editor.Dispose();
        await site.DisposeAsync();
    }

    [Theory]
    [InlineData("/قديم/صفحة", "/rules", "/rules")]
    [InlineData("https://old.example/%D9%82%D8%AF%D9%8A%D9%85/%D8%B5%D9%81%D8%AD%D8%A9/", "/tag/المدن", "/tag/المدن")]
    [InlineData("/قديم/صفحة", "/latest?a=ب c#ذيل", "/latest?a=ب c#ذيل")]
    [InlineData("/قديم/صفحة", "https://elsewhere.example/x", "https://elsewhere.example/x")]
    public async Task One_added_by_hand_leads_readers_on(string from, string to, string leads)
    {
        using var answer = await editor.PostFromAsync($"{List}?handler=Add", List, ("Input.From", from), ("Input.To", to));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(leads, await LeadsAsync("/قديم/صفحة"));
        Assert.Equal(["redirect.added: /قديم/صفحة"], await LoggedAsync());
    }

    [Fact]
    public async Task An_address_of_this_site_loses_its_host()
    {
        await editor.PostFromAsync($"{List}?handler=Add", List, ("Input.From", "/old"), ("Input.To", new Uri(site.Address, "/rules").ToString()));

        Assert.Equal("/rules", await LeadsAsync("/old"));
    }

    [Fact]
    public async Task A_target_that_leads_on_is_followed_to_its_end_and_a_ring_is_refused()
    {
        await editor.PostFromAsync($"{List}?handler=Add", List, ("Input.From", "/second"), ("Input.To", "/rules"));
        await editor.PostFromAsync($"{List}?handler=Add", List, ("Input.From", "/first"), ("Input.To", "/second"));

        using var ring = await editor.PostFromAsync($"{List}?handler=Add", List, ("Input.From", "/rules"), ("Input.To", "/second"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, ring.StatusCode);
        Assert.Equal(("/rules", "/rules"), (await LeadsAsync("/first"), await LeadsAsync("/second")));
    }

    [Theory]
    [InlineData("no-path", "/rules", "Input_From")]
    [InlineData("/old", "javascript:alert(1)", "Input_To")]
    [InlineData("/old", "//elsewhere.example", "Input_To")]
    [InlineData("/old", "/OLD/", "Input_To")]
    [InlineData("", "/rules", "Input_From")]
    public async Task What_is_no_redirect_comes_back_with_a_sentence_at_its_field(string from, string to, string field)
    {
        using var answer = await editor.PostFromAsync($"{List}?handler=Add", List, ("Input.From", from), ("Input.To", to));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("true", (await Reading.ParseAsync(answer)).QuerySelector($"#{field}")!.GetAttribute("aria-invalid"));
        Assert.Empty(await LoggedAsync());
    }

    [Fact]
    public async Task A_deleted_one_leads_nowhere()
    {
        await editor.PostFromAsync($"{List}?handler=Add", List, ("Input.From", "/old"), ("Input.To", "/rules"));
        var id = (await editor.OpenAsync(List)).QuerySelector("button[name=id]")!.GetAttribute("value")!;

        await editor.PostFromAsync($"{List}?handler=Delete", List, ("id", id));

        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/old")).StatusCode);
        Assert.Equal(["redirect.added: /old", "redirect.deleted: /old"], await LoggedAsync());
    }

    [Fact]
    public async Task Thousands_are_imported_by_upload_and_what_is_passed_over_is_named_by_its_line()
    {
        var csv = new StringBuilder("old,new\n");
        for (var n = 0; n < 3_000; n++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"/old/{n},/rules\n");
        }
        csv.Append("/self,/self\nnothing\n");

        using var answer = await editor.UploadAsync($"{List}?handler=Import", List, "Input.File", "قديم.csv", Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(csv.ToString())).ToArray());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["السطر 3002: العنوان يقود إلى نفسه.", "السطر 3003: العنوان القديم ليس مسارًا يبدأ بشرطة مائلة."],
            (await Reading.ParseAsync(answer)).QuerySelectorAll(".notice li").Select(line => line.Seen()));
        Assert.Equal("/rules", await LeadsAsync("/old/2999"));
        Assert.Equal(["redirects.imported: قديم.csv"], await LoggedAsync());
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_with_a_sentence()
    {
        using var answer = await editor.UploadAsync($"{List}?handler=Import", List, "Input.File", "large.csv", Enumerable.Repeat((byte)'\n', (5 << 20) + 1).ToArray());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("5 ميغابايت", (await Reading.ParseAsync(answer)).QuerySelector("#Input_File-error")!.Seen(), StringComparison.Ordinal);
        Assert.Empty(await LoggedAsync());
    }

    [Fact]
    public async Task A_file_that_is_no_table_writes_nothing()
    {
        using var answer = await editor.UploadAsync($"{List}?handler=Import", List, "Input.File", "picture.csv", Encoding.UTF8.GetBytes("/a,/rules\n\"" + new string('x', 200_000)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/a")).StatusCode);
    }

    [Fact]
    public async Task The_list_is_searched_and_paged_by_key()
    {
        await site.InStoreAsync(db =>
        {
            db.AddRange(Enumerable.Range(1, 120).Select(n => new Redirect($"/many/{n}", $"/tag/{Uri.EscapeDataString("المدن")}{n}", TestSite.Start)));
            return db.SaveChangesAsync();
        });

        var (met, page) = (new List<string>(), List);
        for (var pages = 0; pages < 3; pages++)
        {
            var read = await editor.OpenAsync(page);
            met.AddRange(read.QuerySelectorAll("tbody tr td:first-child").Select(cell => cell.Seen()));
            page = read.QuerySelector("[rel=next]")?.GetAttribute("href") ?? "";
        }

        Assert.Equal(Enumerable.Range(1, 120).Reverse().Select(n => $"/many/{n}"), met);
        Assert.Equal("", page);
        Assert.Equal(["/many/117"], (await editor.OpenAsync($"{List}?q={Uri.EscapeDataString("المدن117")}")).QuerySelectorAll("tbody tr td:first-child").Select(cell => cell.Seen()));
    }

    [Fact]
    public async Task A_reporter_may_neither_see_nor_write_them()
    {
        using var reporter = await Visitor.InAsync(site, Role.Reporter);

        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.GetAsync(List)).StatusCode);
        using var answer = await reporter.PostFromAsync($"{List}?handler=Add", "/account", ("Input.From", "/old"), ("Input.To", "/rules"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/old")).StatusCode);
    }

    private async Task<string> LeadsAsync(string path)
    {
        using var answer = await site.GetAsync(new Uri(site.Address, path).PathAndQuery);
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        return Uri.UnescapeDataString(answer.Headers.Location!.OriginalString);
    }

    private Task<List<string>> LoggedAsync() => site.InStoreAsync(db => db.Log.Where(entry => entry.Act.StartsWith("redirect")).OrderBy(entry => entry.Id).Select(entry => entry.Act + ": " + entry.Subject).ToListAsync());
}
