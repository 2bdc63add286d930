using NewsSite.Accounts;

namespace NewsSite.Settings;

/// <summary>From which role on a second factor is demanded.</summary>
public enum SecondFactorFrom { Nobody, Administrators, Editors, Everybody }

public static class SecondFactorDemand
{
    public static bool IsDemandedOf(this SecondFactorFrom from, StaffMember member) => from switch
    {
        SecondFactorFrom.Administrators => member.Role >= Role.Administrator,
        SecondFactorFrom.Editors => member.Role >= Role.Editor,
        SecondFactorFrom.Everybody => true,
        _ => false,
    };
}
