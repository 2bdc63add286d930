using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;

namespace NewsSite.Comments;

/// <summary>Whether and how a story takes comments.</summary>
/// <param name="ClosesAt">null: not by the clock.</param>
public sealed record CommentStanding(CommentLevel Level, DateTimeOffset? ClosesAt)
{
    /// <summary>Whether the thread has tightened its level by itself.</summary>
    public bool IsHot { get; init; }

    /// <summary>What the newsroom tells readers of a closing by hand; may be empty.</summary>
    public string ClosingNote { get; init; } = "";

    /// <summary>Posted comments; 0: not by their number.</summary>
    public int ClosesAfter { get; init; }

    /// <summary>Between two comments of one writer under the story.</summary>
    public TimeSpan Slowness { get; init; }

    /// <summary>Whether a new comment has no room; one that is there may still be mended.</summary>
    /// <param name="more">Posted, and not in the store yet.</param>
    public async Task<bool> IsFullAsync(NewsDb db, int articleId, CancellationToken cancel, int more = 0) =>
        ClosesAfter > 0 && more + await db.Comments.Where(c => c.ArticleId == articleId && c.State == CommentState.Posted).OrderBy(c => c.Id).Take(ClosesAfter).CountAsync(cancel) >= ClosesAfter;

    public bool IsOpenAt(DateTimeOffset now) => Level != CommentLevel.Closed && !(ClosesAt <= now);

    /// <returns>null where the story takes no comments because it is not there for readers.</returns>
    public static async Task<CommentStanding?> OfAsync(NewsDb db, int articleId, DateTimeOffset now, CancellationToken cancel)
    {
        var story = await db.Articles.Live(now).Where(a => a.Id == articleId).Select(a => new { a.TakesComments, a.SectionId, a.PublishedAt }).FirstOrDefaultAsync(cancel);
        return story is null ? null : await OfAsync(db, articleId, story.SectionId, story.TakesComments, story.PublishedAt!.Value, cancel);
    }

    public static async Task<CommentStanding> OfAsync(NewsDb db, int articleId, int sectionId, bool takesComments, DateTimeOffset publishedAt, CancellationToken cancel) =>
        takesComments ? (await CommentPolicies.OfAsync(db, articleId, sectionId, cancel)).For(publishedAt) : new(CommentLevel.Closed, null);
}
