using System.Net;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Articles;

public sealed class EditionTests : IAsyncLifetime
{
    private TestSite site = null!;

    public async ValueTask InitializeAsync() => site = await TestSite.WithDemoAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("/en", "en", "Latest", "Politics")]
    [InlineData("/fr", "fr", "Dernières nouvelles", "Politique")]
    public async Task Each_edition_has_its_own_home_navigation_and_direction(string path, string language, string latest, string section)
    {
        var home = await site.OpenAsync(path);

        Assert.Equal(language, home.DocumentElement.GetAttribute("lang"));
        Assert.Equal("ltr", home.DocumentElement.GetAttribute("dir"));
        Assert.Contains(home.QuerySelectorAll("h2"), heading => heading.Seen() == latest);
        Assert.Equal(section, home.QuerySelector(".sections a")!.Seen());
        Assert.All(home.QuerySelectorAll("main h2 a, main h3 a, .sections a"), link => Assert.StartsWith(path + "/", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_story_in_three_languages_links_its_versions_both_ways()
    {
        var english = await site.OpenAsync((await site.OpenAsync("/en")).QuerySelector(".lead__headline a")!.GetAttribute("href")!);

        var alternates = english.QuerySelectorAll("link[rel=alternate][hreflang]").ToDictionary(link => link.GetAttribute("hreflang")!, link => link.GetAttribute("href")!);
        Assert.Equal(["ar", "en", "fr"], alternates.Keys.Order());
        foreach (var address in alternates.Values)
        {
            var version = await site.OpenAsync(new Uri(address).PathAndQuery);
            Assert.Equal(alternates.Count, version.QuerySelectorAll("link[rel=alternate][hreflang]").Length);
        }
        Assert.Equal(["Arabic", "French"], english.QuerySelectorAll(".story__editions a").Select(link => link.GetAttribute("hreflang") == "ar" ? "Arabic" : "French"));
    }

    [Fact]
    public async Task A_story_without_a_translation_says_so()
    {
        var page = await site.OpenAsync(await site.SeedAddressAsync());

        Assert.Equal(["لا نسخة إنجليزية من هذه المادة", "لا نسخة فرنسية من هذه المادة"], page.QuerySelectorAll(".story__editions span").Select(one => one.Seen()));
    }

    [Fact]
    public async Task A_story_asked_for_in_the_wrong_edition_is_one_redirect_away()
    {
        using var answer = await site.GetAsync("/en/politics/anything-1");

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(await site.SeedAddressAsync(), answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_edition_without_sections_is_not_there()
    {
        await using var arabic = await TestSite.EmptyAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await arabic.GetAsync("/fr")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await arabic.GetAsync("/en/latest")).StatusCode);
    }

    [Fact]
    public async Task An_error_in_an_edition_speaks_its_language()
    {
        using var answer = await site.GetAsync("/en/no-such-page");

        Assert.Equal("The line breaks here", (await Reading.ParseAsync(answer)).QuerySelector("h1")!.Seen());
    }

    [Fact]
    public async Task Every_page_of_another_edition_has_the_arabic_ones_structure()
    {
        foreach (var path in new[] { "/rules", "/latest", "/about", "/privacy", "/corrections", "/saved" })
        {
            var arabic = Shape(await site.OpenAsync(path));
            Assert.Equal((path, arabic), (path, Shape(await site.OpenAsync("/en" + path))));
        }

        // What differs is how many stories and sections there are, not what they are made of.
        static string Shape(AngleSharp.Html.Dom.IHtmlDocument page) =>
            string.Join(' ', page.QuerySelectorAll("body *").Where(one => one.ClassName is { Length: > 0 }).Select(one => one.ClassName!.Split(' ')[0]).Where(name => !name.StartsWith("card", StringComparison.Ordinal) && !name.StartsWith("pager", StringComparison.Ordinal) && name is not ("strip" or "strip__line" or "flag" or "by" or "unseen" or "correction" or "empty")).Distinct().Order(StringComparer.Ordinal));
    }
}
