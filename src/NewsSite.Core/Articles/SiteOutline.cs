using Microsoft.EntityFrameworkCore;
using NewsSite.Caching;
using NewsSite.Data;
using NewsSite.Settings;
using NewsSite.Text;

namespace NewsSite.Articles;

public sealed record SectionLink(int Id, string Language, string Slug, string Name, string Description, SectionKind Kind, int? ParentId);

/// <summary>What every page needs: settings and sections. Read once and kept until one of them is evicted.</summary>
public sealed record SiteOutline(IReadOnlyDictionary<string, string> SettingRows, IReadOnlyList<SectionLink> Sections, IReadOnlySet<(string Language, string Name)> Standing, bool HasDemo)
{
    public static readonly SiteOutline Empty = new(new Dictionary<string, string>(), [], new HashSet<(string, string)>(), HasDemo: false);

    /// <summary>The editions that readers find: those with a section that are in use, and always the main one.</summary>
    public IReadOnlyList<string> Editions { get; } =
        [.. Languages.All.Where(language => language == Languages.Main || (Sections.Any(section => section.Language == language) && SiteSettings.From(SettingRows, language).InUse))];

    /// <summary>The newsroom's own words for a posting rule, as <c>Rule.3.Text</c>; null: those that the program brings.</summary>
    public string? RuleWords(string language, string name) =>
        name.StartsWith("Rule.", StringComparison.Ordinal) ? SettingRows.GetValueOrDefault(SiteSettings.RowOf(language, name)) : null;

    public HouseAnnouncement? Announcement(string language, AnnouncementSlot slot) => HouseAnnouncement.Read(SettingRows, language, slot);

    public SiteSettings SettingsOf(string language) => SiteSettings.From(SettingRows, language);

    public IEnumerable<SectionLink> SectionsOf(string language) => Sections.Where(section => section.Language == language);

    public IEnumerable<SectionLink> SubsectionsOf(SectionLink section) => Sections.Where(one => one.ParentId == section.Id);

    /// <summary>Found by its slug, or by a spelling of it that differs in what <see cref="ArabicText.Fold"/> takes away.</summary>
    public SectionLink? Section(string language, string slug)
    {
        var key = ArabicText.Fold(slug);
        return SectionsOf(language).FirstOrDefault(section => section.Slug == slug)
            ?? SectionsOf(language).FirstOrDefault(section => ArabicText.Fold(section.Slug) == key);
    }

    internal static async Task<SiteOutline> ReadAsync(NewsDb db, CancellationToken cancel)
    {
        var settings = await db.Settings.AsNoTracking().ToDictionaryAsync(row => row.Name, row => row.Value, cancel);
        var sections = await db.Sections.OrderBy(s => s.Position).ThenBy(s => s.Id)
            .Select(s => new SectionLink(s.Id, s.Language, s.Slug, s.Name, s.Description, s.Kind, s.ParentId)).ToListAsync(cancel);
        var standing = await db.Set<StandingPages.StandingPage>().Select(p => new { p.Language, p.Name }).ToListAsync(cancel);
        var hasDemo = await db.Articles.AnyAsync(a => a.FromDemo, cancel);
        return new(settings, sections, standing.Select(p => (p.Language, p.Name)).ToHashSet(), hasDemo);
    }
}

/// <summary>The outline, and what the clock changes in each edition, kept between requests.</summary>
public sealed class SiteKeeper
{
    /// <summary>A page that shows the outline is stale when one of these is evicted.</summary>
    public static readonly IReadOnlyList<string> OutlineTags = [PageTags.Settings, PageTags.Sections];

    private readonly Kept<SiteOutline> outline;
    private readonly Dictionary<string, Kept<EditionNow>> editions;

    public SiteKeeper(IDbContextFactory<NewsDb> databases, PageMoments moments, TimeProvider clock)
    {
        outline = new(moments, clock, OutlineTags, async cancel =>
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            return (await SiteOutline.ReadAsync(db, cancel), null);
        });
        editions = Languages.All.ToDictionary(language => language, language => new Kept<EditionNow>(moments, clock, [PageTags.Edition(language)], async cancel =>
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var edition = await EditionNow.ReadAsync(db, language, clock.Now, cancel);
            return (edition, edition.ChangesAt);
        }));
    }

    public ValueTask<SiteOutline> OutlineAsync(CancellationToken cancel) => outline.GetAsync(cancel);

    public ValueTask<EditionNow> EditionAsync(string language, CancellationToken cancel) => editions[language].GetAsync(cancel);

    /// <summary>For pages that must appear while the database is away: what was last read, or the defaults.</summary>
    public SiteOutline LastKnownOutline => outline.Last ?? SiteOutline.Empty;
}
