namespace NewsSite.Accounts;

/// <summary>What is tried with an address, how often in a row, and after what rest again.</summary>
public sealed record TryLimit(string Purpose, int Most, TimeSpan Rest)
{
    public static readonly TryLimit SignIn = new("sign-in tries", Most: 5, TimeSpan.FromMinutes(15));

    /// <summary>Nobody's letter box is to be filled through us.</summary>
    public static readonly TryLimit Forgotten = new("forgotten passwords", Most: 3, TimeSpan.FromHours(1));
}
