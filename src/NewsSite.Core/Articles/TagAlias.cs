using NewsSite.Caching;
using NewsSite.Text;

namespace NewsSite.Articles;

/// <summary>Another name for a tag: who types it, or comes to its address, means that tag. A name that a tag once had is one.</summary>
public sealed class TagAlias : IPageSubject
{
    private TagAlias() { }

    public TagAlias(Tag tag, string name)
    {
        Language = tag.Language;
        Tag = tag;
        Name = CleanText.Line(name);
        Key = Slug.KeyOf(name);
    }

    public int Id { get; private set; }
    public string Language { get; private set; } = "ar";
    public string Name { get; private set; } = "";

    /// <summary>As <see cref="Tag.Key"/>.</summary>
    public string Key { get; private set; } = "";

    public int TagId { get; private set; }
    public Tag Tag { get; private set; } = null!;

    public IEnumerable<string> PageTags => [Caching.PageTags.Tag(TagId), Caching.PageTags.Edition(Language)];
}
