using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Newsroom;
using NewsSite.Text;

namespace NewsSite.Web;

public sealed record StoryRow(
    int Id, string Language, string Headline, string Section, string? Author, ArticleStatus Status, DateTimeOffset? PublishedAt, DateTimeOffset EditedAt, int Words,
    DateTimeOffset? BreakingUntil, DateTimeOffset? EmbargoUntil, string WithdrawnReason, bool HasPicture, bool HasPictureText)
{
    public StoryState State { get; init; }
    public bool IsBreaking { get; init; }
}

/// <summary>What the newsroom's list shows, paged by key: page 1,000 costs what page 1 does.</summary>
public sealed class StoryRows(NewsDb db, StaffMember member, DateTimeOffset now)
{
    public const int PageSize = 30;

    public async Task<(IReadOnlyList<StoryRow> Rows, string? Older)> ReadAsync(StoryChoice choice, string? before, CancellationToken cancel)
    {
        var (stories, place) = (Chosen(choice), StoryPlace.Parse(before));
        var rows = choice.Sort switch
        {
            StorySort.Published => await ByPublicationAsync(stories, place, cancel),
            StorySort.Headline => await RowsAsync(ByHeadline(stories, place).Take(PageSize + 1), cancel),
            _ => await RowsAsync(ByEdit(stories, place).Take(PageSize + 1), cancel),
        };
        return ([.. rows.Take(PageSize)], rows.Count > PageSize ? StoryPlace.Of(rows[PageSize - 1], choice.Sort).ToString() : null);
    }

    private IQueryable<Article> Chosen(StoryChoice choice)
    {
        var stories = In(choice.View);
        if (choice.SectionId is { } sectionId)
        {
            stories = stories.Where(a => a.SectionId == sectionId);
        }
        if (choice.AuthorId is { } authorId)
        {
            stories = stories.Where(a => a.Bylines.Any(byline => byline.AuthorId == authorId));
        }
        foreach (var word in ArabicText.Fold(choice.Search).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            stories = stories.Where(a => a.Key.Contains(word));
        }
        return stories;
    }

    private static IQueryable<Article> ByEdit(IQueryable<Article> stories, StoryPlace? place)
    {
        if (place is { At: { } at, Id: var id })
        {
            stories = stories.Where(a => a.EditedAt <= at && (a.EditedAt < at || a.Id < id));
        }
        return stories.OrderByDescending(a => a.EditedAt).ThenByDescending(a => a.Id);
    }

    // Compared by the store, as it sorts.
#pragma warning disable CA1309
    private static IQueryable<Article> ByHeadline(IQueryable<Article> stories, StoryPlace? place)
    {
        if (place is (var id, var headline))
        {
            stories = stories.Where(a => a.Headline.CompareTo(headline) >= 0 && (a.Headline.CompareTo(headline) > 0 || a.Id > id));
        }
        return stories.OrderBy(a => a.Headline).ThenBy(a => a.Id);
    }
#pragma warning restore CA1309

    // Those never published come last, on either database: each sorts what is null its own way.
    private async Task<IReadOnlyList<StoryRow>> ByPublicationAsync(IQueryable<Article> stories, StoryPlace? place, CancellationToken cancel)
    {
        var (dated, rest) = (stories.Where(a => a.PublishedAt != null), stories.Where(a => a.PublishedAt == null));
        List<StoryRow> rows = [];
        switch (place)
        {
            case null:
                rows.AddRange(await RowsAsync(dated.NewestFirst().Take(PageSize + 1), cancel));
                break;
            case { At: { } at, Id: var id }:
                rows.AddRange(await RowsAsync(dated.Where(a => a.PublishedAt <= at && (a.PublishedAt < at || a.Id < id)).NewestFirst().Take(PageSize + 1), cancel));
                break;
            case { Id: var id }:
                rest = rest.Where(a => a.Id < id);
                break;
        }
        return rows.Count > PageSize ? rows : [.. rows, .. await RowsAsync(rest.OrderByDescending(a => a.Id).Take(PageSize + 1 - rows.Count), cancel)];
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
}
