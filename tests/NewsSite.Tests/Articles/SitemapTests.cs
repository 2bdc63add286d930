using System.Xml.Linq;
using System.Xml.Schema;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Articles;

public sealed class SitemapTests : IAsyncLifetime
{
    private static readonly XNamespace Ns = "http://www.sitemaps.org/schemas/sitemap/0.9", News = "http://www.google.com/schemas/sitemap-news/0.9", Xhtml = "http://www.w3.org/1999/xhtml";

    private TestSite site = null!;

    public async ValueTask InitializeAsync() => site = await TestSite.WithDemoAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Every_live_story_and_no_other_stands_in_a_shard_of_the_index_once()
    {
        await site.SavedAsync(Make.Unpublished(Make.Section("hidden", "سر"), "سر"));
        var live = await site.InStoreAsync(async db => (await db.Articles.Live(TestSite.Start).AsCards().ToListAsync()).Select(card => new Uri(site.Address, Address.Of(card)).AbsoluteUri).Order().ToList());

        var index = await ReadAsync("/sitemap.xml");
        var listed = new List<string>();
        foreach (var shard in index.Descendants(Ns + "loc").Select(loc => new Uri(loc.Value).PathAndQuery).Where(path => !path.Contains("pages", StringComparison.Ordinal)))
        {
            listed.AddRange((await ReadAsync(shard)).Descendants(Ns + "loc").Select(loc => loc.Value));
        }

        Assert.Equal(live, listed.Order());
    }

    [Fact]
    public async Task Translations_are_named_for_each_other()
    {
        var links = (await ReadAsync("/sitemap-0.xml")).Descendants(Ns + "url").Select(url => url.Elements(Xhtml + "link").Select(link => (string)link.Attribute("hreflang")!).Order().ToList()).Where(languages => languages.Count > 0).ToList();

        Assert.Equal(9, links.Count);
        Assert.All(links, languages => Assert.Equal(["ar", "en", "fr"], languages));
    }

    [Fact]
    public async Task The_news_sitemap_holds_the_last_two_days_with_name_language_and_title()
    {
        var urls = (await ReadAsync("/news-sitemap.xml")).Descendants(Ns + "url").ToList();

        Assert.NotEmpty(urls);
        Assert.All(urls, url => Assert.True(DateTimeOffset.Parse(url.Descendants(News + "publication_date").Single().Value, System.Globalization.CultureInfo.InvariantCulture) > TestSite.Start.AddHours(-48)));
        Assert.All(urls, url => Assert.Contains(url.Descendants(News + "language").Single().Value, NewsSite.Text.Languages.All));
        Assert.All(urls, url => Assert.NotEmpty(url.Descendants(News + "title").Single().Value));
    }

    [Fact]
    public async Task Pages_of_lists_are_listed_and_open()
    {
        foreach (var loc in (await ReadAsync("/sitemap-pages.xml")).Descendants(Ns + "loc").Select(loc => loc.Value).Where((_, n) => n % 7 == 0))
        {
            await site.OpenAsync(new Uri(loc).PathAndQuery);
        }
    }

    [Fact]
    public async Task Robots_and_the_list_of_feeds_name_what_is_there()
    {
        var robots = await (await site.GetAsync("/robots.txt")).Content.ReadAsStringAsync();
        Assert.Contains($"Sitemap: {site.Address}sitemap.xml", robots, StringComparison.Ordinal);

        foreach (var feed in XDocument.Parse(await (await site.GetAsync("/opml.xml")).Content.ReadAsStringAsync()).Descendants("outline").Select(outline => (string)outline.Attribute("xmlUrl")!))
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, (await site.GetAsync(new Uri(feed).PathAndQuery)).StatusCode);
        }
    }

    // The order and kinds of elements as the schema of sitemaps.org has them, with addresses that are addresses and times that are times.
    private async Task<XDocument> ReadAsync(string path)
    {
        using var answer = await site.GetAsync(path);
        Assert.Equal("application/xml", answer.Content.Headers.ContentType!.MediaType);
        var document = XDocument.Parse(await answer.Content.ReadAsStringAsync());
        var schemas = new XmlSchemaSet();
        schemas.Add(null, Path.Combine(Repository.Root, "tests", "NewsSite.Tests", "Schemas", "sitemap.xsd"));
        document.Validate(schemas, (_, fault) => Assert.Fail($"{path}: {fault.Message}"));
        return document;
    }
}
