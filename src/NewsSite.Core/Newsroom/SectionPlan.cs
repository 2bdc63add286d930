using NewsSite.Articles;
using NewsSite.Text;

namespace NewsSite.Newsroom;

/// <summary>Everything of a section that an editor may set.</summary>
/// <param name="Slug">Empty: made from the name.</param>
public sealed record SectionPlan(string Name, string Slug, string Description, SectionKind Kind, int? ParentId)
{
    public string Address => Text.Slug.Of(Slug.Trim().Length > 0 ? Slug : Name);

    public string Fingerprint => Text.Fingerprint.Of(Name, Slug, Description, Kind, ParentId);

    public static SectionPlan Of(Section section) => new(section.Name, section.Slug, section.Description, section.Kind, section.ParentId);
}

public enum SectionRefusal
{
    /// <summary>The address is one of the site's own, only digits, or none.</summary>
    Reserved,

    Taken,

    /// <summary>The section above it is of another edition, below another one, or itself.</summary>
    WrongParent,

    /// <summary>It has sub-sections, so it cannot be one.</summary>
    HasSubsections,

    /// <summary>Somebody else has changed it since the form was opened.</summary>
    Changed,

    /// <summary>Stories or sub-sections are in it.</summary>
    InUse,
}
