using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.Text;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Account;

/// <summary>Where the first administrator is made, by whoever can read what the program printed at its start.</summary>
public sealed class SetUpModel(PageFrame frame, Words words, SetUpLink link, UserManager<User> users, NewsDb db, SigningIn signing) : AccountPage(frame, words)
{
    public sealed class InputModel
    {
        public string Name { get; set; } = "";
        public string Email { get; set; } = "";
        public string Password { get; set; } = "";
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    protected override async Task<IActionResult?> BeforeAsync(CancellationToken cancel) =>
        // A wrong link, a used one and a site that has its administrator all look alike.
        link.Opens(Key) && !await HasAdministratorAsync(cancel) ? null : NotFound();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.CheckAccount(Input.Name, Input.Email);
        if (!ModelState.IsValid)
        {
            return AskAgain();
        }
        User? made = null;
        var opened = await link.UseAsync(Key, async () =>
        {
            if (await HasAdministratorAsync(cancel))
            {
                return false;
            }
            var user = new User(Input.Email, Input.Name, Role.Administrator, moderates: true, Frame.Language, Frame.Now);
            // Saved together with the account.
            db.Add(new LogEntry(null, "account.set-up", user.Name, Frame.Now));
            if (!this.Accepts(await users.CreateAsync(user, Input.Password), nameof(Input.Password), nameof(Input.Email)))
            {
                return false;
            }
            made = user;
            return true;
        }, cancel);
        if (made is not null)
        {
            await signing.LetInAsync(made, cancel);
            return GoBack();
        }
        return opened && !ModelState.IsValid ? AskAgain() : NotFound();
    }

    private Task<bool> HasAdministratorAsync(CancellationToken cancel) => db.Users.AnyAsync(user => user.Role == Role.Administrator && user.DisabledAt == null, cancel);
}
