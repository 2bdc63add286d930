using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Media;
using NewsSite.Text;

namespace NewsSite.Articles;

/// <summary>A story as every list shows it.</summary>
public sealed record ArticleCard
{
    public required int Id { get; init; }
    public required string Slug { get; init; }
    public required string Language { get; init; }
    public required string Headline { get; init; }
    public required string Standfirst { get; init; }
    public required int SectionId { get; init; }
    public required string SectionSlug { get; init; }
    public required string SectionName { get; init; }
    public required IReadOnlyList<Label> Labels { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
    public PictureView? Picture { get; init; }
    public string PictureText { get; init; } = "";
    public string? AuthorName { get; init; }
    public IReadOnlyDictionary<string, AuthorWords>? AuthorElsewhere { get; init; }

    /// <summary>The first author's name as the story's edition writes it.</summary>
    public string? Author => AuthorElsewhere?.GetValueOrDefault(Language)?.Name ?? AuthorName;

    /// <summary>The beginning of the names of the first author's face, cut square.</summary>
    public string? PortraitKey { get; init; }

    public ListPosition Position => new(PublishedAt, Id);
}

/// <summary>A name over a story, as its page prints it.</summary>
public sealed record BylineView(string ArabicName, string Slug, string ArabicJob, BylineRole Role, string? PortraitKey, IReadOnlyDictionary<string, AuthorWords> Elsewhere)
{
    public string NameIn(string language) => Elsewhere.GetValueOrDefault(language)?.Name ?? ArabicName;
    public string JobIn(string language) => Elsewhere.GetValueOrDefault(language)?.Role ?? ArabicJob;
}

/// <summary>The same story in another edition.</summary>
public sealed record TranslationView(string Language, string Address);

public sealed record TagView(int Id, string Name, string Slug);

/// <summary>Everything that a story's own page prints, whatever its state: the page decides whether to.</summary>
public sealed record ArticlePage(
    int Id, string Slug, string Language, string Headline, string Standfirst, string Html, int Words,
    int SectionId, string SectionSlug, string SectionName, IReadOnlyList<Label> Labels,
    Guid? TranslationKey, ArticleStatus Status, DateTimeOffset? PublishedAt, DateTimeOffset? UpdatedAt,
    PictureView? Picture, string PictureText, string PictureCaption, string PictureCredit, string WithdrawnReason = "", bool TakesComments = true)
{
    public IReadOnlyList<BylineView> Bylines { get; private init; } = [];
    public IReadOnlyList<TagView> Tags { get; private init; } = [];
    public IReadOnlyList<ArticleCard> Related { get; private init; } = [];
    public IReadOnlyList<ArticleCard> Latest { get; private init; } = [];
    public IReadOnlyList<TranslationView> Translations { get; private init; } = [];

    public IReadOnlyList<Heading> Contents => Headings.In(Html);
    public string ShortCode => Text.ShortCode.Of(Id);
    public bool IsLiveAt(DateTimeOffset now) => Status == ArticleStatus.Published && PublishedAt <= now;

    /// <summary>As it would be with another text: for previews of what is not saved.</summary>
    public ArticlePage With(IReadOnlyList<BylineView> bylines, IReadOnlyList<TagView> tags) => this with { Bylines = bylines, Tags = tags };

    private const int RelatedCount = 4, LatestCount = 5;

    /// <returns>null where no story has this number.</returns>
    public static async Task<ArticlePage?> FindAsync(NewsDb db, int id, CancellationToken cancel) =>
        await db.Articles.Where(a => a.Id == id).Select(a => new ArticlePage(
            a.Id, a.Slug, a.Language, a.Headline, a.Standfirst, a.Html, a.Words,
            a.SectionId, a.Section.Slug, a.Section.Name, a.Labels, a.TranslationKey, a.Status, a.PublishedAt, a.UpdatedAt,
            a.Picture == null ? null : new PictureView(a.Picture.Key, a.Picture.Width, a.Picture.Height, a.Picture.Widths, a.Picture.CropKey),
            a.PictureText, a.PictureCaption, a.PictureCredit, a.WithdrawnReason, a.TakesComments)).FirstOrDefaultAsync(cancel);

    /// <summary>With names, tags and neighbours: one query each, since one for all would multiply their rows.</summary>
    public async Task<ArticlePage> WithEverythingAsync(NewsDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var bylines = await db.Set<Byline>().Where(b => b.ArticleId == Id).OrderBy(b => b.Position)
            .Select(b => new BylineView(b.Author.Name, b.Author.Slug, b.Author.Role, b.Role, b.Author.Portrait!.CropKey ?? b.Author.Portrait.Key, b.Author.Elsewhere)).ToListAsync(cancel);
        var tags = await db.Set<ArticleTag>().Where(t => t.ArticleId == Id).OrderBy(t => t.Position)
            .Select(t => new TagView(t.TagId, t.Tag.Name, t.Tag.Slug)).ToListAsync(cancel);
        var related = await RelatedAsync(db, [.. tags.Select(tag => tag.Id)], now, cancel);
        var shown = related.Select(card => card.Id).Append(Id).ToList();
        var latest = await db.Articles.Live(now).In(Language).Where(a => !shown.Contains(a.Id)).NewestFirst().Take(LatestCount).AsCards().ToListAsync(cancel);
        var translations = await TranslationsAsync(db, now, cancel);
        return this with { Bylines = bylines, Tags = tags, Related = related, Latest = latest, Translations = translations };
    }

    private async Task<IReadOnlyList<TranslationView>> TranslationsAsync(NewsDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var cards = await db.Articles.Live(now).Where(a => a.TranslationKey != null && a.TranslationKey == TranslationKey && a.Id != Id)
            .Select(a => new { a.Id, a.Language, a.Slug, Section = a.Section.Slug }).ToListAsync(cancel);
        return [.. cards.Select(card => new TranslationView(card.Language, Address.Article(card.Language, card.Section, card.Slug, card.Id)))];
    }

    // First those that share a tag, then the section's, then the newest: short walks along an index each, one query.
    private async Task<List<ArticleCard>> RelatedAsync(NewsDb db, List<int> tagIds, DateTimeOffset now, CancellationToken cancel)
    {
        var others = db.Articles.Live(now).In(Language).Where(a => a.Id != Id);
        var candidates = tagIds.Select(tag => db.Tagged(tag, now).Where(k => k.Id != Id).OrderByDescending(k => k.PublishedAt).ThenByDescending(k => k.Id).Take(RelatedCount).Select(k => k.Id))
            .Append(others.InSection(SectionId).NewestFirst().Take(RelatedCount).Select(a => a.Id))
            .Append(others.NewestFirst().Take(RelatedCount).Select(a => a.Id))
            .Aggregate((all, more) => all.Concat(more));
        return await db.Articles.Where(a => candidates.Contains(a.Id))
            .OrderByDescending(a => a.Tags.Any(t => tagIds.Contains(t.TagId)))
            .ThenByDescending(a => a.SectionId == SectionId)
            .ThenByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id)
            .Take(RelatedCount).AsCards().ToListAsync(cancel);
    }
}
