using Microsoft.AspNetCore.Identity;
using NewsSite.Accounts;
using NewsSite.Articles;

namespace NewsSite.Web.Accounts;

/// <summary>The rule for passwords, for every way in which one is set: pages, links, the command line.</summary>
public sealed class RefuseWeakPasswords(SiteKeeper site) : IPasswordValidator<User>
{
    /// <summary>Error codes, and names of the sentences.</summary>
    public const string TooShort = "Password.TooShort", TooLong = "Password.TooLong", Weak = "Password.Weak";

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) => Task.FromResult(password switch
    {
        null or { Length: < WeakPasswords.MinLength } => Refused(TooShort, $"A password has at least {WeakPasswords.MinLength} characters."),
        { Length: > WeakPasswords.MaxLength } => Refused(TooLong, $"A password has at most {WeakPasswords.MaxLength} characters."),
        _ when WeakPasswords.Knows(password, user.Email ?? "", user.Name, site.LastKnownOutline.SettingsOf(user.Language).Name)
            => Refused(Weak, "This password is among those that anybody would try first."),
        _ => IdentityResult.Success,
    });

    private static IdentityResult Refused(string code, string sentence) => IdentityResult.Failed(new IdentityError { Code = code, Description = sentence });
}
