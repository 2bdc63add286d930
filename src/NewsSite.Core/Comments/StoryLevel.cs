using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;

namespace NewsSite.Comments;

/// <summary>How a story takes comments now, and what makes it so.</summary>
/// <param name="Own">What was set for this very story.</param>
/// <param name="TakesComments">False: its own form says that it takes none, whatever is set here.</param>
/// <param name="PublishedAt">null: readers do not find it yet.</param>
public sealed record StoryLevel(int Id, string Headline, string Section, bool TakesComments, DateTimeOffset? PublishedAt, LevelWish Own, CommentPolicies Policies)
{
    public CommentStanding Standing => TakesComments ? Policies.For(PublishedAt) : new(CommentLevel.Closed, null);

    /// <returns>null where there is no such story.</returns>
    public static async Task<StoryLevel?> FindAsync(NewsDb db, int id, DateTimeOffset now, CancellationToken cancel)
    {
        var story = await db.Articles.Where(a => a.Id == id)
            .Select(a => new { a.Headline, a.SectionId, Section = a.Section.Name, a.TakesComments, a.PublishedAt, a.Status }).FirstOrDefaultAsync(cancel);
        if (story is null)
        {
            return null;
        }
        var policies = await CommentPolicies.OfAsync(db, id, story.SectionId, cancel);
        var own = await db.CommentPolicies.AsNoTracking().FirstOrDefaultAsync(policy => policy.Scope == CommentPolicy.Article(id), cancel);
        var isOut = story.Status == ArticleStatus.Published && story.PublishedAt <= now;
        return new(id, story.Headline, story.Section, story.TakesComments, isOut ? story.PublishedAt : null, LevelWish.Of(own), policies);
    }
}
