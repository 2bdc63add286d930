using Microsoft.AspNetCore.Identity;
using NewsSite.Text;

namespace NewsSite.Accounts;

/// <summary>Somebody who works here. Readers and commenters have no accounts.</summary>
public sealed class User : IdentityUser<int>
{
    public const int MaxName = 80, MaxEmail = 254;

    private User() { }

    public User(string email, string name, Role role, bool moderates, string language, DateTimeOffset now)
    {
        Email = UserName = email.Trim();
        // Whoever makes the account vouches for the address.
        EmailConfirmed = true;
        Name = CleanText.Line(name);
        Language = language;
        CreatedAt = now;
        Appoint(role, moderates);
    }

    public string Name { get; private set; } = "";
    public Role Role { get; private set; }

    /// <summary>Decides on comments, whatever their role.</summary>
    public bool Moderates { get; private set; }

    /// <summary>Of the newsroom's pages and of letters.</summary>
    public string Language { get; private set; } = Languages.Main;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Since when they may not come in; null: they may.</summary>
    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>Outlasts the sign-in by which it is known; null: never came.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    public bool IsAdministrator => Role == Role.Administrator && DisabledAt is null;

    public void Appoint(Role role, bool moderates) => (Role, Moderates) = (role, moderates);

    public void Call(string name) => Name = CleanText.Line(name);

    public void Speak(string language) => Language = language;

    public void See(DateTimeOffset now) => SeenAt = now;

    public void Disable(DateTimeOffset now) => DisabledAt ??= now;

    public void Enable() => DisabledAt = null;
}
