using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Caching;
using NewsSite.Text;

namespace NewsSite.StandingPages;

/// <summary>A page that stands by itself and that the newsroom edits: about, contact, privacy, imprint.</summary>
public sealed class StandingPage : IPageSubject
{
    /// <summary>Their addresses are fixed; what stands on them is not.</summary>
    public static readonly IReadOnlyList<string> Names = ["about", "contact", "privacy", "imprint"];

    public const int MaxTitle = 120, MaxBody = 50_000;

    private StandingPage() { }

    public StandingPage(string language, string name, string title, string markdown, DateTimeOffset now)
    {
        (Language, Name) = (language, name);
        Rewrite(title, markdown, now);
    }

    public int Id { get; private set; }
    public string Language { get; private set; } = Languages.Main;
    public string Name { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Markdown { get; private set; } = "";
    public string Html { get; private set; } = "";
    public DateTimeOffset UpdatedAt { get; private set; }

    // What an editor has rewritten is theirs, and stays when the demo goes.
    private bool fromDemo;

    public bool FromDemo { get => fromDemo; init => fromDemo = value; }

    public IEnumerable<string> PageTags => [Caching.PageTags.Standing(Language, Name), Caching.PageTags.Sections];

    public void Rewrite(string title, string markdown, DateTimeOffset now)
    {
        Title = CleanText.Line(title);
        Markdown = CleanText.Of(markdown);
        Html = ArticleBody.Render(Markdown, Language).Html;
        UpdatedAt = now;
        fromDemo = false;
    }
}

internal sealed class StandingPageMapping : IEntityTypeConfiguration<StandingPage>
{
    public void Configure(EntityTypeBuilder<StandingPage> page)
    {
        page.Property(p => p.Language).HasMaxLength(2);
        page.Property(p => p.Name).HasMaxLength(20);
        page.Property(p => p.Title).HasMaxLength(StandingPage.MaxTitle);
        page.Property(p => p.Markdown).HasMaxLength(StandingPage.MaxBody);
        page.HasIndex(p => new { p.Language, p.Name }).IsUnique();
        // Two who save in the same moment: the second is told.
        page.Property(p => p.UpdatedAt).IsConcurrencyToken();
    }
}
