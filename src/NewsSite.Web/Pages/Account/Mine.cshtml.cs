using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments.Following;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.Text;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Account;

public sealed record SignInView(Guid Id, string Browser, DateTimeOffset At, DateTimeOffset SeenAt, bool IsThis);

[Authorize]
public sealed class MineModel(PageFrame frame, Words words, UserManager<User> users, NewsDb db, TimeProvider clock) : AccountPage(frame, words)
{
    public sealed class InputModel
    {
        public string Name { get; set; } = "";
        public string Language { get; set; } = "";
        public bool Letters { get; set; }
        public string OldPassword { get; set; } = "";
        public string Password { get; set; } = "";
    }

    private User me = null!;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool MayModerate => User.Member!.MayModerate;
    public bool HasSecondFactor => me.TwoFactorEnabled;
    public IReadOnlyList<SignInView> SignIns { get; private set; } = [];
    public IEnumerable<SelectListItem> Languages => Text.Languages.All.Select(language => new SelectListItem(Text.Languages.NameOf(language), language));

    protected override async Task<IActionResult?> BeforeAsync(CancellationToken cancel)
    {
        var (id, now) = (User.Member!.Id, clock.Now - NewsSite.Accounts.SignIn.Lasts);
        me = await db.Users.SingleAsync(user => user.Id == id, cancel);
        var here = User.SignInId;
        SignIns = await db.SignIns.Where(one => one.UserId == id && one.SeenAt > now).OrderByDescending(one => one.SeenAt)
            .Select(one => new SignInView(one.Id, one.Browser, one.At, one.SeenAt, one.Id == here)).ToListAsync(cancel);
        if (HttpContext.Request.Query["handler"] != "Profile")
        {
            (Input.Name, Input.Language) = (me.Name, me.Language);
        }
        if (HttpContext.Request.Query["handler"] != "Letters")
        {
            Input.Letters = MayModerate && !await db.ModeratorLetters.AnyAsync(letters => letters.UserId == id && letters.AreOff, cancel);
        }
        return null;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostProfileAsync(CancellationToken cancel)
    {
        Require(Input.Name, nameof(Input.Name), NewsSite.Accounts.User.MaxName);
        if (!ModelState.IsValid || !Text.Languages.All.Contains(Input.Language))
        {
            return AskAgain();
        }
        me.Call(Input.Name);
        me.Speak(Input.Language);
        await db.SaveChangesAsync(cancel);
        HttpContext.SetNewsroomLanguage(me.Language);
        Say(Words["Desk.Saved"]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostLettersAsync(CancellationToken cancel)
    {
        if (!MayModerate)
        {
            return Forbid();
        }
        if (await db.ModeratorLetters.FirstOrDefaultAsync(one => one.UserId == me.Id, cancel) is not { } letters)
        {
            db.Add(letters = new(me.Id));
        }
        letters.Switch(off: !Input.Letters);
        await db.SaveChangesAsync(cancel);
        Say(Words["Desk.Saved"]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken cancel)
    {
        if (!await users.CheckPasswordAsync(me, Input.OldPassword))
        {
            Refuse(nameof(Input.OldPassword), Words["Account.Password.Wrong"]);
            return AskAgain();
        }
        db.Add(new LogEntry(User.Member, "account.password", me.Name, clock.Now, me.Id));
        if (!this.Accepts(await users.ChangePasswordAsync(me, Input.OldPassword, Input.Password), nameof(Input.Password), nameof(Input.Password)))
        {
            return AskAgain();
        }
        // Whoever knew the old one is out.
        await SigningIn.EndAllAsync(db, me.Id, but: User.SignInId, cancel);
        Say(Words["Account.Password.Changed"]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancel)
    {
        await db.SignIns.Where(one => one.UserId == me.Id && one.Id == id).ExecuteDeleteAsync(cancel);
        Say(Words["SignIns.Ended"]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancel)
    {
        await SigningIn.EndAllAsync(db, me.Id, but: User.SignInId, cancel);
        Say(Words["SignIns.Ended"]);
        return RedirectToPage();
    }
}
