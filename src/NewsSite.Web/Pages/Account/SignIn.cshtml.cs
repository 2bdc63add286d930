using Microsoft.AspNetCore.Mvc;
using NewsSite.Accounts;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Account;

public sealed class SignInModel(PageFrame frame, Words words, SigningIn signing) : AccountPage(frame, words)
{
    public sealed class InputModel
    {
        public string Email { get; set; } = "";
        public string Password { get; set; } = "";
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool NeedsSecondFactor { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Require(Input.Email, nameof(Input.Email), NewsSite.Accounts.User.MaxEmail);
        Require(Input.Password, nameof(Input.Password), WeakPasswords.MaxLength);
        if (!ModelState.IsValid)
        {
            return AskAgain();
        }
        switch (await signing.WithPasswordAsync(Input.Email, Input.Password, cancel))
        {
            case SignInAnswer.Done:
                return LetThrough();
            case SignInAnswer.NeedsSecondFactor when Kept is null:
                return RedirectToPage("/Account/SecondFactor", new { Back });
            case SignInAnswer.NeedsSecondFactor:
                NeedsSecondFactor = true;
                return Page();
            default:
                Refusal = Words["SignIn.Refused"];
                return AskAgain();
        }
    }
}
