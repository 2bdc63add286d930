using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Data;

namespace NewsSite.Web.Pages.Admin.Comments;

/// <summary>Something that somebody of the newsroom did about a comment.</summary>
/// <param name="Name">Of the comment's writer; empty, like <paramref name="Body"/>, once it was forgotten.</param>
public sealed record DecisionRow(long Id, DateTimeOffset At, string ByName, ModerationAct Act, CommentState Before, PostingRule? Rule, string Why, int CommentId, string Name, string Body)
{
    private const int MostLetters = 100;

    public bool Keeps => Act == ModerationAct.Approved && Before == CommentState.Posted;

    public string Beginning => Body.Length <= MostLetters ? Body : Body[..(char.IsHighSurrogate(Body[MostLetters - 1]) ? MostLetters - 1 : MostLetters)] + "…";
}

/// <summary>What moderators did, over all comments. What the rules decided by themselves each comment's own history tells.</summary>
public sealed class LogModel(PageFrame frame, Words words, NewsDb db) : DeskPage(frame, words)
{
    public const int PageSize = 50;

    /// <summary>What a person does about a comment.</summary>
    public static readonly IReadOnlyList<ModerationAct> Acts =
    [
        ModerationAct.Approved, ModerationAct.Rejected, ModerationAct.Restored, ModerationAct.Declined, ModerationAct.Undone, ModerationAct.Banned, ModerationAct.Revealed,
        ModerationAct.Picked, ModerationAct.Unpicked, ModerationAct.Pinned, ModerationAct.Unpinned,
    ];

    [BindProperty(SupportsGet = true, Name = "by")]
    public int? By { get; set; }

    [BindProperty(SupportsGet = true, Name = "act")]
    public ModerationAct? Act { get; set; }

    [BindProperty(SupportsGet = true, Name = "rule")]
    public PostingRule? Rule { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "until")]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true, Name = "before")]
    public long? Before { get; set; }

    public IReadOnlyList<DecisionRow> Rows { get; private set; } = [];
    public long? Older { get; private set; }
    public IReadOnlyList<LogPerson> People { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        People = await db.Users.OrderBy(user => user.Name).Select(user => new LogPerson(user.Id, user.Name)).ToListAsync(cancel);
        var rows = await Asked().OrderByDescending(entry => entry.Id).Take(PageSize + 1)
            .Select(e => new DecisionRow(e.Id, e.At, e.ByName, e.Act, e.Before, e.Rule, e.Why, e.CommentId, e.Comment.Name, e.Comment.Body)).ToListAsync(cancel);
        Rows = [.. rows.Take(PageSize)];
        Older = rows.Count > PageSize ? Rows[^1].Id : null;
    }

    public string With(long? before) => "/admin/comments/log" + QueryString.Create(new Dictionary<string, string?>
    {
        ["by"] = By?.ToString(CultureInfo.InvariantCulture),
        ["act"] = Act?.ToString(),
        ["rule"] = Rule is { } rule ? ((int)rule).ToString(CultureInfo.InvariantCulture) : null,
        ["from"] = LogFilter.Day(From),
        ["until"] = LogFilter.Day(Until),
        ["before"] = before?.ToString(CultureInfo.InvariantCulture),
    }.Where(one => one.Value is not null));

    private IQueryable<ModerationEntry> Asked()
    {
        var (begins, ends) = new DayRange(From, Until).In(Frame.Settings.Zone);
        var entries = By is { } by ? db.Moderation.Where(entry => entry.ById == by) : db.Moderation.Where(entry => entry.ById != null);
        entries = Act is { } act ? entries.Where(entry => entry.Act == act) : entries;
        // An approval names no rule; what it set aside is the one from before.
        entries = Rule is { } rule ? entries.Where(entry => (entry.Rule ?? entry.RuleBefore) == rule) : entries;
        entries = begins is not null ? entries.Where(entry => entry.At >= begins) : entries;
        entries = ends is not null ? entries.Where(entry => entry.At < ends) : entries;
        return Before is { } before ? entries.Where(entry => entry.Id < before) : entries;
    }
}
