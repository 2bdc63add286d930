using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace NewsSite.Web;

/// <summary>A page for one person: never kept, and its forms come back with what was typed and a sentence at each field that is wrong.</summary>
public abstract class PrivatePage(PageFrame frame, Words words) : PageModel
{
    private const string SaidKey = "Said";

    protected PageFrame Frame => frame;
    internal Words Words => words;

    /// <summary>What the act before this page came to, said once.</summary>
    public string? Said => (string?)TempData[SaidKey];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        (Response.Headers.CacheControl, Response.Headers.Pragma) = ("no-cache, no-store", "no-cache");
        await frame.LoadAsync(context.HttpContext.RequestAborted);
        if (context.HandlerMethod is null)
        {
            context.Result = StatusCode(StatusCodes.Status405MethodNotAllowed);
            return;
        }
        // What could not be read into its field (a word for a number) came with English sentences of the framework's.
        foreach (var (name, entry) in ModelState.Where(entry => entry.Value!.Errors.Count > 0).ToList())
        {
            entry!.Errors.Clear();
            ModelState.AddModelError(name, words["Field.Unreadable"]);
        }
        context.Result = await BeforeAsync(context.HttpContext.RequestAborted);
        if (context.Result is null)
        {
            await next();
        }
    }

    /// <summary>What has to hold before any handler runs. null: go on.</summary>
    protected virtual Task<IActionResult?> BeforeAsync(CancellationToken cancel) => Task.FromResult<IActionResult?>(null);

    internal void Refuse(string field, string sentence) => ModelState.AddModelError($"Input.{field}", sentence);

    internal void Require(string value, string field, int most)
    {
        if (value.Trim().Length == 0)
        {
            Refuse(field, words["Field.Required"]);
        }
        else
        {
            Limit(value, field, most);
        }
    }

    internal void Limit(string value, string field, int most)
    {
        if (value.Length > most)
        {
            Refuse(field, words.Count("Field.TooLong", most));
        }
    }

    /// <summary>The form again, with what was typed.</summary>
    protected IActionResult AskAgain(int status = StatusCodes.Status422UnprocessableEntity)
    {
        var page = Page();
        page.StatusCode = status;
        return page;
    }

    protected void Say(string sentence) => TempData[SaidKey] = sentence;
}
