using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using System.Xml;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Endpoints;

/// <summary>RSS 2.0, Atom and JSON Feed of every list, in every edition. Absolute addresses, never an e-mail address.</summary>
public static class Feeds
{
    private static readonly (string File, string Type, Func<FeedSource, PageFrame, string, byte[]> Write)[] Formats =
    [
        ("feed.xml", "application/rss+xml; charset=utf-8", (source, frame, self) => Xml(new Rss20FeedFormatter(FeedOf(source, frame, self, "application/rss+xml"), serializeExtensionsAsAtom: true))),
        ("atom.xml", "application/atom+xml; charset=utf-8", (source, frame, self) => Xml(new Atom10FeedFormatter(FeedOf(source, frame, self, "application/atom+xml")))),
        ("feed.json", "application/feed+json; charset=utf-8", JsonFeed),
    ];

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public static void MapFeeds(this WebApplication app)
    {
        foreach (var prefix in Editions.Prefixed.Select(language => $"/{language}").Prepend(""))
        {
            foreach (var (file, type, write) in Formats)
            {
                Map(app, $"{prefix}/{file}", "", type, write);
                Map(app, $"{prefix}/{{slug}}/{file}", "section", type, write);
                Map(app, $"{prefix}/tag/{{slug}}/{file}", "tag", type, write);
                Map(app, $"{prefix}/author/{{slug}}/{file}", "author", type, write);
            }
        }
    }

    private static void Map(WebApplication app, string pattern, string kind, string type, Func<FeedSource, PageFrame, string, byte[]> write) =>
        app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], async (HttpContext context, NewsDb db, PageFrame frame, PageNotes notes, CancellationToken cancel) =>
        {
            var slug = Text.CleanText.Line((string?)context.Request.RouteValues["slug"] ?? "");
            return await FeedSource.FindAsync(db, frame, notes, kind, slug, cancel) is { } source
                ? Results.Bytes(write(source, frame, context.Request.Path.ToUriComponent()), type)
                : Results.NotFound();
        });

    private static SyndicationFeed FeedOf(FeedSource source, PageFrame frame, string self, string type)
    {
        var feed = new SyndicationFeed(source.Title, source.Description, new Uri(frame.Absolute(source.Home)))
        {
            Id = frame.Absolute(source.Home),
            Language = frame.Language,
            Items = source.Stories.Select(story => ItemOf(frame, story)).ToList(),
            LastUpdatedTime = source.Stories.Count > 0 ? source.Stories.Max(story => story.Card.UpdatedAt ?? story.Card.PublishedAt) : DateTimeOffset.UnixEpoch,
        };
        // Atom wants somebody to answer for each entry.
        feed.Authors.Add(new SyndicationPerson { Name = frame.Settings.Name });
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(frame.Absolute(self)), type));
        if (type == "application/rss+xml")
        {
            // RSS's own author element wants an e-mail address; we never publish one.
            feed.Authors.Clear();
        }
        return feed;
    }

    private static SyndicationItem ItemOf(PageFrame frame, FeedStory story)
    {
        var card = story.Card;
        var item = new SyndicationItem
        {
            // The short link never changes, so neither does the item's identity.
            Id = frame.Absolute(Address.ShortLink(card.Id)),
            Title = new TextSyndicationContent(card.Headline),
            Summary = new TextSyndicationContent(card.Standfirst),
            Content = story.Html is null ? null : SyndicationContent.CreateHtmlContent(story.Html),
            PublishDate = card.PublishedAt,
            LastUpdatedTime = card.UpdatedAt ?? card.PublishedAt,
            Categories = { new SyndicationCategory(card.SectionName) },
        };
        item.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(frame.Absolute(Address.Of(card)))));
        if (card.Author is { } author)
        {
            item.ElementExtensions.Add("creator", "http://purl.org/dc/elements/1.1/", author);
        }
        return item;
    }

    private static byte[] Xml(SyndicationFeedFormatter formatter)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, CheckCharacters = true }))
        {
            formatter.WriteTo(xml);
        }
        return bytes.ToArray();
    }

    private static byte[] JsonFeed(FeedSource source, PageFrame frame, string self) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object?>
    {
        ["version"] = "https://jsonfeed.org/version/1.1",
        ["title"] = source.Title,
        ["description"] = source.Description,
        ["home_page_url"] = frame.Absolute(source.Home),
        ["feed_url"] = frame.Absolute(self),
        ["language"] = frame.Language,
        ["items"] = source.Stories.Select(story => new Dictionary<string, object?>
        {
            ["id"] = frame.Absolute(Address.ShortLink(story.Card.Id)),
            ["url"] = frame.Absolute(Address.Of(story.Card)),
            ["title"] = story.Card.Headline,
            ["summary"] = story.Card.Standfirst,
            ["content_html"] = story.Html,
            ["content_text"] = story.Html is null ? story.Card.Standfirst : null,
            ["image"] = story.Card.Picture is { } picture ? frame.Absolute(Address.Rendition(picture.Key, picture.Widest, "jpg")) : null,
            ["date_published"] = Iso(story.Card.PublishedAt),
            ["date_modified"] = Iso(story.Card.UpdatedAt ?? story.Card.PublishedAt),
            ["authors"] = story.Card.Author is { } author ? new[] { new Dictionary<string, string> { ["name"] = author } } : null,
            ["tags"] = new[] { story.Card.SectionName },
        }),
    }, Json);

    private static string Iso(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
