using NewsSite.Articles;
using NewsSite.Data;

namespace NewsSite.Web.Hosting;

public static class RedirectsHosting
{
    /// <summary>An address that no page has is looked up among those that once were.</summary>
    public static void UseRedirects(this WebApplication app) => app.Use(async (context, next) =>
    {
        await next(context);
        var (request, response) = (context.Request, context.Response);
        if (response.StatusCode != StatusCodes.Status404NotFound || response.HasStarted || context.IsErrorPage() || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
        {
            return;
        }
        var (db, counts, path) = (context.RequestServices.GetRequiredService<NewsDb>(), app.Services.GetRequiredService<AddressCounts>(), request.Path.Value ?? "");
        if (await Redirects.FindAsync(db, path, context.RequestAborted) is not { } target)
        {
            counts.Missed(path);
        }
        else
        {
            counts.Taken(path);
            response.Redirect(Headers.Ascii(target), permanent: true);
        }
    });
}
