using NewsSite.Accounts;
using NewsSite.Text;

namespace NewsSite.Comments;

public enum BanKind
{
    /// <summary>Refused.</summary>
    Email,

    /// <summary>Held only, and for a day at most: thousands of mobile readers share one.</summary>
    Address,
}

/// <summary>Somebody who may not comment, known by a keyed hash alone.</summary>
public sealed class Ban
{
    public const int MaxWhy = 200;
    public static readonly TimeSpan LongestForAddress = TimeSpan.FromDays(1);

    private Ban() { }

    public Ban(BanKind kind, string key, StaffMember by, string why, DateTimeOffset now, DateTimeOffset? until)
    {
        (Kind, Key, ById, ByName, At) = (kind, key, by.Id, by.Name, now);
        Why = CleanText.Line(why) is var line && line.Length > MaxWhy ? line[..MaxWhy] : line;
        Until = kind == BanKind.Email ? until : until is { } end && end < now + LongestForAddress ? end : now + LongestForAddress;
    }

    public int Id { get; private set; }
    public BanKind Kind { get; private set; }
    public string Key { get; private set; } = "";
    public int ById { get; private set; }
    public string ByName { get; private set; } = "";
    public string Why { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>null: for good.</summary>
    public DateTimeOffset? Until { get; private set; }

    public void Lift(DateTimeOffset now) => Until = now;

    internal void StrikeWhy() => Why = "";
}

/// <summary>Which bans count.</summary>
public static class Bans
{
    public static IQueryable<Ban> InForce(this IQueryable<Ban> bans, DateTimeOffset now) => bans.Where(ban => ban.Until == null || ban.Until > now);

    /// <returns>The one that ends last; null: there is none.</returns>
    public static Ban? Longest(this IEnumerable<Ban> bans) => bans.MaxBy(ban => ban.Until ?? DateTimeOffset.MaxValue);
}
