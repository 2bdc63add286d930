using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Comments;

/// <summary>What was set for a story, its section and the site, the nearest first: each question is answered by the nearest that says something.</summary>
public sealed class CommentPolicies(IEnumerable<CommentPolicy> policies)
{
    private readonly IReadOnlyList<CommentPolicy> nearestFirst = [.. policies.OrderBy(policy => policy.Place)];

    /// <summary>The one that says who gets through; null: none does, and comments are open.</summary>
    public CommentPolicy? OfLevel => nearestFirst.FirstOrDefault(policy => policy.Level is not null);

    /// <summary>The one that says after how many days; null: none does, and the clock closes nothing.</summary>
    public CommentPolicy? OfDays => nearestFirst.FirstOrDefault(policy => policy.ClosesAfterDays is not null);

    public static async Task<CommentPolicies> OfAsync(NewsDb db, int articleId, int sectionId, CancellationToken cancel)
    {
        string[] scopes = [CommentPolicy.Article(articleId), CommentPolicy.Section(sectionId), CommentPolicy.Site];
        return new(await db.CommentPolicies.AsNoTracking().Where(policy => scopes.Contains(policy.Scope)).ToListAsync(cancel));
    }

    /// <param name="publishedAt">null: not yet, and no clock runs.</param>
    public CommentStanding For(DateTimeOffset? publishedAt) =>
        new(OfLevel?.Level ?? CommentLevel.Open, OfDays is { ClosesAfterDays: > 0 and var days } ? publishedAt?.AddDays(days) : null);
}
