using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using NewsSite.Web.Accounts;

namespace NewsSite.Web;

/// <summary>A page of <c>/account</c>: the way in, and what belongs to one's own account.</summary>
public abstract class AccountPage(PageFrame frame, Words words) : PrivatePage(frame, words)
{
    /// <summary>Where somebody wanted to go before the way in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>What was typed before the sign-in ended, if it is on its way through here.</summary>
    public KeptForm? Kept { get; private set; }

    public string? Refusal { get; protected set; }

    /// <summary>Signed in just now.</summary>
    public bool IsThrough { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Kept = await KeptForm.UnderWayAsync(Request, HttpContext.RequestAborted);
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    /// <summary>On to where they wanted to go; who had typed something is offered to send it again.</summary>
    protected IActionResult LetThrough()
    {
        IsThrough = true;
        return Kept is null ? GoBack() : Page();
    }

    /// <summary>Only ever within this site.</summary>
    protected IActionResult GoBack() => Redirect(Url.IsLocalUrl(Back) ? Back : "/admin");
}
