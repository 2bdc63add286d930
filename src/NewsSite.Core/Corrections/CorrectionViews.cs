using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;

namespace NewsSite.Corrections;

public sealed record CorrectionView(CorrectionKind Kind, string Text, DateTimeOffset At);

/// <summary>A correction in the public ledger, with the story that it mends.</summary>
public sealed record LedgerEntry(int Id, CorrectionKind Kind, string Text, DateTimeOffset At, string Headline, string Address)
{
    public const int PageSize = 30;

    public static async Task<IReadOnlyList<LedgerEntry>> ReadAsync(NewsDb db, string language, ListPosition? before, DateTimeOffset now, CancellationToken cancel)
    {
        var corrections = db.Corrections.Where(c => c.Language == language && c.Article.Status == ArticleStatus.Published && c.Article.PublishedAt <= now);
        if (before is { } last)
        {
            corrections = corrections.Where(c => c.At < last.PublishedAt || (c.At == last.PublishedAt && c.Id < last.Id));
        }
        var rows = await corrections.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(PageSize + 1)
            .Select(c => new { c.Id, c.Kind, c.Text, c.At, c.Article.Headline, c.Article.Language, Section = c.Article.Section.Slug, c.Article.Slug, c.ArticleId }).ToListAsync(cancel);
        return [.. rows.Select(c => new LedgerEntry(c.Id, c.Kind, c.Text, c.At, c.Headline, Articles.Address.Article(c.Language, c.Section, c.Slug, c.ArticleId)))];
    }
}

public static class CorrectionQueries
{
    extension(NewsDb db)
    {
        public Task<List<CorrectionView>> CorrectionsOfAsync(int articleId, CancellationToken cancel) => db.Corrections
            .Where(c => c.ArticleId == articleId).OrderBy(c => c.At).ThenBy(c => c.Id).Select(c => new CorrectionView(c.Kind, c.Text, c.At)).ToListAsync(cancel);
    }
}
