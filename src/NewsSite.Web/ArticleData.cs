using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using NewsSite.Articles;

namespace NewsSite.Web;

/// <summary>A story as schema.org's NewsArticle, for search engines.</summary>
public sealed record ArticleData(ArticlePage Story, int Comments)
{
    // Escapes <, > and & still: a headline cannot end the script element.
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public string Json(PageFrame frame, string home)
    {
        var address = frame.Absolute(Address.Of(Story));
        return JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["@context"] = "https://schema.org",
            ["@graph"] = new object[] { Article(Story, frame, address, Comments), Breadcrumbs(Story, frame, home) },
        }, Options);
    }

    private static Dictionary<string, object?> Article(ArticlePage story, PageFrame frame, string address, int comments) => new()
    {
        ["@type"] = "NewsArticle",
        ["@id"] = address,
        ["mainEntityOfPage"] = address,
        ["headline"] = story.Headline,
        ["description"] = story.Standfirst,
        ["inLanguage"] = story.Language,
        ["datePublished"] = Iso(story.PublishedAt!.Value),
        ["dateModified"] = Iso(story.UpdatedAt ?? story.PublishedAt!.Value),
        ["articleSection"] = story.SectionName,
        ["keywords"] = story.Tags.Count > 0 ? story.Tags.Select(tag => tag.Name) : null,
        ["wordCount"] = story.Words,
        ["commentCount"] = comments,
        ["discussionUrl"] = $"{address}#comments",
        ["image"] = story.Picture is null ? null : frame.Absolute(Address.Rendition(story.Picture.Key, story.Picture.Widest, "jpg")),
        ["author"] = story.Bylines.Where(by => by.Role == BylineRole.Writer)
            .Select(by => new Dictionary<string, string> { ["@type"] = "Person", ["name"] = by.NameIn(story.Language), ["jobTitle"] = by.JobIn(story.Language), ["url"] = frame.Absolute(Address.Author(story.Language, by.Slug)) }),
        ["publisher"] = new Dictionary<string, string>
        {
            ["@type"] = "NewsMediaOrganization",
            ["name"] = frame.Settings.Name,
            ["url"] = frame.Absolute(Address.Home(story.Language)),
        },
    };

    private static Dictionary<string, object?> Breadcrumbs(ArticlePage story, PageFrame frame, string home) => new()
    {
        ["@type"] = "BreadcrumbList",
        ["itemListElement"] = new[]
        {
            Crumb(1, home, frame.Absolute(Address.Home(story.Language))),
            Crumb(2, story.SectionName, frame.Absolute(Address.Section(story.Language, story.SectionSlug))),
            Crumb(3, story.Headline, null),
        },
    };

    private static Dictionary<string, object?> Crumb(int position, string name, string? address) =>
        new() { ["@type"] = "ListItem", ["position"] = position, ["name"] = name, ["item"] = address };

    private static string Iso(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
