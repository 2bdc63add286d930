using Microsoft.EntityFrameworkCore;
using NewsSite.Caching;
using NewsSite.Data;
using NewsSite.Settings;

namespace NewsSite.Articles;

public sealed record SectionLink(int Id, string Language, string Slug, string Name, string Description, SectionKind Kind);

/// <summary>What every page needs: settings and sections. Read once and kept until one of them is evicted.</summary>
public sealed record SiteOutline(SiteSettings Settings, IReadOnlyList<SectionLink> Sections, bool HasDemo)
{
    public static readonly SiteOutline Empty = new(new SiteSettings(), [], HasDemo: false);

    public IEnumerable<SectionLink> SectionsOf(string language) => Sections.Where(section => section.Language == language);

    public SectionLink? Section(string language, string slug) =>
        SectionsOf(language).FirstOrDefault(section => string.Equals(section.Slug, slug, StringComparison.Ordinal));

    internal static async Task<SiteOutline> ReadAsync(NewsDb db, CancellationToken cancel)
    {
        var settings = await db.Settings.AsNoTracking().ToDictionaryAsync(row => row.Name, row => row.Value, cancel);
        var sections = await db.Sections.OrderBy(s => s.Position).ThenBy(s => s.Id)
            .Select(s => new SectionLink(s.Id, s.Language, s.Slug, s.Name, s.Description, s.Kind)).ToListAsync(cancel);
        var hasDemo = await db.Articles.AnyAsync(a => a.FromDemo, cancel);
        return new(SiteSettings.From(settings), sections, hasDemo);
    }
}

public sealed class SiteOutlineKeeper(IDbContextFactory<NewsDb> databases, PageMoments moments)
{
    /// <summary>A page that shows the outline is stale when one of these is evicted.</summary>
    public static readonly IReadOnlyList<string> Tags = [PageTags.Settings, PageTags.Sections];

    private sealed record Kept(SiteOutline Outline, long Moment);

    private volatile Kept? kept;

    public async ValueTask<SiteOutline> GetAsync(CancellationToken cancel)
    {
        if (kept is { } fresh && !moments.EvictedSince(fresh.Moment, Tags))
        {
            return fresh.Outline;
        }
        var moment = moments.Now;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var outline = await SiteOutline.ReadAsync(db, cancel);
        kept = new(outline, moment);
        return outline;
    }

    /// <summary>For pages that must appear while the database is away: what was last read, or the defaults.</summary>
    public SiteOutline LastKnown => kept?.Outline ?? SiteOutline.Empty;
}
