using NewsSite.Text;

namespace NewsSite.Accounts;

/// <summary>One device on which somebody is signed in. The cookie holds only while this row does, so that it can be ended from elsewhere.</summary>
public sealed class SignIn
{
    public const int MaxBrowser = 200;
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    // Not at each request: a write a page would be one too many.
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    private SignIn() { }

    public SignIn(User user, string browser, DateTimeOffset now)
    {
        UserId = user.Id;
        Browser = CleanText.Line(browser) is var line && line.Length > MaxBrowser ? line[..MaxBrowser] : line;
        At = SeenAt = now;
    }

    /// <summary>In the cookie. Not to be guessed, though the cookie is sealed as well.</summary>
    public Guid Id { get; private set; } = Guid.NewGuid();

    public int UserId { get; private set; }
    public User User { get; private set; } = null!;
    public string Browser { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset SeenAt { get; private set; }
}
