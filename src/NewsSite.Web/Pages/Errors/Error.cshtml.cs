using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Errors;

[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel(NewsDb db, PageFrame frame, Words words) : PageModel
{
    private static readonly int[] WithWordsOfTheirOwn = [400, 401, 403, 404, 405, 410, 413, 429, 500, 503];

    private const string Reason = "ErrorReason";

    /// <summary>What the page that refused has to say to the reader, besides the sentence that belongs to the status.</summary>
    public static void Explain(HttpContext context, string reason) => context.Items[Reason] = reason;

    public int Status { get; private set; }
    public string? Explanation => HttpContext.Items[Reason] is string { Length: > 0 } reason ? reason : null;
    public string Headline => words[$"Error.{Named}.Title"];
    public string Sentence => words[Kept is null ? $"Error.{Named}.Text" : "SignIn.Ended"];

    /// <summary>What was typed under a sign-in that has ended.</summary>
    public KeptForm? Kept { get; private set; }

    public IReadOnlyList<ArticleCard> Stories { get; private set; } = [];

    /// <summary>Whether they have to do with the address.</summary>
    public bool Near { get; private set; }

    private string Named => WithWordsOfTheirOwn.Contains(Status) ? Status.ToString(System.Globalization.CultureInfo.InvariantCulture) : Status < 500 ? "400" : "500";

    // Not a handler: a refused DELETE has its page too.
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await ShowAsync(int.Parse((string)RouteData.Values["status"]!, System.Globalization.CultureInfo.InvariantCulture), HttpContext.RequestAborted);
        await next();
    }

    private async Task ShowAsync(int status, CancellationToken cancel)
    {
        // Who types this address finds a page that is not there.
        Status = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null ? StatusCodes.Status404NotFound : status;
        Response.StatusCode = Status;
        if (Status == StatusCodes.Status401Unauthorized && HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } refused)
        {
            (Response.Headers.CacheControl, Response.Headers.Pragma) = ("no-cache, no-store", "no-cache");
            Kept = await KeptForm.OfRefusedAsync(Request, refused.OriginalPath, new QueryString(refused.OriginalQueryString), cancel);
        }
        if (Status is StatusCodes.Status404NotFound or StatusCodes.Status410Gone)
        {
            await frame.LoadAsync(cancel);
            var path = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? "";
            (Stories, Near) = await NearbyStories.FindAsync(db, frame.Language, path, frame.Now, cancel);
        }
        else
        {
            // The database may be what failed.
            frame.LoadWithoutDatabase();
        }
    }
}
