using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Account;

public sealed class SecondFactorModel(PageFrame frame, Words words, SigningIn signing) : AccountPage(frame, words)
{
    private const int MaxCode = 40;

    public sealed class InputModel
    {
        public string Code { get; set; } = "";
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override async Task<IActionResult?> BeforeAsync(CancellationToken cancel) =>
        await signing.HalfSignedInAsync() is null ? RedirectToPage("/Account/SignIn", new { Back }) : null;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Code.Length <= MaxCode && await signing.WithSecondFactorAsync(Input.Code, cancel) == SignInAnswer.Done)
        {
            return LetThrough();
        }
        Refusal = Words["SecondFactor.Refused"];
        return AskAgain();
    }
}
