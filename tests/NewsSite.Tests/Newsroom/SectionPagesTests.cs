using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Newsroom;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Newsroom;

public sealed class SectionPagesTests : IAsyncLifetime
{
    private TestSite site = null!;
    private SignedIn editor = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.WithDemoAsync();
        editor = await site.SignInAsync(Role.Editor);
    }

    public ValueTask DisposeAsync()
    {
        editor.Dispose();
        return site.DisposeAsync();
    }

    [Fact]
    public async Task A_new_section_has_its_page_and_its_line_in_the_log_at_once()
    {
        using var answer = await AddAsync("البيئة", "environment");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("البيئة", (await site.OpenAsync("/environment")).QuerySelector("h1")!.Seen());
        Assert.Contains("البيئة", (await editor.OpenAsync("/admin/sections")).Body!.Seen(), StringComparison.Ordinal);
        Assert.Equal(editor.Member.Id, await site.InStoreAsync(db => db.Log.Where(entry => entry.Act == "section.added" && entry.Subject == "البيئة").Select(entry => entry.ById).SingleAsync()));
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("Tag")]
    [InlineData("2026")]
    [InlineData("!!")]
    [InlineData("politics")]
    [InlineData("Politics ")]
    public async Task A_reserved_or_taken_address_is_a_sentence_at_the_field_and_what_was_typed_stays(string slug)
    {
        using var answer = await AddAsync("قسم", slug);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Reading.ParseAsync(answer);
        var field = page.QuerySelector("#Input_Slug")!;
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.NotEmpty(page.QuerySelector("#Input_Slug-error")!.Seen());
        Assert.Equal(slug, field.GetAttribute("value"));
        Assert.Equal("قسم", page.QuerySelector("#Input_Name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_address_taken_in_the_same_moment_is_a_sentence_too()
    {
        var hold = site.HoldQueries("\"Description\"");
        var mine = AddAsync("البيئة", "environment");
        await Task.WhenAny(hold.Reached, mine);
        await site.InStoreAsync(async db =>
        {
            db.Add(new Section("ar", "environment", "بيئة أخرى", "", 90));
            await db.SaveChangesAsync();
        });
        hold.Release();

        using var answer = await mine;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Reading.ParseAsync(answer)).QuerySelector("#Input_Slug-error"));
        Assert.Equal("بيئة أخرى", await site.InStoreAsync(db => db.Sections.Where(one => one.Slug == "environment").Select(one => one.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_renamed_section_is_found_at_its_old_address_by_one_hop_and_so_is_its_feed()
    {
        var id = await IdAsync("sport");
        using var saved = await SaveAsync(id, Fields("ملاعب", "ملاعب"));

        foreach (var (old, now) in new[] { ("/sport", "/ملاعب"), ("/sport/feed.xml", "/ملاعب/feed.xml") })
        {
            using var answer = await site.GetAsync(old);
            Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
            Assert.Equal(now, Uri.UnescapeDataString(answer.Headers.Location!.OriginalString));
            Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(now)).StatusCode);
        }
    }

    [Fact]
    public async Task Renamed_back_it_leads_nowhere_but_to_itself()
    {
        var id = await IdAsync("sport");
        using var there = await SaveAsync(id, Fields("ملاعب", "fields"));
        using var back = await SaveAsync(id, Fields("الرياضة", "sport"));

        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/sport")).StatusCode);
        using var answer = await site.GetAsync("/fields");

        Assert.Equal("/sport", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Who_saves_over_a_change_that_they_have_not_seen_is_asked_first()
    {
        var id = await IdAsync("sport");
        var seen = Seen(await editor.OpenAsync($"/admin/sections/{id}"));
        using var theirs = await SaveAsync(id, Fields("ملاعب", "sport"));

        using var answer = await editor.PostAsync($"/admin/sections/{id}", [.. Fields("رياضات", "sport"), ("Input.Seen", seen)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("ملاعب", await NameAsync(id));
        var page = await Reading.ParseAsync(answer);
        Assert.Equal("رياضات", page.QuerySelector("#Input_Name")!.GetAttribute("value"));
        using var again = await editor.PostAsync($"/admin/sections/{id}", [.. Fields("رياضات", "sport"), ("Input.Seen", Seen(page))]);
        Assert.Equal("رياضات", await NameAsync(id));
    }

    [Fact]
    public async Task A_section_moves_past_its_neighbour_and_takes_its_subsections_along()
    {
        var before = await NavigationAsync();
        using var answer = await editor.PostAsync("/admin/sections?handler=Move", ("id", $"{await IdAsync("economy")}"), ("places", "-1"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var (economy, world) = (before.IndexOf("الاقتصاد"), before.IndexOf("العالم"));
        (before[economy], before[world]) = (before[world], before[economy]);
        Assert.Equal(before, await NavigationAsync());
        var order = await site.InStoreAsync(db => db.Sections.Where(one => one.Language == "ar").OrderBy(one => one.Position).Select(one => one.Slug).ToListAsync());
        Assert.Equal(order.IndexOf("economy") + 1, order.IndexOf("markets"));
    }

    [Fact]
    public async Task Only_an_empty_section_is_removed()
    {
        var full = await IdAsync("sport");
        using var refused = await editor.PostAsync($"/admin/sections/{full}?handler=Remove");
        using var added = await AddAsync("البيئة", "environment");
        using var removed = await editor.PostAsync($"/admin/sections/{await IdAsync("environment")}?handler=Remove");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull((await Reading.ParseAsync(refused)).QuerySelector("[role=alert]"));
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.True(await site.InStoreAsync(db => db.Sections.AnyAsync(one => one.Id == full)));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/environment")).StatusCode);
    }

    [Fact]
    public async Task A_section_stands_only_below_a_main_one_of_its_edition()
    {
        var (markets, english) = (await IdAsync("markets"), await site.InStoreAsync(db => db.Sections.Where(one => one.Language == "en").Select(one => one.Id).FirstAsync()));
        var economy = await IdAsync("economy");
        foreach (var (section, slug, parent) in new[] { (await IdAsync("sport"), "sport", markets), (await IdAsync("sport"), "sport", english), (economy, "economy", economy), (economy, "economy", await IdAsync("world")) })
        {
            using var answer = await SaveAsync(section, [.. Fields("اسم", slug), ("Input.Parent", $"{parent}")]);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.NotNull((await Reading.ParseAsync(answer)).QuerySelector("#Input_Parent-error"));
        }
    }

    private static (string, string)[] Fields(string name, string slug) =>
        [("Input.Language", "ar"), ("Input.Name", name), ("Input.Slug", slug), ("Input.Description", "وصف"), ("Input.Kind", "News")];

    private static string Seen(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("input[name='Input.Seen']")!.GetAttribute("value")!;

    private Task<HttpResponseMessage> AddAsync(string name, string slug) => editor.PostAsync("/admin/sections/new", Fields(name, slug));

    private async Task<HttpResponseMessage> SaveAsync(int id, (string, string)[] fields) =>
        await editor.PostAsync($"/admin/sections/{id}", [.. fields, ("Input.Seen", Seen(await editor.OpenAsync($"/admin/sections/{id}")))]);

    private Task<int> IdAsync(string slug) => site.InStoreAsync(db => db.Sections.Where(one => one.Language == "ar" && one.Slug == slug).Select(one => one.Id).SingleAsync());

    private Task<string> NameAsync(int id) => site.InStoreAsync(db => db.Sections.Where(one => one.Id == id).Select(one => one.Name).SingleAsync());

    private async Task<List<string>> NavigationAsync() => [.. (await site.OpenAsync("/")).QuerySelectorAll(".sections a").Select(link => link.Seen())];
}
