using System.Globalization;

namespace NewsSite.Articles;

/// <summary>Paths of readers' pages, as percent-encoded ASCII: they are written into headers, feeds and sitemaps as they are.</summary>
public static class Address
{
    public static string Home(string language) => language == "ar" ? "/" : $"/{language}";

    public static string Of(ArticleCard card) => Article(card.Language, card.SectionSlug, card.Slug, card.Id);

    public static string Of(ArticlePage page) => Article(page.Language, page.SectionSlug, page.Slug, page.Id);

    public static string Of(SectionLink section) => Section(section.Language, section.Slug);

    public static string Section(string language, string slug) => $"{Prefix(language)}/{Uri.EscapeDataString(slug)}";

    public static string ShortLink(int id) => $"/a/{Text.ShortCode.Of(id)}";

    public static string Rendition(string key, int width, string format) =>
        string.Create(CultureInfo.InvariantCulture, $"/media/{key}-{width}.{format}");

    private static string Article(string language, string section, string slug, int id) =>
        string.Create(CultureInfo.InvariantCulture, $"{Section(language, section)}/{(slug.Length == 0 ? "" : Uri.EscapeDataString(slug) + "-")}{id}");

    private static string Prefix(string language) => language == "ar" ? "" : $"/{language}";
}
