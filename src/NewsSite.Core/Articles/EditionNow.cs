using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Articles;

/// <summary>What the clock alone changes on an edition's pages: the breaking strip, and the next scheduled story.</summary>
public sealed record EditionNow(ArticleCard? Breaking, DateTimeOffset? BreakingEndsAt, DateTimeOffset? NextStoryAt)
{
    /// <summary>When this is no longer so, by the clock alone.</summary>
    public DateTimeOffset? ChangesAt => BreakingEndsAt is { } end && !(NextStoryAt < end) ? end : NextStoryAt;

    public static async Task<EditionNow> ReadAsync(NewsDb db, string language, DateTimeOffset now, CancellationToken cancel)
    {
        // Sorted here: asked for the newest one, a database would rather walk the whole edition than the few that are breaking.
        var breaking = (await db.Articles.Live(now).In(language).Where(a => a.BreakingUntil != null && a.BreakingUntil > now).AsCards().ToListAsync(cancel))
            .OrderByDescending(card => card.PublishedAt).ThenByDescending(card => card.Id).FirstOrDefault();
        var next = await db.Articles.Scheduled(now).In(language).OrderBy(a => a.PublishedAt).Select(a => a.PublishedAt).FirstOrDefaultAsync(cancel);
        return new(breaking, breaking?.Labels.Where(label => label.Kind == LabelKind.Breaking).Max(label => label.EndsAt), next);
    }
}
