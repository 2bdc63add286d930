using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;

namespace NewsSite.Comments.Following;

/// <summary>Who follows a story that has long taken no comments waits for nothing: the addresses are forgotten.</summary>
internal static class EndedFollowing
{
    public static async Task<int> ForgetAsync(NewsDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var quiet = now - CommentSubscription.Outlives;
        var lately = db.Moderation.Where(entry => entry.At >= quiet).Select(entry => entry.Comment.ArticleId);
        var followed = db.CommentSubscriptions.Where(s => s.ConfirmedAt < quiet && !lately.Contains(s.ArticleId)).Select(s => s.ArticleId).Distinct();
        var live = db.Articles.Live(now);
        var stories = await db.Articles.Where(a => followed.Contains(a.Id))
            .Select(a => new { a.Id, a.SectionId, a.TakesComments, a.EditedAt, PublishedAt = live.Where(one => one.Id == a.Id).Select(one => one.PublishedAt).FirstOrDefault() }).ToListAsync(cancel);
        var policies = await db.CommentPolicies.AsNoTracking().ToDictionaryAsync(policy => policy.Scope, cancel);
        var closed = new List<int>();
        foreach (var story in stories)
        {
            var ofStory = new CommentPolicies(new[] { CommentPolicy.Article(story.Id), CommentPolicy.Section(story.SectionId), CommentPolicy.Site }.Select(policies.GetValueOrDefault).OfType<CommentPolicy>());
            var standing = ofStory.For(story.PublishedAt);
            // What was closed, or set to close, a moment ago may have been a slip.
            var isClosed = story.PublishedAt is null || !story.TakesComments ? story.EditedAt < quiet
                : standing.Level == CommentLevel.Closed ? ofStory.OfLevel!.At < quiet
                : (standing.ClosesAt < quiet && ofStory.OfDays?.At < quiet) || (ofStory.OfCount?.At < quiet && await standing.IsFullAsync(db, story.Id, cancel));
            if (isClosed)
            {
                closed.Add(story.Id);
            }
        }
        return await db.CommentSubscriptions.Where(s => s.ConfirmedAt < quiet && closed.Contains(s.ArticleId)).ExecuteDeleteAsync(cancel);
    }
}
