using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Articles;

public static class StoryAddress
{
    /// <summary>Of a live story, or of a withdrawn one, whose page says so.</summary>
    /// <returns>null where readers have nothing to find.</returns>
    public static async Task<string?> FindAsync(NewsDb db, int id, DateTimeOffset now, CancellationToken cancel)
    {
        var story = await db.Articles
            .Where(a => a.Id == id && (a.Status == ArticleStatus.Withdrawn || (a.Status == ArticleStatus.Published && a.PublishedAt <= now)))
            .Select(a => new { a.Language, Section = a.Section.Slug, a.Slug }).FirstOrDefaultAsync(cancel);
        return story is null ? null : Address.Article(story.Language, story.Section, story.Slug, id);
    }
}
