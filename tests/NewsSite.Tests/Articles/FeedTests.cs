using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Articles;

public sealed class FeedTests
{
    [Fact]
    public async Task The_feed_is_read_by_a_strict_reader_and_its_addresses_open()
    {
        await using var site = await TestSite.WithDemoAsync();
        using var answer = await site.GetAsync("/feed.xml");
        Assert.Equal("application/rss+xml", answer.Content.Headers.ContentType!.MediaType);

        var text = await answer.Content.ReadAsStringAsync();
        using var reader = XmlReader.Create(new StringReader(text));
        var feed = SyndicationFeed.Load(reader);

        Assert.Equal("المداد", feed.Title.Text);
        Assert.True(feed.Items.Count() >= 11);
        Assert.Equal(feed.Items.OrderByDescending(item => item.PublishDate).Select(item => item.Id), feed.Items.Select(item => item.Id));
        var link = feed.Items.Last().Links.Single().Uri;
        Assert.True(link.IsAbsoluteUri && link.OriginalString.All(char.IsAscii));
        await site.OpenAsync(link.PathAndQuery);
        Assert.DoesNotContain('@', text);
        Assert.NotEmpty(XDocument.Parse(text).Descendants(XName.Get("creator", "http://purl.org/dc/elements/1.1/")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/economy")]
    [InlineData("/tag/المدن")]
    [InlineData("/author/نور-السبكي")]
    [InlineData("/en")]
    [InlineData("/fr/culture")]
    public async Task Every_list_can_be_followed_in_three_formats_with_the_same_stories(string list)
    {
        await using var site = await TestSite.WithDemoAsync();
        var path = new Uri(site.Address, list).AbsolutePath.TrimEnd('/');

        var rss = SyndicationFeed.Load(XmlReader.Create(new StringReader(await TextAsync(site, $"{path}/feed.xml", "application/rss+xml"))));
        var atom = SyndicationFeed.Load(XmlReader.Create(new StringReader(await TextAsync(site, $"{path}/atom.xml", "application/atom+xml"))));
        using var json = System.Text.Json.JsonDocument.Parse(await TextAsync(site, $"{path}/feed.json", "application/feed+json"));

        var ids = rss.Items.Select(item => item.Id).ToList();
        Assert.NotEmpty(ids);
        Assert.Equal(ids, atom.Items.Select(item => item.Id));
        Assert.Equal(ids, json.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
        Assert.All(atom.Items, item => Assert.True(item.LastUpdatedTime > DateTimeOffset.UnixEpoch));
        Assert.NotEmpty(atom.Authors);
        Assert.Equal("https://jsonfeed.org/version/1.1", json.RootElement.GetProperty("version").GetString());
        Assert.Contains(atom.Links, link => link.RelationshipType == "self" && link.Uri.AbsolutePath.EndsWith("/atom.xml", StringComparison.Ordinal));
        Assert.Contains(rss.Links, link => link.RelationshipType == "self" && link.Uri.AbsolutePath.EndsWith("/feed.xml", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_the_setting_a_feed_carries_the_whole_text()
    {
        await using var site = await TestSite.WithDemoAsync();
        await site.InStoreAsync(db =>
        {
            db.Add(new NewsSite.Settings.Setting("FeedText", "Full"));
            return db.SaveChangesAsync();
        });

        var feed = SyndicationFeed.Load(XmlReader.Create(new StringReader(await TextAsync(site, "/atom.xml", "application/atom+xml"))));

        Assert.All(feed.Items, item => Assert.Contains("<p>", ((TextSyndicationContent)item.Content).Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reader_that_has_the_feed_already_hears_so_and_a_list_that_is_none_has_none()
    {
        await using var site = await TestSite.WithDemoAsync();
        using var first = await site.GetAsync("/feed.json");

        using var second = await site.GetAsync("/feed.json", ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(System.Net.HttpStatusCode.NotModified, second.StatusCode);
        foreach (var none in new[] { "/nowhere/feed.xml", "/tag/none/atom.xml", "/author/none/feed.json" })
        {
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await site.GetAsync(none)).StatusCode);
        }
    }

    private static async Task<string> TextAsync(TestSite site, string path, string type)
    {
        using var answer = await site.GetAsync(path);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain('@', text.Replace("\"@", "", StringComparison.Ordinal));
        return text;
    }
}
