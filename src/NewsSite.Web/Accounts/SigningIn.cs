using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Web.Accounts;

public enum SignInAnswer { Refused, NeedsSecondFactor, Done }

/// <summary>The way in and out. A known and an unknown address get the same answer after the same work.</summary>
public sealed class SigningIn(UserManager<User> users, NewsDb db, SignInTries tries, IHttpContextAccessor http, TimeProvider clock)
{
    // Verified where there is no account, for the time it takes.
    private static readonly string NobodysHash = new PasswordHasher<User>().HashPassword(null!, Guid.NewGuid().ToString());

    private HttpContext Http => http.HttpContext!;

    public async Task<SignInAnswer> WithPasswordAsync(string address, string password, CancellationToken cancel)
    {
        var mayTry = await tries.BeginAsync(TryLimit.SignIn, address, cancel);
        var user = await users.FindByEmailAsync(address.Trim());
        var verdict = users.PasswordHasher.VerifyHashedPassword(user!, user?.PasswordHash ?? NobodysHash, password);
        if (!mayTry || user?.PasswordHash is null || user.DisabledAt is not null || verdict == PasswordVerificationResult.Failed)
        {
            return SignInAnswer.Refused;
        }
        if (user.TwoFactorEnabled)
        {
            await Http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(new ClaimsIdentity(
                [new(ClaimTypes.NameIdentifier, user.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))], IdentityConstants.TwoFactorUserIdScheme)));
            return SignInAnswer.NeedsSecondFactor;
        }
        await LetInAsync(user, cancel);
        return SignInAnswer.Done;
    }

    /// <summary>A code from the device, or one of the recovery codes, each of which works once.</summary>
    public async Task<SignInAnswer> WithSecondFactorAsync(string code, CancellationToken cancel)
    {
        if (await HalfSignedInAsync() is not { } user || !await tries.BeginAsync(TryLimit.SignIn, user.Email!, cancel))
        {
            return SignInAnswer.Refused;
        }
        var written = code.Replace(" ", "", StringComparison.Ordinal);
        var digits = new string([.. ArabicText.Fold(written).Where(char.IsAsciiDigit)]);
        var right = digits.Length == 6 && await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, digits)
            || (await users.RedeemTwoFactorRecoveryCodeAsync(user, written)).Succeeded;
        if (!right)
        {
            return SignInAnswer.Refused;
        }
        await Http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await LetInAsync(user, cancel);
        return SignInAnswer.Done;
    }

    /// <summary>Whose password was right and whose second factor is still to come; null: nobody's, or too long ago.</summary>
    public async Task<User?> HalfSignedInAsync() =>
        (await Http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
        && await users.FindByIdAsync(id) is { DisabledAt: null } user ? user : null;

    public async Task LetInAsync(User user, CancellationToken cancel)
    {
        await tries.ForgetAsync(TryLimit.SignIn, user.Email!, cancel);
        var signIn = new SignIn(user, Http.Request.Headers.UserAgent.ToString(), clock.Now);
        db.Add(signIn);
        user.See(clock.Now);
        await db.SaveChangesAsync(cancel);
        Http.SetNewsroomLanguage(user.Language);
        // From here on in this request too: a form on the page that answers it must carry a token of theirs.
        Http.User = Staff.Principal(signIn.Id, MemberOf(user), IdentityConstants.ApplicationScheme);
        await Http.SignInAsync(IdentityConstants.ApplicationScheme, Http.User, new AuthenticationProperties { IsPersistent = true });
    }

    public async Task LetOutAsync(CancellationToken cancel)
    {
        if (Http.User.SignInId is { } id)
        {
            await db.SignIns.Where(one => one.Id == id).ExecuteDeleteAsync(cancel);
        }
        await Http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Ends the sign-ins of an account on every device but, where named, this one.</summary>
    public static Task EndAllAsync(NewsDb db, int user, Guid? but, CancellationToken cancel) =>
        db.SignIns.Where(one => one.UserId == user && one.Id != but).ExecuteDeleteAsync(cancel);

    /// <summary>Asked of every request that carries the cookie: what was ended, disabled or appointed since holds at once.</summary>
    internal static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var (db, now) = (services.GetRequiredService<NewsDb>(), services.GetRequiredService<TimeProvider>().Now);
        var (id, oldest) = (context.Principal?.SignInId, now - SignIn.Lasts);
        var found = id is null ? null : await db.SignIns
            .Where(one => one.Id == id && one.SeenAt > oldest && one.User.DisabledAt == null)
            .Select(one => new { one.SeenAt, one.User.Id, one.User.Name, one.User.Role, one.User.Moderates, one.User.TwoFactorEnabled })
            .FirstOrDefaultAsync(context.HttpContext.RequestAborted);
        if (found is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }
        context.ReplacePrincipal(Staff.Principal(id!.Value, new(found.Id, found.Name, found.Role, found.Moderates, found.TwoFactorEnabled), IdentityConstants.ApplicationScheme));
        if (now - found.SeenAt >= SignIn.SeenEvery)
        {
            await db.SignIns.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.SeenAt, now), context.HttpContext.RequestAborted);
            await db.Users.Where(one => one.Id == found.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.SeenAt, now), context.HttpContext.RequestAborted);
        }
    }

    private static StaffMember MemberOf(User user) => new(user.Id, user.Name, user.Role, user.Moderates, user.TwoFactorEnabled);
}
