using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;

namespace NewsSite.Comments;

/// <summary>Whether and how a story takes comments.</summary>
/// <param name="ClosesAt">null: not by the clock.</param>
public sealed record CommentStanding(CommentLevel Level, DateTimeOffset? ClosesAt)
{
    public bool IsOpenAt(DateTimeOffset now) => Level != CommentLevel.Closed && !(ClosesAt <= now);

    /// <returns>null where the story takes no comments because it is not there for readers.</returns>
    public static async Task<CommentStanding?> OfAsync(NewsDb db, int articleId, DateTimeOffset now, CancellationToken cancel)
    {
        var story = await db.Articles.Live(now).Where(a => a.Id == articleId).Select(a => new { a.TakesComments, a.SectionId, a.PublishedAt }).FirstOrDefaultAsync(cancel);
        return story is null ? null : await OfAsync(db, articleId, story.SectionId, story.TakesComments, story.PublishedAt!.Value, cancel);
    }

    public static async Task<CommentStanding> OfAsync(NewsDb db, int articleId, int sectionId, bool takesComments, DateTimeOffset publishedAt, CancellationToken cancel)
    {
        if (!takesComments)
        {
            return new(CommentLevel.Closed, null);
        }
        string[] scopes = [CommentPolicy.Article(articleId), CommentPolicy.Section(sectionId), CommentPolicy.Site];
        var policies = (await db.CommentPolicies.AsNoTracking().Where(policy => scopes.Contains(policy.Scope)).ToListAsync(cancel)).OrderBy(policy => CommentPolicy.Width(policy.Scope)).ToList();
        var level = policies.Select(policy => policy.Level).FirstOrDefault(set => set is not null) ?? CommentLevel.Open;
        var days = policies.Select(policy => policy.ClosesAfterDays).FirstOrDefault(set => set is not null) ?? 0;
        return new(level, days > 0 ? publishedAt.AddDays(days) : null);
    }
}
