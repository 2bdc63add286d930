using Microsoft.EntityFrameworkCore;

namespace NewsSite.Benchmarks.Comments;

/// <summary>Whether the store has what was acknowledged: each once, under its number, with its line in the log and its writer's sealed address.</summary>
internal static class Books
{
    public static async Task<bool> CheckAsync(SiteUnderLoad site, string run, IReadOnlyDictionary<string, int> acknowledged)
    {
        var kept = await site.InStoreAsync(db => db.Comments.Where(c => c.Body.Contains(run)).Select(c => new { c.Id, c.Body, c.RootId }).ToListAsync());
        var byId = kept.ToDictionary(comment => comment.Id);
        var lost = acknowledged.Count(one => !byId.TryGetValue(one.Value, out var comment) || comment.Body != one.Key);
        var doubled = kept.Count - kept.DistinctBy(comment => comment.Body).Count();
        var placeless = kept.Count(comment => comment.RootId == 0);
        var bare = await site.InStoreAsync(db => db.Comments.CountAsync(c => c.Body.Contains(run) && (!db.CommentEmails.Any(email => email.CommentId == c.Id) || !db.Moderation.Any(entry => entry.CommentId == c.Id))));
        Console.WriteLine($"{acknowledged.Count} acknowledged, {kept.Count} kept; lost {lost}, doubled {doubled}, without a place {placeless}, without log or address {bare}");
        return lost + doubled + placeless + bare == 0;
    }
}
