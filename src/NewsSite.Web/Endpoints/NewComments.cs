using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Caching;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Endpoints;

/// <summary>
/// How many comments a story has, and the numbers of the latest: what open pages ask every half minute. One small answer for everybody, made anew only
/// when the thread has changed; what of it is new to whom, each page reckons itself.
/// </summary>
public static class NewComments
{
    private const int Latest = 50;

    public static void MapNewComments(this WebApplication app) => app.MapMethods("/comments/count", [HttpMethods.Get, HttpMethods.Head], async (string? article, HttpRequest request, NewsDb db, PageNotes notes, TimeProvider clock, CancellationToken cancel) =>
    {
        // Written otherwise, or with more, it would be another page of the cache.
        if (!int.TryParse(article, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || article != id.ToString(CultureInfo.InvariantCulture)
            || request.Query.Keys.Any(key => key != "article" && PageKey.KnownParameters.Contains(key)) || !await db.Articles.Live(clock.GetUtcNow()).AnyAsync(a => a.Id == id, cancel))
        {
            return Results.NotFound();
        }
        notes.DependsOn(PageTags.Article(id), Comment.ThreadTag(id));
        var posted = db.Comments.Where(c => c.ArticleId == id && c.State == CommentState.Posted);
        return Results.Json(new { count = await posted.CountAsync(cancel), latest = await posted.OrderByDescending(c => c.Id).Take(Latest).Select(c => c.Id).ToListAsync(cancel) });
    });
}
