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
            return await StoryAddress.FindAsync(db, id, clock.Now, cancel) is { } address ? Results.Redirect(address, permanent: true) : Results.NotFound();
        });
}
