using System.Globalization;
using NewsSite.Accounts;
using NewsSite.Caching;

namespace NewsSite.Comments;

/// <summary>How much stands between a comment and its readers.</summary>
public enum CommentLevel { Open, FirstHeld, AllHeld, Closed }

/// <summary>From the nearest to the widest.</summary>
public enum CommentPlace { Article, Section, Site }

/// <summary>What the newsroom set for the whole site, a section or a story; the nearest one that says something holds.</summary>
public sealed class CommentPolicy : IPageSubject
{
    public const string Site = "site";

    /// <summary>Ten years: what is closed later than that need not be closed by the clock.</summary>
    public const int MostDays = 3_650;

    private CommentPolicy() { }

    public CommentPolicy(string scope) => Scope = scope;

    /// <summary><see cref="Site"/>, <c>section:3</c> or <c>article:17</c>.</summary>
    public string Scope { get; private set; } = Site;

    public CommentPlace Place => Scope == Site ? CommentPlace.Site : Scope.StartsWith("section:", StringComparison.Ordinal) ? CommentPlace.Section : CommentPlace.Article;

    /// <summary>null: as the wider place has it.</summary>
    public CommentLevel? Level { get; private set; }

    /// <summary>Days after publication; 0: never; null: as the wider place has it.</summary>
    public int? ClosesAfterDays { get; private set; }

    public string ByName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    // The tags of stories and sections are called as their scopes are.
    public IEnumerable<string> PageTags => [Scope == Site ? Caching.PageTags.Settings : Scope];

    public static string Section(int id) => Caching.PageTags.Section(id);

    public static string Article(int id) => Caching.PageTags.Article(id);

    public void Set(CommentLevel? level, int? closesAfterDays, StaffMember by, DateTimeOffset now) =>
        (Level, ClosesAfterDays, ByName, At) = (level, closesAfterDays, by.Name, now);
}
