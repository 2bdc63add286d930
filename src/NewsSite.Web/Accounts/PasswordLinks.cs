using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using NewsSite.Accounts;
using NewsSite.Text;

namespace NewsSite.Web.Accounts;

/// <summary>What a link for setting a password carries: sealed, for one account as it is now, and for a day of the site's own clock. Setting the password kills it.</summary>
public sealed class PasswordLinks(IDataProtectionProvider protection, TimeProvider clock) : IUserTwoFactorTokenProvider<User>
{
    public const string Name = "PasswordLinks";
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    private readonly IDataProtector protector = protection.CreateProtector("NewsSite.PasswordLinks");

    public async Task<string> GenerateAsync(string purpose, UserManager<User> manager, User user) =>
        protector.Protect(string.Join('|', purpose, user.Id.ToString(CultureInfo.InvariantCulture), (clock.Now + Lasts).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), await manager.GetSecurityStampAsync(user)));

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<User> manager, User user)
    {
        try
        {
            return protector.Unprotect(token).Split('|', 4) is [var forPurpose, var id, var until, var stamp]
                && forPurpose == purpose && id == user.Id.ToString(CultureInfo.InvariantCulture)
                && clock.Now < DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(until, CultureInfo.InvariantCulture))
                && stamp == await manager.GetSecurityStampAsync(user);
        }
        // Not one of ours, or cut short on its way.
        catch (CryptographicException)
        {
            return false;
        }
    }

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<User> manager, User user) => Task.FromResult(false);
}
