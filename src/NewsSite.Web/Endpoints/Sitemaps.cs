using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Web.Endpoints;

/// <summary>
/// An index of shards, each a range of story numbers, so that a shard never changes its place; written while it is read, however long it is.
/// </summary>
public static class Sitemaps
{
    private const int Shard = 5_000;
    private const string Ns = "http://www.sitemaps.org/schemas/sitemap/0.9", News = "http://www.google.com/schemas/sitemap-news/0.9", Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(48);

    public static void MapSitemaps(this WebApplication app)
    {
        app.MapMethods("/sitemap.xml", [HttpMethods.Get, HttpMethods.Head], IndexAsync);
        app.MapMethods("/sitemap-pages.xml", [HttpMethods.Get, HttpMethods.Head], PagesAsync);
        app.MapMethods("/sitemap-{number:int:min(0)}.xml", [HttpMethods.Get, HttpMethods.Head], ShardAsync);
        app.MapMethods("/news-sitemap.xml", [HttpMethods.Get, HttpMethods.Head], NewsAsync);
        app.MapMethods("/opml.xml", [HttpMethods.Get, HttpMethods.Head], OpmlAsync);
    }

    private static async Task IndexAsync(HttpContext http, NewsDb db, PageFrame frame, CancellationToken cancel)
    {
        var last = await db.Articles.Live(frame.Now).MaxAsync(a => (int?)a.Id, cancel) ?? 0;
        await WriteAsync(http, "sitemapindex", async xml =>
        {
            await EntryAsync(xml, "sitemap", frame.Absolute("/sitemap-pages.xml"), null);
            for (var number = 0; number <= last / Shard; number++)
            {
                await EntryAsync(xml, "sitemap", frame.Absolute(string.Create(CultureInfo.InvariantCulture, $"/sitemap-{number}.xml")), null);
            }
        });
    }

    private static async Task PagesAsync(HttpContext http, NewsDb db, PageFrame frame, CancellationToken cancel)
    {
        await frame.LoadAsync(cancel);
        await WriteAsync(http, "urlset", async xml =>
        {
            foreach (var language in frame.Outline.Editions)
            {
                await EntryAsync(xml, "url", frame.Absolute(Address.Home(language)), null);
                await EntryAsync(xml, "url", frame.Absolute(Address.Latest(language)), null);
            }
            foreach (var section in frame.Outline.Sections)
            {
                await EntryAsync(xml, "url", frame.Absolute(Address.Of(section)), null);
            }
            foreach (var (language, name) in frame.Outline.Standing)
            {
                await EntryAsync(xml, "url", frame.Absolute(Address.Standing(language, name)), null);
            }
            await foreach (var tag in db.Tags.OrderBy(t => t.Id).Select(t => new { t.Language, t.Slug }).AsAsyncEnumerable().WithCancellation(cancel))
            {
                await EntryAsync(xml, "url", frame.Absolute(Address.Tag(tag.Language, tag.Slug)), null);
            }
            await foreach (var slug in db.Authors.OrderBy(a => a.Id).Select(a => a.Slug).AsAsyncEnumerable().WithCancellation(cancel))
            {
                await EntryAsync(xml, "url", frame.Absolute(Address.Author(Languages.Main, slug)), null);
            }
        });
    }

    private static async Task ShardAsync(int number, HttpContext http, NewsDb db, PageFrame frame, CancellationToken cancel)
    {
        var (from, until) = ((long)number * Shard, ((long)number + 1) * Shard);
        var stories = db.Articles.Live(frame.Now).Where(a => a.Id >= from && a.Id < until);
        // Of all the shard's stories, live or not: whether they are stands behind their bodies, which SQLite would have to walk over.
        var keys = db.Articles.Where(a => a.Id >= from && a.Id < until && a.TranslationKey != null).Select(a => a.TranslationKey);
        var translations = (await db.Articles.Live(frame.Now).Where(a => a.TranslationKey != null && keys.Contains(a.TranslationKey))
            .Select(a => new { a.TranslationKey, a.Language, Section = a.Section.Slug, a.Slug, a.Id }).ToListAsync(cancel)).ToLookup(a => a.TranslationKey!.Value);
        await WriteAsync(http, "urlset", async xml =>
        {
            await foreach (var story in stories.OrderBy(a => a.Id)
                .Select(a => new { a.TranslationKey, a.Language, Section = a.Section.Slug, a.Slug, a.Id, a.PublishedAt, a.UpdatedAt }).AsAsyncEnumerable().WithCancellation(cancel))
            {
                await xml.WriteStartElementAsync(null, "url", Ns);
                await xml.WriteElementStringAsync(null, "loc", Ns, frame.Absolute(Address.Article(story.Language, story.Section, story.Slug, story.Id)));
                await xml.WriteElementStringAsync(null, "lastmod", Ns, Iso(story.UpdatedAt ?? story.PublishedAt!.Value));
                foreach (var one in story.TranslationKey is { } key ? translations[key] : [])
                {
                    await xml.WriteStartElementAsync("xhtml", "link", Xhtml);
                    await xml.WriteAttributeStringAsync(null, "rel", null, "alternate");
                    await xml.WriteAttributeStringAsync(null, "hreflang", null, one.Language);
                    await xml.WriteAttributeStringAsync(null, "href", null, frame.Absolute(Address.Article(one.Language, one.Section, one.Slug, one.Id)));
                    await xml.WriteEndElementAsync();
                }
                await xml.WriteEndElementAsync();
            }
        });
    }

    private static async Task NewsAsync(HttpContext http, NewsDb db, PageFrame frame, CancellationToken cancel)
    {
        await frame.LoadAsync(cancel);
        var since = frame.Now - Fresh;
        await WriteAsync(http, "urlset", async xml =>
        {
            // The format takes a thousand at most.
            await foreach (var card in db.Articles.Live(frame.Now).Where(a => a.PublishedAt > since).NewestFirst().Take(1_000).AsCards().AsAsyncEnumerable().WithCancellation(cancel))
            {
                await xml.WriteStartElementAsync(null, "url", Ns);
                await xml.WriteElementStringAsync(null, "loc", Ns, frame.Absolute(Address.Of(card)));
                await xml.WriteStartElementAsync("news", "news", News);
                await xml.WriteStartElementAsync("news", "publication", News);
                await xml.WriteElementStringAsync("news", "name", News, frame.Outline.SettingsOf(card.Language).Name);
                await xml.WriteElementStringAsync("news", "language", News, card.Language);
                await xml.WriteEndElementAsync();
                await xml.WriteElementStringAsync("news", "publication_date", News, Iso(card.PublishedAt));
                await xml.WriteElementStringAsync("news", "title", News, card.Headline);
                await xml.WriteEndElementAsync();
                await xml.WriteEndElementAsync();
            }
        });
    }

    /// <summary>Every edition's and section's feed, for readers' programs to take over at once.</summary>
    private static async Task OpmlAsync(HttpContext http, PageFrame frame, CancellationToken cancel)
    {
        await frame.LoadAsync(cancel);
        await WriteAsync(http, "opml", async xml =>
        {
            await xml.WriteStartElementAsync(null, "head", null);
            await xml.WriteElementStringAsync(null, "title", null, frame.Settings.Name);
            await xml.WriteEndElementAsync();
            await xml.WriteStartElementAsync(null, "body", null);
            foreach (var language in frame.Outline.Editions)
            {
                await OutlineAsync(xml, frame, frame.Outline.SettingsOf(language).Name, Address.Home(language));
                foreach (var section in frame.Outline.SectionsOf(language))
                {
                    await OutlineAsync(xml, frame, section.Name, Address.Of(section));
                }
            }
            await xml.WriteEndElementAsync();
        }, "text/x-opml; charset=utf-8");
    }

    private static async Task OutlineAsync(XmlWriter xml, PageFrame frame, string name, string home)
    {
        await xml.WriteStartElementAsync(null, "outline", null);
        await xml.WriteAttributeStringAsync(null, "type", null, "rss");
        await xml.WriteAttributeStringAsync(null, "text", null, name);
        await xml.WriteAttributeStringAsync(null, "xmlUrl", null, frame.Absolute($"{home.TrimEnd('/')}/feed.xml"));
        await xml.WriteAttributeStringAsync(null, "htmlUrl", null, frame.Absolute(home));
        await xml.WriteEndElementAsync();
    }

    private static async Task EntryAsync(XmlWriter xml, string element, string address, DateTimeOffset? changed)
    {
        await xml.WriteStartElementAsync(null, element, Ns);
        await xml.WriteElementStringAsync(null, "loc", Ns, address);
        if (changed is { } at)
        {
            await xml.WriteElementStringAsync(null, "lastmod", Ns, Iso(at));
        }
        await xml.WriteEndElementAsync();
    }

    private static async Task WriteAsync(HttpContext http, string root, Func<XmlWriter, Task> body, string type = "application/xml; charset=utf-8")
    {
        http.Response.ContentType = type;
        http.Response.Headers.CacheControl = "public, max-age=60";
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return;
        }
        await using var xml = XmlWriter.Create(http.Response.Body, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, root, root == "opml" ? null : Ns);
        if (root == "opml")
        {
            await xml.WriteAttributeStringAsync(null, "version", null, "2.0");
        }
        await body(xml);
        await xml.WriteEndElementAsync();
        await xml.WriteEndDocumentAsync();
    }

    private static string Iso(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
