using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Web.Endpoints;

public static class ShortLinks
{
    /// <summary><c>/a/{code}</c>: as stable as the story's number, whatever becomes of its headline.</summary>
    public static void MapShortLinks(this WebApplication app) => app.MapMethods("/a/{code}", [HttpMethods.Get, HttpMethods.Head],
        async (string code, NewsDb db, TimeProvider clock, CancellationToken cancel) =>
        {
            if (ShortCode.Parse(code) is not { } id)
            {
                return Results.NotFound();
            }
            var now = clock.Now;
            // A withdrawn story's address still has something to say: 410 and a sentence.
            var story = await db.Articles
                .Where(a => a.Id == id && (a.Status == ArticleStatus.Withdrawn || (a.Status == ArticleStatus.Published && a.PublishedAt <= now)))
                .AsCards().FirstOrDefaultAsync(cancel);
            return story is null ? Results.NotFound() : Results.Redirect(Address.Of(story), permanent: true);
        });
}
