using Microsoft.AspNetCore.Mvc;

namespace NewsSite.Web;

/// <summary>A page of <c>/account</c>: the way in, and what belongs to one's own account.</summary>
public abstract class AccountPage(PageFrame frame, Words words) : PrivatePage(frame, words)
{
    /// <summary>Where somebody wanted to go before the way in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>Only ever within this site.</summary>
    protected IActionResult GoBack() => Redirect(Url.IsLocalUrl(Back) ? Back : "/admin");
}
