using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Comments;

/// <summary>What was set for a story, its section and the site, the nearest first: each question is answered by the nearest that says something.</summary>
public sealed class CommentPolicies(IEnumerable<CommentPolicy> policies)
{
    private readonly IReadOnlyList<CommentPolicy> nearestFirst = [.. policies.Where(policy => policy.Place != CommentPlace.Heat).OrderBy(policy => policy.Place)];
    private readonly CommentPolicy? heat = policies.FirstOrDefault(policy => policy.Place == CommentPlace.Heat);

    /// <summary>The one that says who gets through; null: none does, and comments are open.</summary>
    public CommentPolicy? OfLevel => nearestFirst.FirstOrDefault(policy => policy.Level is not null);

    /// <summary>The one that says after how many days; null: none does, and the clock closes nothing.</summary>
    public CommentPolicy? OfDays => nearestFirst.FirstOrDefault(policy => policy.ClosesAfterDays is not null);

    public CommentPolicy? OfCount => nearestFirst.FirstOrDefault(policy => policy.ClosesAfterComments is not null);

    public CommentPolicy? OfSlowness => nearestFirst.FirstOrDefault(policy => policy.SlowSeconds is not null);

    public static async Task<CommentPolicies> OfAsync(NewsDb db, int articleId, int sectionId, CancellationToken cancel)
    {
        string[] scopes = [CommentPolicy.Article(articleId), CommentPolicy.Section(sectionId), CommentPolicy.Site, CommentPolicy.Heat(articleId)];
        return new(await db.CommentPolicies.AsNoTracking().Where(policy => scopes.Contains(policy.Scope)).ToListAsync(cancel));
    }

    /// <param name="publishedAt">null: not yet, and no clock runs.</param>
    public CommentStanding For(DateTimeOffset? publishedAt)
    {
        var (cool, hot) = (OfLevel?.Level ?? CommentLevel.Open, heat?.Level ?? CommentLevel.Open);
        return new(hot > cool ? hot : cool, OfDays is { ClosesAfterDays: > 0 and var days } ? publishedAt?.AddDays(days) : null)
        {
            IsHot = hot > cool,
            ClosingNote = cool == CommentLevel.Closed ? OfLevel!.Note : "",
            ClosesAfter = OfCount?.ClosesAfterComments ?? 0,
            Slowness = TimeSpan.FromSeconds(OfSlowness?.SlowSeconds ?? 0),
        };
    }
}
