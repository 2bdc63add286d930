using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Endpoints;

public static class Feeds
{
    private const int Stories = 30;

    public static void MapFeeds(this WebApplication app) => app.MapMethods("/feed.xml", [HttpMethods.Get, HttpMethods.Head], RssAsync);

    private static async Task<IResult> RssAsync(NewsDb db, PageFrame frame, PageNotes notes, CancellationToken cancel)
    {
        await frame.LoadAsync(cancel);
        var cards = await db.Articles.Live(frame.Now).In(frame.Language).NewestFirst().Take(Stories).AsCards().ToListAsync(cancel);
        return Results.Bytes(Write(FeedOf(frame, cards, "/feed.xml")), "application/rss+xml; charset=utf-8");
    }

    private static SyndicationFeed FeedOf(PageFrame frame, List<ArticleCard> cards, string self)
    {
        var feed = new SyndicationFeed(frame.Settings.Name, frame.Settings.Description, new Uri(frame.Absolute(Address.Home(frame.Language))))
        {
            Language = frame.Language,
            Items = cards.Select(card => ItemOf(frame, card)).ToList(),
            LastUpdatedTime = cards.Count > 0 ? cards.Max(card => card.UpdatedAt ?? card.PublishedAt) : DateTimeOffset.UnixEpoch,
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(frame.Absolute(self)), "application/rss+xml"));
        return feed;
    }

    private static SyndicationItem ItemOf(PageFrame frame, ArticleCard card)
    {
        var item = new SyndicationItem
        {
            // The short link never changes, so neither does the item's identity.
            Id = frame.Absolute(Address.ShortLink(card.Id)),
            Title = new TextSyndicationContent(card.Headline),
            Summary = new TextSyndicationContent(card.Standfirst),
            PublishDate = card.PublishedAt,
            Categories = { new SyndicationCategory(card.SectionName) },
        };
        item.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(frame.Absolute(Address.Of(card)))));
        if (card.AuthorName is { } author)
        {
            // RSS's own author element wants an e-mail address; we never publish one.
            item.ElementExtensions.Add("creator", "http://purl.org/dc/elements/1.1/", author);
        }
        return item;
    }

    private static byte[] Write(SyndicationFeed feed)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            new Rss20FeedFormatter(feed, serializeExtensionsAsAtom: false).WriteTo(xml);
        }
        return bytes.ToArray();
    }
}
