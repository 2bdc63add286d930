using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Web.Caching;

namespace NewsSite.Web;

/// <summary>A public page: its frame is loaded before its handler runs, and it may be kept and served to everybody.</summary>
public abstract class ReaderPage(PageFrame frame, PageNotes notes) : PageModel
{
    protected PageFrame Frame => frame;
    protected PageNotes Notes => notes;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is null)
        {
            Response.Headers.Allow = "GET, HEAD";
        }
        await frame.LoadAsync(context.HttpContext.RequestAborted);
        context.Result =
            // A page without a handler for the verb would be printed without its model.
            context.HandlerMethod is null ? StatusCode(StatusCodes.Status405MethodNotAllowed)
            // A form that cannot be read, on a page that takes none: nothing of the request was bound.
            : !ModelState.IsValid ? BadRequest()
            : OutlivesItsEdition || frame.Outline.Editions.Contains(frame.Language) ? null
            : NotFound();
        if (context.Result is null)
        {
            await next();
        }
    }

    /// <summary>One permanent redirect to the page's only address, unless the reader is there.</summary>
    protected IActionResult? RedirectUnlessAt(string canonical) =>
        // Compared decoded, for how letters were percent-encoded makes no other page.
        Request.Path.Value == Uri.UnescapeDataString(canonical) && (ReadsQuery || !Request.QueryString.HasValue) ? null
            : RedirectPermanent(canonical + (ReadsQuery ? Request.QueryString : QueryString.Empty));

    /// <summary>True: letters lead there, and must do so whatever the newsroom closes.</summary>
    protected virtual bool OutlivesItsEdition => false;

    /// <summary>False: a query makes no other page, and leads back to the page without one.</summary>
    protected virtual bool ReadsQuery => false;
}
