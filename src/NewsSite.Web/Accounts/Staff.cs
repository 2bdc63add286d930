using System.Security.Claims;
using NewsSite.Accounts;

namespace NewsSite.Web.Accounts;

/// <summary>Who is signed in, between the cookie and the newsroom's rules.</summary>
public static class Staff
{
    internal const string SignInClaim = "sign-in", NameClaim = "name", RoleClaim = "role", ModeratesClaim = "moderates", SecondFactorClaim = "second-factor";

    extension(ClaimsPrincipal principal)
    {
        public Guid? SignInId => Guid.TryParse(principal.FindFirstValue(SignInClaim), out var id) ? id : null;

        /// <summary>null: nobody.</summary>
        public StaffMember? Member => int.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) && Enum.TryParse<Role>(principal.FindFirstValue(RoleClaim), out var role)
            ? new(id, principal.FindFirstValue(NameClaim) ?? "", role, principal.HasClaim(ModeratesClaim, "true"), principal.HasClaim(SecondFactorClaim, "true"))
            : null;
    }

    internal static ClaimsPrincipal Principal(Guid signIn, StaffMember member, string scheme) => new(new ClaimsIdentity(
        [
            new(SignInClaim, signIn.ToString()),
            new(ClaimTypes.NameIdentifier, member.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            new(NameClaim, member.Name),
            new(RoleClaim, member.Role.ToString()),
            new(ModeratesClaim, member.Moderates ? "true" : "false"),
            new(SecondFactorClaim, member.HasSecondFactor ? "true" : "false"),
        ], scheme, NameClaim, RoleClaim));
}
