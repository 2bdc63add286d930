using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Account;

public sealed class SignOutModel(PageFrame frame, Words words, SigningIn signing) : AccountPage(frame, words)
{
    // Typed as an address it asks; only the form acts.
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await signing.LetOutAsync(cancel);
        Say(Words["SignOut.Done"]);
        return RedirectToPage("/Account/SignIn");
    }
}
