using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Newsroom;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Newsroom;

/// <summary>The newsroom's list: its orders, and the views that people keep.</summary>
public sealed class StoryListTests : IAsyncLifetime
{
    private TestSite site = null!;
    private SignedIn editor = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.EmptyAsync();
        await site.SectionAsync();
        editor = await site.SignInAsync(Role.Editor);
    }

    public ValueTask DisposeAsync()
    {
        editor.Dispose();
        return site.DisposeAsync();
    }

    [Theory]
    [InlineData("Edited", "descending")]
    [InlineData("Published", "descending")]
    [InlineData("Headline", "ascending")]
    public async Task Each_order_shows_every_story_once_over_its_pages(string sort, string direction)
    {
        // Many alike, so that pages begin between stories that only their numbers tell apart; a third was never published.
        var all = await site.InStoreAsync(async db =>
        {
            var section = await db.Sections.SingleAsync();
            var stories = Enumerable.Range(0, 95).Select(n => n % 3 == 0
                ? Make.Unpublished(section, $"عنوان {n % 4}") : Make.Story(section, $"عنوان {n % 4}", TestSite.Start.AddHours(-n % 5))).ToList();
            db.AddRange(stories);
            await db.SaveChangesAsync();
            return stories;
        });
        IEnumerable<Article> expected = sort switch
        {
            "Published" => all.OrderByDescending(a => a.PublishedAt ?? DateTimeOffset.MinValue).ThenByDescending(a => a.Id),
            "Headline" => all.OrderBy(a => a.Headline, StringComparer.Ordinal).ThenBy(a => a.Id),
            _ => all.OrderByDescending(a => a.EditedAt).ThenByDescending(a => a.Id),
        };

        var seen = new List<string>();
        for (var path = $"/admin/articles?sort={sort}"; path is not null;)
        {
            var page = await editor.OpenAsync(path);
            seen.AddRange(page.QuerySelectorAll<IHtmlInputElement>("[name='Input.Stories']").Select(box => box.Value));
            Assert.Equal([direction], page.QuerySelectorAll("th[aria-sort]").Select(head => head.GetAttribute("aria-sort")));
            path = page.QuerySelector("[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(expected.Select(a => a.Id.ToString(CultureInfo.InvariantCulture)), seen);
    }

    [Theory]
    [InlineData("before=x")]
    [InlineData("before=-")]
    [InlineData("before=7-")]
    [InlineData("before=7-99999999999999999")]
    [InlineData("before=7-%D8%A7-%00&sort=Headline")]
    [InlineData("before=7-%D8%A7&sort=Published")]
    [InlineData("sort=Nothing")]
    public async Task A_place_that_is_none_is_no_fault(string query) => await editor.OpenAsync($"/admin/articles?{query}");

    [Fact]
    public async Task A_view_kept_is_a_tab_of_ones_own_until_it_is_removed()
    {
        using var other = await site.SignInAsync(Role.Editor);
        const string Path = "/admin/articles?view=Drafts&q=%D9%85%D9%88%D8%A7%D9%86%D8%A6&sort=Headline";

        using var kept = await editor.PostAsync($"{Path}&handler=Keep", ("Input.Name", "موانئ قيد الكتابة"));

        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        var page = await editor.OpenAsync(kept.Headers.Location!.OriginalString);
        var tab = page.QuerySelector(".tabs [aria-current]")!;
        Assert.Equal(("موانئ قيد الكتابة", Path), (tab.Seen(), tab.GetAttribute("href")));
        Assert.Single((await editor.OpenAsync("/admin/articles")).QuerySelectorAll(".tabs a"), link => link.GetAttribute("href") == Path);
        var theirs = await other.OpenAsync(Path);
        Assert.DoesNotContain("موانئ قيد الكتابة", theirs.Body!.Seen(), StringComparison.Ordinal);
        var id = page.QuerySelector(".keep [name=id]")!.GetAttribute("value")!;

        using var notTheirs = await other.PostAsync("/admin/articles?handler=Drop", ("id", id));
        Assert.Equal(1, await site.InStoreAsync(db => db.SavedViews.CountAsync()));
        using var dropped = await editor.PostAsync($"{Path}&handler=Drop", ("id", id));

        Assert.Equal(0, await site.InStoreAsync(db => db.SavedViews.CountAsync()));
        Assert.Equal("مسودات", (await editor.OpenAsync(dropped.Headers.Location!.OriginalString)).QuerySelector(".tabs [aria-current]")!.FirstChild!.TextContent.Trim());
    }

    [Theory]
    [InlineData(" ", 0)]
    [InlineData("عرض ١٩", 0)]
    [InlineData("أطول من أن يكون اسمًا لعرض من عروض المواد في قائمة", 0)]
    [InlineData("جديد", 1)]
    [InlineData("جديد", 0, 600)]
    public async Task A_view_that_cannot_be_kept_is_a_sentence_at_its_name(string name, int more, int search = 0)
    {
        var me = editor.Member.Id;
        await site.InStoreAsync(async db =>
        {
            db.AddRange(Enumerable.Range(1, SavedView.Most - 1 + more).Select(n => new SavedView(me, $"عرض {n}", $"?q={n}")));
            await db.SaveChangesAsync();
        });

        using var answer = await editor.PostAsync($"/admin/articles?handler=Keep&q={new string('x', search)}", ("Input.Name", name));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Reading.ParseAsync(answer);
        Assert.NotEmpty(page.QuerySelector("#Input_Name-error")!.Seen());
        Assert.Equal(name, page.QuerySelector<IHtmlInputElement>("[name='Input.Name']")!.Value);
        Assert.True(page.QuerySelector("details.keep")!.HasAttribute("open"));
        Assert.Equal(SavedView.Most - 1 + more, await site.InStoreAsync(db => db.SavedViews.CountAsync()));
    }
}
