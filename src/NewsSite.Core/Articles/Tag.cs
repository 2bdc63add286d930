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
    }

    public int Id { get; private set; }
    public string Language { get; private set; } = "ar";
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public bool FromDemo { get; init; }

    public IEnumerable<string> PageTags => [Caching.PageTags.Tag(Id)];
}

/// <summary>A tag on a story, in the editor's order.</summary>
public sealed class ArticleTag : IPageSubject
{
    private ArticleTag() { }

    internal ArticleTag(Tag tag, int position)
    {
        Tag = tag;
        Position = position;
    }

    public int ArticleId { get; private set; }
    public int TagId { get; private set; }
    public Tag Tag { get; private set; } = null!;
    public int Position { get; private set; }

    public IEnumerable<string> PageTags => [Caching.PageTags.Article(ArticleId), Caching.PageTags.Tag(TagId)];
}
