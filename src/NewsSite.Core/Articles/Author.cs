using NewsSite.Caching;
using NewsSite.Media;
using NewsSite.Text;

namespace NewsSite.Articles;

/// <summary>Somebody whom a byline names. Authors need no account.</summary>
public sealed class Author : IPageSubject
{
    public const int MaxName = 80, MaxRole = 80, MaxLife = 2_000;

    private Author() { }

    public Author(string name, string role, string life, Picture? portrait = null)
    {
        Name = CleanText.Line(name);
        Slug = Text.Slug.Of(name);
        Role = CleanText.Line(role);
        Life = CleanText.Of(life);
        Portrait = portrait;
    }

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";

    /// <summary>As printed under the name: «محررة الشؤون الأوروبية».</summary>
    public string Role { get; private set; } = "";

    /// <summary>A few sentences, Markdown.</summary>
    public string Life { get; private set; } = "";

    public Picture? Portrait { get; private set; }
    public int? PortraitId { get; private set; }
    public bool FromDemo { get; init; }

    public IEnumerable<string> PageTags => [Caching.PageTags.Author(Id)];
}

public enum BylineRole { Writer, Photographer, Illustrator, Translator }

/// <summary>One name over a story and what that person did for it.</summary>
public sealed class Byline : IPageSubject
{
    private Byline() { }

    internal Byline(Author author, BylineRole role, int position)
    {
        Author = author;
        Role = role;
        Position = position;
    }

    public int ArticleId { get; private set; }
    public int AuthorId { get; private set; }
    public Author Author { get; private set; } = null!;
    public BylineRole Role { get; private set; }
    public int Position { get; private set; }

    public IEnumerable<string> PageTags => [Caching.PageTags.Article(ArticleId), Caching.PageTags.Author(AuthorId)];
}
