using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Articles;

public sealed class ListTests : IAsyncLifetime
{
    private TestSite site = null!;

    public async ValueTask InitializeAsync() => site = await TestSite.WithDemoAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_tags_page_lists_its_stories_and_a_storys_page_leads_there()
    {
        var story = await site.OpenAsync(await site.SeedAddressAsync());
        var tag = story.QuerySelector(".tags a")!;

        var page = await site.OpenAsync(tag.GetAttribute("href")!);

        Assert.Equal(tag.Seen(), page.QuerySelector("h1")!.Seen());
        Assert.Contains("الأمين العام للناتو: منفتحون على الحوار مع موسكو رغم الخلافات", page.Headlines());
    }

    [Fact]
    public async Task An_authors_page_has_the_life_the_face_and_the_stories()
    {
        var story = await site.OpenAsync(await site.SeedAddressAsync());

        var page = await site.OpenAsync(story.QuerySelector(".byline__name")!.GetAttribute("href")!);

        Assert.Equal("نور السبكي", page.QuerySelector("h1")!.Seen());
        Assert.NotNull(page.QuerySelector(".author .portrait img"));
        Assert.Contains("الاتحاد الأوروبي", page.QuerySelector(".list__about")!.Seen(), StringComparison.Ordinal);
        Assert.Contains("الأمين العام للناتو: منفتحون على الحوار مع موسكو رغم الخلافات", page.Headlines());
        Assert.EndsWith("/feed.xml", page.QuerySelectorAll("link[type='application/rss+xml']")[^1].GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_archive_finds_a_story_by_year_month_and_day_of_the_editions_own_time()
    {
        foreach (var path in new[] { "/archive/2022", "/archive/2022/01", "/archive/2022/01/12" })
        {
            Assert.Contains("الأمين العام للناتو: منفتحون على الحوار مع موسكو رغم الخلافات", (await site.OpenAsync(path)).Headlines());
        }
        Assert.Contains("لم يُنشر شيء في هذه الفترة", (await site.OpenAsync("/archive/2022/01/13")).QuerySelector(".empty")!.Seen(), StringComparison.Ordinal);
        foreach (var wrong in new[] { "/archive/2022/13", "/archive/2022/02/30", "/archive/1800", "/archive/2022/1" })
        {
            Assert.Equal((wrong, HttpStatusCode.NotFound), (wrong, (await site.GetAsync(wrong)).StatusCode));
        }
    }

    [Fact]
    public async Task A_story_of_the_last_minute_of_the_day_belongs_to_it_by_the_newsrooms_clock()
    {
        // 22:30 in London is half past one of the next day in Riyadh.
        var story = await site.SavedAsync(Make.Story(Make.Section("night", "ليل"), "بعد منتصف الليل", new DateTimeOffset(2025, 5, 31, 22, 30, 0, TimeSpan.Zero)));

        Assert.True(story > 0);
        Assert.Contains("بعد منتصف الليل", (await site.OpenAsync("/archive/2025/06/01")).Headlines());
        Assert.DoesNotContain("بعد منتصف الليل", (await site.OpenAsync("/archive/2025/05")).Headlines());
    }

    [Fact]
    public async Task A_section_shows_its_sub_sections_stories_and_leads_to_them()
    {
        var page = await site.OpenAsync("/economy");

        Assert.Equal("/economy".Replace("economy", "markets", StringComparison.Ordinal), page.QuerySelector(".list__subs a")!.GetAttribute("href"));
        var below = (await site.OpenAsync("/markets")).Headlines();
        Assert.NotEmpty(below);
        Assert.Contains(below[^1], page.Headlines());
        Assert.DoesNotContain(page.QuerySelectorAll(".sections a"), link => link.GetAttribute("href") == "/markets");
    }

    [Fact]
    public async Task Paging_forth_and_back_comes_to_the_same_pages()
    {
        var first = await site.OpenAsync("/latest");
        var older = first.QuerySelector("link[rel=next]")!.GetAttribute("href")!;
        Assert.Null(first.QuerySelector("link[rel=prev]"));

        var second = await site.OpenAsync(new Uri(older).PathAndQuery);
        Assert.Equal(older, second.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        using var back = await site.GetAsync(second.QuerySelector(".pager__newer")!.GetAttribute("href")!);

        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Equal("/latest", back.Headers.Location!.OriginalString);
        Assert.Empty(Listed(first).Intersect(Listed(second)));

        static IEnumerable<string> Listed(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelectorAll(".list .card__headline").Select(one => one.Seen());
    }

    [Fact]
    public async Task A_place_in_a_list_that_is_none_leads_to_the_lists_start()
    {
        foreach (var odd in new[] { "x", "1-", "99999999999999999999-1", "-5-1", "01-1" })
        {
            using var answer = await site.GetAsync($"/latest?before={odd}");
            Assert.Equal((odd, HttpStatusCode.MovedPermanently), (odd, answer.StatusCode));
        }
    }

    [Fact]
    public async Task Corrections_stand_under_their_story_and_in_the_ledger()
    {
        var ledger = await site.OpenAsync("/corrections");
        var entry = ledger.QuerySelectorAll(".correction").First(one => one.Seen().StartsWith("تصحيح", StringComparison.Ordinal));

        var story = await site.OpenAsync(entry.QuerySelector("a")!.GetAttribute("href")!);

        Assert.Contains(entry.QuerySelectorAll("p")[1].Seen(), story.QuerySelector(".corrections")!.Seen(), StringComparison.Ordinal);
        Assert.NotNull(story.QuerySelector(".corrections time[datetime]"));
    }

    [Fact]
    public async Task A_missing_page_offers_stories_that_its_address_speaks_of()
    {
        using var answer = await site.GetAsync("/old/2019/الناتو-وروسيا");

        var page = await Reading.ParseAsync(answer);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("أقرب ما وجدناه إلى العنوان الذي طلبته", page.QuerySelector(".broken__latest h2")!.Seen());
        Assert.Contains("الأمين العام للناتو: منفتحون على الحوار مع موسكو رغم الخلافات", page.Headlines());
    }
}
