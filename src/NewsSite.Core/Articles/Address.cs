using System.Globalization;
using NewsSite.Media;
using NewsSite.Text;

namespace NewsSite.Articles;

/// <summary>Paths of readers' pages, as percent-encoded ASCII: they are written into headers, feeds and sitemaps as they are.</summary>
public static class Address
{
    public static string Home(string language) => language == Languages.Main ? "/" : $"/{language}";

    public static string Of(ArticleCard card) => Article(card.Language, card.SectionSlug, card.Slug, card.Id);

    public static string Of(ArticlePage page) => Article(page.Language, page.SectionSlug, page.Slug, page.Id);

    public static string Of(SectionLink section) => Section(section.Language, section.Slug);

    public static string Section(string language, string slug) => $"{Prefix(language)}/{Uri.EscapeDataString(slug)}";

    public static string Tag(string language, string slug) => $"{Prefix(language)}/tag/{Uri.EscapeDataString(slug)}";

    public static string Author(string language, string slug) => $"{Prefix(language)}/author/{Uri.EscapeDataString(slug)}";

    public static string Preview(string language, string token) => $"{Prefix(language)}/preview/{token}";

    public static string Latest(string language) => $"{Prefix(language)}/latest";

    /// <summary>A page that stands by itself, such as <c>rules</c> or <c>about</c>.</summary>
    public static string Standing(string language, string name) => $"{Prefix(language)}/{name}";

    public static string Archive(string language, int year, int? month = null, int? day = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix(language)}/archive/{year:0000}{(month is null ? "" : $"/{month:00}")}{(day is null ? "" : $"/{day:00}")}");

    /// <summary>Where a comment on the story is sent; with <paramref name="parent"/>, where an answer is written without script.</summary>
    public static string NewComment(string language, int article, int? parent = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix(language)}/comments/new?article={article}{(parent is null ? "" : $"&parent={parent}")}");

    /// <summary>A story's comments on pages of their own.</summary>
    public static string Thread(string language, int article, string? sort = null, string? from = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix(language)}/comments/thread?article={article}{(from is null ? "" : $"&from={from}")}{(sort is null ? "" : $"&sort={sort}")}");

    /// <summary>For ever, whatever page the comment has moved to.</summary>
    public static string Comment(string language, int id) => string.Create(CultureInfo.InvariantCulture, $"{Prefix(language)}/comments/{id}");

    /// <summary>Where its writer objects to what was decided about it.</summary>
    public static string Appeal(string language, int id) => string.Create(CultureInfo.InvariantCulture, $"{Prefix(language)}/comments/{id}/appeal");

    /// <summary>Where readers report it.</summary>
    public static string Flag(string language, int id) => string.Create(CultureInfo.InvariantCulture, $"{Prefix(language)}/comments/{id}/flag");

    /// <summary>The public counts of moderation; null: of the month that runs.</summary>
    public static string CommentReport(string language, string? month = null) => $"{Prefix(language)}/comments/report{(month is null ? "" : $"?month={month}")}";

    public static string MyComment(string language, int id) => string.Create(CultureInfo.InvariantCulture, $"{Prefix(language)}/comments/mine/{id}");

    /// <summary>Where writers prove their address, and see, take away or erase what they wrote.</summary>
    public static string Yours(string language) => $"{Prefix(language)}/comments/yours";

    /// <summary>Where readers' votes are sent.</summary>
    public static string Useful(string language) => $"{Prefix(language)}/comments/useful";

    /// <summary>What open pages ask for new comments.</summary>
    public static string NewComments(int article) => string.Create(CultureInfo.InvariantCulture, $"/comments/count?article={article}");

    /// <summary>Where a story's comments can be followed by letter, without writing one.</summary>
    public static string FollowComments(string language, int article) => string.Create(CultureInfo.InvariantCulture, $"{Prefix(language)}/comments/follow?article={article}");

    /// <summary>Where a mailbox says that it wants letters; with <paramref name="token"/> as the letter brought it.</summary>
    public static string ConfirmLetters(string language, string token) => $"{Prefix(language)}/comments/letters/{token}/confirm";

    /// <summary>Where letters are stopped, by people and by mail programs.</summary>
    public static string StopLetters(string language, string token) => $"{Prefix(language)}/comments/letters/{token}";

    public static string Face(string key) => $"/comments/face/{key}.svg";

    public static string ShortLink(int id) => $"/a/{ShortCode.Of(id)}";

    public static string Rendition(string key, int width, string format) => Medium(RenditionPlan.FileName(key, width, format));

    public static string Medium(string file) => $"/media/{file}";

    public static string Article(string language, string section, string slug, int id) =>
        string.Create(CultureInfo.InvariantCulture, $"{Section(language, section)}/{(slug.Length == 0 ? "" : Uri.EscapeDataString(slug) + "-")}{id}");

    private static string Prefix(string language) => language == Languages.Main ? "" : $"/{language}";
}
