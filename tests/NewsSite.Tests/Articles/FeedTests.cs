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
}
