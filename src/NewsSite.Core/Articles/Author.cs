using NewsSite.Caching;
using NewsSite.Media;
using NewsSite.Text;

namespace NewsSite.Articles;

/// <summary>Somebody whom a byline names. Authors need no account.</summary>
public sealed class Author : IPageSubject
{
    public const int MaxName = 80, MaxRole = 80, MaxLife = 2_000;

    private IReadOnlyDictionary<string, AuthorWords> elsewhere = new Dictionary<string, AuthorWords>();

    private Author() { }

    public Author(string name, string role, string life, Picture? portrait = null)
    {
        Name = CleanText.Line(name);
        Slug = Text.Slug.Of(name);
        Key = Text.Slug.KeyOf(name);
        Role = CleanText.Line(role);
        Life = CleanText.Of(life);
        Portrait = portrait;
    }

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public string Key { get; private set; } = "";

    /// <summary>As printed under the name: «محررة الشؤون الأوروبية».</summary>
    public string Role { get; private set; } = "";

    /// <summary>A few sentences, Markdown.</summary>
    public string Life { get; private set; } = "";

    /// <summary>Name and role in the other editions, by language.</summary>
    public IReadOnlyDictionary<string, AuthorWords> Elsewhere { get => elsewhere; init => elsewhere = value; }

    public Picture? Portrait { get; private set; }
    public int? PortraitId { get; private set; }
    public bool FromDemo { get; init; }

    // Printed on every card: rarely changed, and then everywhere.
    public IEnumerable<string> PageTags => [Caching.PageTags.Author(Id), .. Languages.All.Select(Caching.PageTags.Edition)];

    /// <returns>The redirects that the old addresses, one in each edition, need.</returns>
    public IEnumerable<Redirect> Rename(string name, DateTimeOffset now)
    {
        var before = Slug;
        Name = CleanText.Line(name);
        Slug = Text.Slug.Of(name);
        Key = Text.Slug.KeyOf(name);
        return Languages.All.Select(language => Redirect.Between(Address.Author(language, before), Address.Author(language, Slug), now)).OfType<Redirect>();
    }

    public void Describe(string role, string life, Picture? portrait, IReadOnlyDictionary<string, AuthorWords> elsewhere)
    {
        Role = CleanText.Line(role);
        Life = CleanText.Of(life);
        Portrait = portrait;
        PortraitId = portrait?.Id;
        this.elsewhere = elsewhere;
    }
}

/// <summary>An author's name and role as another edition writes them.</summary>
public sealed record AuthorWords(string Name, string Role);

public enum BylineRole { Writer, Photographer, Illustrator, Translator }

/// <summary>One name over a story and what that person did for it.</summary>
public sealed class Byline : IPageSubject
{
    private Byline() { }

    internal Byline(Author author, BylineRole role, int position, DateTimeOffset? publishedAt)
    {
        PublishedAt = publishedAt;
        Author = author;
        Role = role;
        Position = position;
    }

    public int ArticleId { get; private set; }
    public Article Article { get; private set; } = null!;
    public int AuthorId { get; private set; }
    public Author Author { get; private set; } = null!;
    public BylineRole Role { get; private set; }
    public int Position { get; private set; }

    /// <summary>The story's, kept here too so that the author's list is read along one index.</summary>
    public DateTimeOffset? PublishedAt { get; internal set; }

    public IEnumerable<string> PageTags => [Caching.PageTags.Article(ArticleId), Caching.PageTags.Author(AuthorId)];
}
