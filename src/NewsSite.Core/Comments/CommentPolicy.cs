using System.Globalization;
using NewsSite.Accounts;
using NewsSite.Caching;

namespace NewsSite.Comments;

/// <summary>How much stands between a comment and its readers.</summary>
public enum CommentLevel { Open, FirstHeld, AllHeld, Closed }

/// <summary>From the nearest to the widest. <see cref="Heat"/> is a story's too, set by <see cref="HeatWatch"/>: it only ever tightens.</summary>
public enum CommentPlace { Heat, Article, Section, Site }

/// <summary>What the newsroom set for the whole site, a section or a story; the nearest one that says something holds.</summary>
public sealed class CommentPolicy : IPageSubject
{
    public const string Site = "site", HeatPrefix = "heat:";

    /// <summary>Ten years: what is closed later than that need not be closed by the clock.</summary>
    public const int MostDays = 3_650;

    public const int MaxNote = 200;

    public const int MostComments = 100_000;

    /// <summary>A day.</summary>
    public const int MostSeconds = 86_400;

    private CommentPolicy() { }

    public CommentPolicy(string scope) => Scope = scope;

    /// <summary><see cref="Site"/>, <c>section:3</c>, <c>article:17</c> or <c>heat:17</c>.</summary>
    public string Scope { get; private set; } = Site;

    public CommentPlace Place => Scope == Site ? CommentPlace.Site : Scope.Split(':')[0] switch { "section" => CommentPlace.Section, "heat" => CommentPlace.Heat, _ => CommentPlace.Article };

    /// <summary>null: as the wider place has it.</summary>
    public CommentLevel? Level { get; private set; }

    /// <summary>Days after publication; 0: never; null: as the wider place has it.</summary>
    public int? ClosesAfterDays { get; private set; }

    /// <summary>Posted comments after which the story takes no more; 0: never; null: as the wider place has it.</summary>
    public int? ClosesAfterComments { get; private set; }

    /// <summary>Slow mode: seconds that a writer waits between two comments under a story; 0: none; null: as the wider place has it.</summary>
    public int? SlowSeconds { get; private set; }

    /// <summary>What readers are told where <see cref="Level"/> closes the place.</summary>
    public string Note { get; private set; } = "";

    public string ByName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    // The tags of stories and sections are called as their scopes are.
    public IEnumerable<string> PageTags => [Place switch { CommentPlace.Site => Caching.PageTags.Settings, CommentPlace.Heat => Article(ArticleOfHeat), _ => Scope }];

    /// <summary>The story of a <see cref="CommentPlace.Heat"/>.</summary>
    public int ArticleOfHeat => int.Parse(Scope.AsSpan(HeatPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture);

    public static string Section(int id) => Caching.PageTags.Section(id);

    public static string Article(int id) => Caching.PageTags.Article(id);

    public static string Heat(int articleId) => string.Create(CultureInfo.InvariantCulture, $"{HeatPrefix}{articleId}");

    public void Set(LevelWish wish, StaffMember by, DateTimeOffset now) =>
        (Level, ClosesAfterDays, ClosesAfterComments, SlowSeconds, Note, ByName, At) = (wish.Level, wish.ClosesAfterDays, wish.ClosesAfterComments, wish.SlowSeconds, wish.Note, by.Name, now);

    /// <summary>The thread has grown hot, or hotter.</summary>
    internal void Tighten(CommentLevel level, DateTimeOffset now) => (Level, ByName, At) = (level, "", now);

    /// <summary>A moderator takes the tightening back: for a while there is none.</summary>
    internal void Calm(StaffMember by, DateTimeOffset now) => (Level, ByName, At) = (null, by.Name, now);

    internal bool IsCalmed(DateTimeOffset since) => Level is null && At > since;
}
