using NewsSite.Caching;
using NewsSite.Text;

namespace NewsSite.Articles;

public enum SectionKind
{
    News,

    /// <summary>Columns: the writer's name stands first, so that they never look like news.</summary>
    Opinion,
}

public sealed class Section : IPageSubject
{
    public const int MaxName = 60, MaxDescription = 300;

    /// <summary>First parts of the site's own addresses; a test compares them with the endpoints.</summary>
    public static readonly IReadOnlySet<string> ReservedSlugs = new HashSet<string>(StringComparer.Ordinal)
    {
        "a", "about", "account", "admin", "api", "archive", "author", "comments", "contact", "corrections", "css", "en", "errors", "feed", "fonts", "fr",
        "health", "img", "imprint", "index", "js", "latest", "media", "news-sitemap", "opml", "preview", "privacy", "robots", "rules", "saved", "search", "sitemap", "tag",
    };

    private Section() { }

    public Section(string language, string slug, string name, string description, int position, SectionKind kind = SectionKind.News, Section? parent = null)
    {
        Language = language;
        Slug = Free(slug);
        Name = CleanText.Line(name);
        Description = CleanText.Line(description);
        Position = position;
        Kind = kind;
        Parent = parent;
    }

    public int Id { get; private set; }
    public string Language { get; private set; } = "ar";
    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string Description { get; private set; } = "";
    public int Position { get; private set; }
    public SectionKind Kind { get; private set; }
    public int? ParentId { get; private set; }

    /// <summary>A sub-section stands on its parent's page and in its lists, not in the navigation.</summary>
    public Section? Parent { get; private set; }

    public bool FromDemo { get; init; }

    public IEnumerable<string> PageTags => [Caching.PageTags.Sections, Caching.PageTags.Section(Id)];

    /// <summary>Whether a section may have this address at all, taken or not.</summary>
    public static bool IsFree(string slug) => Text.Slug.Of(slug) is { Length: > 0 } free && !ReservedSlugs.Contains(free) && !free.All(char.IsDigit);

    /// <exception cref="ArgumentException">The address is the site's own, or empty, or would be taken for a story's number.</exception>
    private static string Free(string slug) => IsFree(slug)
        ? Text.Slug.Of(slug)
        : throw new ArgumentException($"A section cannot have the address '{slug}'.", nameof(slug));

    /// <returns>The redirect that its old address needs; null where the address stays.</returns>
    public Redirect? Rename(string name, string? slug, DateTimeOffset now)
    {
        var before = Address.Section(Language, Slug);
        (Name, Slug) = (CleanText.Line(name), Free(slug ?? Slug));
        return Redirect.Between(before, Address.Section(Language, Slug), now);
    }

    public void Describe(string description, SectionKind kind) => (Description, Kind) = (CleanText.Line(description), kind);

    /// <param name="parent">Of the same edition, and under no other itself; null: it stands by itself.</param>
    public void StandUnder(Section? parent) => (Parent, ParentId) = (parent, parent?.Id);

    public void Place(int position) => Position = position;
}
