using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Account;

/// <summary>Where a link from a letter leads: to a password of one's own.</summary>
public sealed class ResetModel(PageFrame frame, Words words, UserManager<User> users, NewsDb db, SignInTries tries) : AccountPage(frame, words)
{
    public sealed class InputModel
    {
        public string Password { get; set; } = "";
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "user")]
    public int? UserId { get; set; }

    [BindProperty(SupportsGet = true, Name = "token")]
    public string? Token { get; set; }

    /// <summary>Whose link it is; null: nobody's, used, too old, or of an account that is closed. All look alike.</summary>
    public User? Account { get; private set; }

    protected override async Task<IActionResult?> BeforeAsync(CancellationToken cancel)
    {
        Account = UserId is { } id && Token is { Length: > 0 } token && await users.FindByIdAsync(id.ToString(System.Globalization.CultureInfo.InvariantCulture)) is { DisabledAt: null } user
            && await users.VerifyUserTokenAsync(user, PasswordLinks.Name, UserManager<User>.ResetPasswordTokenPurpose, token) ? user : null;
        return Account is null ? AskAgain(StatusCodes.Status410Gone) : null;
    }

    public IActionResult OnGet()
    {
        // The letter was in their language; this page follows, from a device that knows nothing of them.
        if (Account!.Language != Frame.Language && !Request.Query.ContainsKey("spoken"))
        {
            HttpContext.SetNewsroomLanguage(Account.Language);
            return Redirect($"/account/reset{Request.QueryString.Add("spoken", "")}");
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var user = Account!;
        // Saved together with the password.
        db.Add(new LogEntry(new StaffMember(user.Id, user.Name, user.Role, user.Moderates), "account.password", user.Name, Frame.Now, user.Id));
        var result = await users.ResetPasswordAsync(user, Token!, Input.Password);
        if (result.Errors.Any(error => error.Code is nameof(IdentityErrorDescriber.ConcurrencyFailure) or nameof(IdentityErrorDescriber.InvalidToken)))
        {
            // Used at this very moment by somebody else who holds it.
            Account = null;
            return AskAgain(StatusCodes.Status410Gone);
        }
        if (!this.Accepts(result, nameof(Input.Password), nameof(Input.Password)))
        {
            return AskAgain();
        }
        // Whoever knew the old one is out, and whoever guessed at it no longer stands in the way.
        await SigningIn.EndAllAsync(db, user.Id, but: null, cancel);
        await tries.ForgetAsync(TryLimit.SignIn, user.Email!, cancel);
        Say(Words["Reset.Done"]);
        return RedirectToPage("/Account/SignIn");
    }
}
