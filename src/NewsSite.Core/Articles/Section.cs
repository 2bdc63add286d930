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

    private Section() { }

    public Section(string language, string slug, string name, string description, int position, SectionKind kind = SectionKind.News)
    {
        Language = language;
        Slug = Text.Slug.Of(slug);
        Name = CleanText.Line(name);
        Description = CleanText.Line(description);
        Position = position;
        Kind = kind;
    }

    public int Id { get; private set; }
    public string Language { get; private set; } = "ar";
    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string Description { get; private set; } = "";
    public int Position { get; private set; }
    public SectionKind Kind { get; private set; }
    public bool FromDemo { get; init; }

    public IEnumerable<string> PageTags => [Caching.PageTags.Sections, Caching.PageTags.Section(Id)];

    public void Rename(string name) => Name = CleanText.Line(name);
}
