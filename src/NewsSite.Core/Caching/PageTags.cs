using System.Globalization;

namespace NewsSite.Caching;

/// <summary>Names of what a cached page depends on. They are ids, never words: a tag must fit in a header and outlive a renaming.</summary>
public static class PageTags
{
    public const string Settings = "settings", Sections = "sections";

    /// <summary>Every page that lists the newest stories of an edition.</summary>
    public static string Edition(string language) => $"edition:{language}";

    public static string Article(int id) => Named("article", id);
    public static string Section(int id) => Named("section", id);
    public static string Tag(int id) => Named("tag", id);
    public static string Author(int id) => Named("author", id);

    public static string Standing(string language, string name) => $"standing:{language}:{name}";

    private static string Named(string kind, int id) => string.Create(CultureInfo.InvariantCulture, $"{kind}:{id}");
}

/// <summary>A row that readers' pages show. When it is saved, the pages under its tags, of the old and of the new values, are stale.</summary>
public interface IPageSubject
{
    IEnumerable<string> PageTags { get; }

    /// <summary>False where a storm of such changes may be joined and shown once a second; publication, correction and moderation never wait.</summary>
    bool EvictsAtOnce => true;
}
