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

    public string? Refusal { get; private set; }

    protected override async Task<IActionResult?> BeforeAsync(CancellationToken cancel) =>
        await signing.HalfSignedInAsync() is null ? RedirectToPage("/Account/SignIn", new { Back }) : null;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Require(Input.Code, nameof(Input.Code), MaxCode);
        if (!ModelState.IsValid)
        {
            return AskAgain();
        }
        if (await signing.WithSecondFactorAsync(Input.Code, cancel) == SignInAnswer.Done)
        {
            return GoBack();
        }
        Refusal = Words["SecondFactor.Refused"];
        return AskAgain();
    }
}
