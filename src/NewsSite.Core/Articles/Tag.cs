using NewsSite.Caching;
using NewsSite.Text;

namespace NewsSite.Articles;

public sealed class Tag : IPageSubject
{
    public const int MaxName = 60;

    private Tag() { }

    public Tag(string language, string name)
    {
        Language = language;
        Name = CleanText.Line(name);
        Slug = Text.Slug.Of(name);
        Key = Text.Slug.KeyOf(name);
    }

    public int Id { get; private set; }
    public string Language { get; private set; } = "ar";
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";

    /// <summary>Its slug without the differences that spelling makes: by it a variant is found, not doubled.</summary>
    public string Key { get; private set; } = "";

    public bool FromDemo { get; init; }

    public IEnumerable<string> PageTags => [Caching.PageTags.Tag(Id), Caching.PageTags.Edition(Language)];

    /// <returns>The redirect that its old address needs; null where the address stays.</returns>
    public Redirect? Rename(string name, DateTimeOffset now)
    {
        var before = Address.Tag(Language, Slug);
        Name = CleanText.Line(name);
        Slug = Text.Slug.Of(name);
        Key = Text.Slug.KeyOf(name);
        return Redirect.Between(before, Address.Tag(Language, Slug), now);
    }
}

/// <summary>A tag on a story, in the editor's order.</summary>
public sealed class ArticleTag : IPageSubject
{
    private ArticleTag() { }

    internal ArticleTag(Tag tag, int position, DateTimeOffset? publishedAt)
    {
        Tag = tag;
        PublishedAt = publishedAt;
        Position = position;
    }

    public int ArticleId { get; private set; }
    public Article Article { get; private set; } = null!;
    public int TagId { get; private set; }
    public Tag Tag { get; private set; } = null!;
    public int Position { get; internal set; }

    /// <summary>The story's, kept here too so that the tag's list is read along one index.</summary>
    public DateTimeOffset? PublishedAt { get; internal set; }

    public IEnumerable<string> PageTags => [Caching.PageTags.Article(ArticleId), Caching.PageTags.Tag(TagId)];
}
