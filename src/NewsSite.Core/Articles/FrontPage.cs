using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Articles;

public sealed record FrontPageBand(SectionLink Section, IReadOnlyList<ArticleCard> Cards);

/// <summary>The home page of an edition, filled by itself around what editors have pinned; no story stands on it twice.</summary>
public sealed record FrontPage(
    ArticleCard? Lead, IReadOnlyList<ArticleCard> Secondaries, IReadOnlyList<ArticleCard> Latest, IReadOnlyList<FrontPageBand> Bands,
    DateTimeOffset? PinEndsAt)
{
    private const int SecondaryCount = 3, LatestCount = 8, BandCount = 4, NewestRead = 14;

    /// <param name="inStrip">The story of the breaking strip, which stands above everything already.</param>
    public static async Task<FrontPage> ReadAsync(
        NewsDb db, string language, IReadOnlyList<SectionLink> sections, int? inStrip, DateTimeOffset now, CancellationToken cancel)
    {
        var pin = await db.FrontPagePins
            .Where(p => p.Language == language && p.Slot == FrontPageSlot.Lead && (p.EndsAt == null || p.EndsAt > now)
                && p.Article.Status == ArticleStatus.Published && p.Article.PublishedAt <= now)
            .OrderByDescending(p => p.Id).Select(p => new { p.ArticleId, p.EndsAt }).FirstOrDefaultAsync(cancel);
        var candidates = await CandidatesAsync(db, language, sections, pin?.ArticleId, now, cancel);
        return Arrange(candidates, sections, pin?.ArticleId, inStrip) with { PinEndsAt = pin?.EndsAt };
    }

    // The newest of the edition and of each section, each a short walk along its index, in one query.
    private static async Task<List<ArticleCard>> CandidatesAsync(
        NewsDb db, string language, IReadOnlyList<SectionLink> sections, int? pinned, DateTimeOffset now, CancellationToken cancel)
    {
        var ids = db.Articles.Live(now).In(language).NewestFirst().Take(NewestRead).Select(a => a.Id);
        foreach (var section in sections)
        {
            ids = ids.Concat(db.Articles.Live(now).InSection(section.Id).NewestFirst().Take(BandCount + 1).Select(a => a.Id));
        }
        // Into the same list: beside it, as an «or», it would cost PostgreSQL the index.
        ids = ids.Concat(db.Articles.Live(now).Where(a => a.Id == pinned).Select(a => a.Id));
        return await db.Articles.Where(a => ids.Contains(a.Id)).NewestFirst().AsCards().ToListAsync(cancel);
    }

    private static FrontPage Arrange(List<ArticleCard> newestFirst, IReadOnlyList<SectionLink> sections, int? pinned, int? inStrip)
    {
        var kinds = sections.ToDictionary(section => section.Id, section => section.Kind);
        // A sub-section's stories stand in its parent's band.
        var tops = sections.ToDictionary(section => section.Id, section => section.ParentId ?? section.Id);
        var free = newestFirst.Where(card => card.Id != inStrip || card.Id == pinned).ToList();
        var lead = (Take(free, 1, card => card.Id == pinned) is [_] held ? held : Take(free, 1, IsNews)).FirstOrDefault();
        // A page with anything to show has a lead: the strip's story, or a column.
        lead ??= free.Count > 0 ? Take(free, 1, _ => true)[0] : newestFirst.FirstOrDefault();
        var secondaries = Take(free, SecondaryCount, card => IsNews(card) && card.Picture is not null);
        // On a young site the sections shall not stand empty below a long list.
        var latest = Take(free, Math.Min(LatestCount, free.Count / 2), IsNews);
        var bands = sections.Where(section => section.ParentId is null)
            .Select(section => new FrontPageBand(section,
                // A band opens with a picture where it has one.
                [.. Take(free, BandCount, card => tops.GetValueOrDefault(card.SectionId) == section.Id).OrderByDescending(card => card.Picture is not null)]));
        return new(lead, secondaries, latest, [.. bands.Where(band => band.Cards.Count > 0)], PinEndsAt: null);

        bool IsNews(ArticleCard card) => kinds.GetValueOrDefault(card.SectionId) == SectionKind.News;
    }

    private static List<ArticleCard> Take(List<ArticleCard> free, int count, Func<ArticleCard, bool> fits)
    {
        var taken = free.Where(fits).Take(count).ToList();
        free.RemoveAll(taken.Contains);
        return taken;
    }
}
