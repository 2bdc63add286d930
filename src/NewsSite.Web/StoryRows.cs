using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Newsroom;
using NewsSite.Text;

namespace NewsSite.Web;

/// <summary>The newsroom's ready-made views of its stories.</summary>
public enum StoryView { All, Mine, Drafts, InReview, Ready, Scheduled, Published, Withdrawn }

public sealed record StoryRow(
    int Id, string Language, string Headline, string Section, string? Author, ArticleStatus Status, DateTimeOffset? PublishedAt, DateTimeOffset EditedAt, int Words,
    DateTimeOffset? BreakingUntil, DateTimeOffset? EmbargoUntil, string WithdrawnReason, bool HasPicture, bool HasPictureText)
{
    public StoryState State { get; init; }
    public bool IsBreaking { get; init; }
    public DateTimeOffset? ScheduledAt => State == StoryState.Scheduled ? PublishedAt : null;
}

/// <summary>What the newsroom's list shows, paged by key: page 1,000 costs what page 1 does.</summary>
public sealed class StoryRows(NewsDb db, StaffMember member, DateTimeOffset now)
{
    public const int PageSize = 30;

    public async Task<(IReadOnlyList<StoryRow> Rows, string? Older)> ReadAsync(StoryView view, string search, int? section, int? author, string? before, CancellationToken cancel)
    {
        var stories = In(view);
        if (section is { } sectionId)
        {
            stories = stories.Where(a => a.SectionId == sectionId);
        }
        if (author is { } authorId)
        {
            stories = stories.Where(a => a.Bylines.Any(byline => byline.AuthorId == authorId));
        }
        foreach (var word in ArabicText.Fold(search).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            stories = stories.Where(a => a.Key.Contains(word));
        }
        if (Place.Parse(before) is { } place)
        {
            stories = stories.Where(a => a.EditedAt <= place.At && (a.EditedAt < place.At || a.Id < place.Id));
        }
        var rows = await RowsAsync(stories.OrderByDescending(a => a.EditedAt).ThenByDescending(a => a.Id).Take(PageSize + 1), cancel);
        var shown = rows.Take(PageSize).ToList();
        return (shown, rows.Count > PageSize ? new Place(shown[^1].EditedAt, shown[^1].Id).ToString() : null);
    }

    /// <summary>What went out last.</summary>
    public Task<IReadOnlyList<StoryRow>> LatestAsync(int most, CancellationToken cancel) => RowsAsync(db.Articles.SeenBy(member).Live(now).NewestFirst().Take(most), cancel);

    private async Task<IReadOnlyList<StoryRow>> RowsAsync(IQueryable<Article> stories, CancellationToken cancel)
    {
        var rows = await stories.Select(a => new StoryRow(
            a.Id, a.Language, a.Headline, a.Section.Name, a.Bylines.OrderBy(by => by.Position).Select(by => by.Author.Name).FirstOrDefault(), a.Status, a.PublishedAt, a.EditedAt, a.Words,
            a.BreakingUntil, a.EmbargoUntil, a.WithdrawnReason, a.PictureId != null, a.PictureText != "")).ToListAsync(cancel);
        return [.. rows.Select(row => row with { State = StoryStates.Of(row.Status, row.PublishedAt, now), IsBreaking = row.BreakingUntil > now })];
    }

    public async Task<IReadOnlyDictionary<StoryView, int>> CountsAsync(CancellationToken cancel)
    {
        var id = member.Id;
        var byStatus = await db.Articles.SeenBy(member).GroupBy(a => a.Status).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var scheduled = await db.Articles.SeenBy(member).Scheduled(now).CountAsync(cancel);
        var mine = member.MayPublish ? await db.Articles.CountAsync(a => a.OwnerId == id, cancel) : byStatus.Values.Sum();
        int Of(ArticleStatus status) => byStatus.GetValueOrDefault(status);
        return Enum.GetValues<StoryView>().Where(view => view != StoryView.Mine || member.MayPublish).ToDictionary(view => view, view => view switch
        {
            StoryView.Mine => mine,
            StoryView.Drafts => Of(ArticleStatus.Draft),
            StoryView.InReview => Of(ArticleStatus.InReview),
            StoryView.Ready => Of(ArticleStatus.Ready),
            StoryView.Scheduled => scheduled,
            StoryView.Published => Of(ArticleStatus.Published) - scheduled,
            StoryView.Withdrawn => Of(ArticleStatus.Withdrawn),
            _ => byStatus.Values.Sum(),
        });
    }

    private IQueryable<Article> In(StoryView view)
    {
        var (stories, id) = (db.Articles.SeenBy(member), member.Id);
        return view switch
        {
            StoryView.Mine => stories.Where(a => a.OwnerId == id),
            StoryView.Drafts => stories.Where(a => a.Status == ArticleStatus.Draft),
            StoryView.InReview => stories.Where(a => a.Status == ArticleStatus.InReview),
            StoryView.Ready => stories.Where(a => a.Status == ArticleStatus.Ready),
            StoryView.Scheduled => stories.Scheduled(now),
            StoryView.Published => stories.Live(now),
            StoryView.Withdrawn => stories.Where(a => a.Status == ArticleStatus.Withdrawn),
            _ => stories,
        };
    }

    private readonly record struct Place(DateTimeOffset At, int Id)
    {
        public static Place? Parse(string? written) => written?.Split('-') is [var at, var id] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ms)
            && ms <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(DateTimeOffset.FromUnixTimeMilliseconds(ms), number) : null;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}-{Id}");
    }
}
