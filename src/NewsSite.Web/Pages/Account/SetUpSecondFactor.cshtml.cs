using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.Settings;
using NewsSite.Text;
using NewsSite.Web.Accounts;
using QRCoder;

namespace NewsSite.Web.Pages.Account;

[Authorize]
public sealed class SetUpSecondFactorModel(PageFrame frame, Words words, UserManager<User> users, NewsDb db, TimeProvider clock) : AccountPage(frame, words)
{
    private const int Codes = 10, MaxCode = 40, Side = 200;

    public sealed class InputModel
    {
        public string Code { get; set; } = "";
        public string Password { get; set; } = "";
    }

    private User me = null!;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool IsOn => me.TwoFactorEnabled;
    public bool IsDemanded => Frame.Settings.SecondFactorFrom.IsDemandedOf(User.Member!);

    /// <summary>In groups of four, for typing.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The key to be photographed: SVG made here.</summary>
    public string Picture { get; private set; } = "";

    /// <summary>Shown once, right after it was turned on.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    protected override async Task<IActionResult?> BeforeAsync(CancellationToken cancel)
    {
        var id = User.Member!.Id;
        me = await db.Users.SingleAsync(user => user.Id == id, cancel);
        if (!IsOn)
        {
            if (await users.GetAuthenticatorKeyAsync(me) is null)
            {
                await MakeKeyAsync(id, cancel);
            }
            var key = (await users.GetAuthenticatorKeyAsync(me))!;
            Key = string.Join(' ', key.Chunk(4).Select(four => new string(four)));
            var (site, email) = (Uri.EscapeDataString(Frame.Settings.Name), Uri.EscapeDataString(me.Email!));
            using var data = QRCodeGenerator.GenerateQrCode($"otpauth://totp/{site}:{email}?secret={key}&issuer={site}&digits=6", QRCodeGenerator.ECCLevel.M);
            Picture = new SvgQRCode(data).GetGraphic(new System.Drawing.Size(Side, Side), sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute);
        }
        return null;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostOnAsync(CancellationToken cancel)
    {
        Require(Input.Code, nameof(Input.Code), MaxCode);
        var digits = new string([.. ArabicText.Fold(Input.Code).Where(char.IsAsciiDigit)]);
        if (ModelState.IsValid && !await users.VerifyTwoFactorTokenAsync(me, users.Options.Tokens.AuthenticatorTokenProvider, digits))
        {
            Refuse(nameof(Input.Code), Words["SecondFactor.Refused"]);
        }
        if (!ModelState.IsValid)
        {
            return AskAgain();
        }
        db.Add(new LogEntry(User.Member, "account.second-factor.on", me.Name, clock.Now, me.Id));
        await users.SetTwoFactorEnabledAsync(me, true);
        RecoveryCodes = [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(me, Codes))!];
        return Page();
    }

    public async Task<IActionResult> OnPostOffAsync(CancellationToken cancel)
    {
        if (!await users.CheckPasswordAsync(me, Input.Password))
        {
            Refuse(nameof(Input.Password), Words["Account.Password.Wrong"]);
            return AskAgain();
        }
        db.Add(new LogEntry(User.Member, "account.second-factor.off", me.Name, clock.Now, me.Id));
        await users.SetTwoFactorEnabledAsync(me, false);
        // The old device must not open a second time.
        await users.ResetAuthenticatorKeyAsync(me);
        Say(Words["SecondFactor.TurnedOff"]);
        return RedirectToPage();
    }

    private async Task MakeKeyAsync(int id, CancellationToken cancel)
    {
        try
        {
            // Looked for again where nobody else writes: a key made meanwhile is on somebody's screen already.
            await db.AloneAsync(async () =>
            {
                me = await db.Users.SingleAsync(user => user.Id == id, cancel);
                return await users.GetAuthenticatorKeyAsync(me) is null ? await users.ResetAuthenticatorKeyAsync(me) : IdentityResult.Success;
            }, cancel);
        }
        // Opened twice at once: the other page made it.
        catch (DbUpdateException fault) when (fault.IsDouble)
        {
            db.ChangeTracker.Clear();
            me = await db.Users.SingleAsync(user => user.Id == id, cancel);
        }
    }
}
