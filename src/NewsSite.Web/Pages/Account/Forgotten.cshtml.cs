using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Account;

public sealed class ForgottenModel(PageFrame frame, Words words, ForgottenPasswords forgotten) : AccountPage(frame, words)
{
    public sealed class InputModel
    {
        public string Email { get; set; } = "";
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Require(Input.Email, nameof(Input.Email), NewsSite.Accounts.User.MaxEmail);
        if (!ModelState.IsValid)
        {
            return AskAgain();
        }
        await forgotten.AskAsync(Input.Email, Frame.Language, cancel);
        Say(Words["Forgotten.Asked"]);
        return RedirectToPage();
    }
}
