using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Newsroom;

namespace NewsSite.Web;

public sealed record WaitingStory(int Id, string Headline, DateTimeOffset At, string Note = "");

/// <summary>What the newsroom's first page tells somebody: what waits for them, what comes, what has just gone out.</summary>
public sealed record DeskToday
{
    private const int Most = 8;
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    public int PublishedToday { get; private init; }

    /// <summary>Until this hour of the day before.</summary>
    public int PublishedYesterday { get; private init; }

    public int InReview { get; private init; }
    public int Scheduled { get; private init; }
    public int Drafts { get; private init; }

    /// <summary>Handed in, oldest first; for those who publish.</summary>
    public IReadOnlyList<WaitingStory> ToReview { get; private init; } = [];

    /// <summary>Read, and not yet published.</summary>
    public IReadOnlyList<WaitingStory> ToPublish { get; private init; } = [];

    /// <summary>One's own that came back, with what the desk wrote.</summary>
    public IReadOnlyList<WaitingStory> Returned { get; private init; } = [];

    /// <summary>«عاجل» that ends within the hour.</summary>
    public IReadOnlyList<WaitingStory> EndingSoon { get; private init; } = [];

    /// <summary>Drafts that could not be published for want of a picture's words.</summary>
    public int WithoutPictureText { get; private init; }

    public IReadOnlyList<WaitingStory> Coming { get; private init; } = [];
    public IReadOnlyList<StoryRow> Latest { get; private init; } = [];

    /// <param name="midnight">When the day began where the newsroom is.</param>
    public static async Task<DeskToday> ReadAsync(NewsDb db, StaffMember member, DateTimeOffset now, DateTimeOffset midnight, CancellationToken cancel)
    {
        var (mine, id, soon) = (db.Articles.SeenBy(member), member.Id, now + Soon);
        var (dayBefore, thisHourThen) = (midnight.AddDays(-1), now.AddDays(-1));
        var published = mine.Where(a => a.Status == ArticleStatus.Published);
        return new DeskToday
        {
            PublishedToday = await published.CountAsync(a => a.PublishedAt >= midnight && a.PublishedAt <= now, cancel),
            PublishedYesterday = await published.CountAsync(a => a.PublishedAt >= dayBefore && a.PublishedAt <= thisHourThen, cancel),
            InReview = await mine.CountAsync(a => a.Status == ArticleStatus.InReview, cancel),
            Scheduled = await mine.Scheduled(now).CountAsync(cancel),
            Drafts = await db.Articles.CountAsync(a => a.OwnerId == id && a.Status == ArticleStatus.Draft, cancel),
            ToReview = member.MayPublish ? await WaitingAsync(mine.Where(a => a.Status == ArticleStatus.InReview).OrderBy(a => a.EditedAt), cancel) : [],
            ToPublish = member.MayPublish ? await WaitingAsync(mine.Where(a => a.Status == ArticleStatus.Ready).OrderBy(a => a.EditedAt), cancel) : [],
            Returned = await ReturnedAsync(db, id, cancel),
            EndingSoon = member.MayPublish ? await EndingAsync(published.Where(a => a.BreakingUntil > now && a.BreakingUntil <= soon), cancel) : [],
            WithoutPictureText = member.MayPublish
                ? await mine.CountAsync(a => a.PictureId != null && a.PictureText == "" && a.Status != ArticleStatus.Published && a.Status != ArticleStatus.Withdrawn, cancel)
                : 0,
            Coming = await mine.Scheduled(now).OrderBy(a => a.PublishedAt).Take(Most).Select(a => new WaitingStory(a.Id, a.Headline, a.PublishedAt!.Value, "")).ToListAsync(cancel),
            Latest = await new StoryRows(db, member, now).LatestAsync(Most, cancel),
        };
    }

    private static Task<List<WaitingStory>> WaitingAsync(IQueryable<Article> stories, CancellationToken cancel) =>
        stories.Take(Most).Select(a => new WaitingStory(a.Id, a.Headline, a.EditedAt, "")).ToListAsync(cancel);

    private static Task<List<WaitingStory>> EndingAsync(IQueryable<Article> stories, CancellationToken cancel) =>
        stories.OrderBy(a => a.BreakingUntil).Take(Most).Select(a => new WaitingStory(a.Id, a.Headline, a.BreakingUntil!.Value, "")).ToListAsync(cancel);

    private static async Task<IReadOnlyList<WaitingStory>> ReturnedAsync(NewsDb db, int owner, CancellationToken cancel)
    {
        var drafts = db.Articles.Where(a => a.OwnerId == owner && a.Status == ArticleStatus.Draft);
        return await db.Log.Where(entry => entry.Act == StoryWay.Returned && drafts.Any(a => a.Id == entry.SubjectId)
                && !db.Log.Any(later => later.Act == StoryWay.Returned && later.SubjectId == entry.SubjectId && later.Id > entry.Id))
            .OrderByDescending(entry => entry.Id).Take(Most)
            .Select(entry => new WaitingStory(entry.SubjectId!.Value, entry.Subject, entry.At, entry.Detail)).ToListAsync(cancel);
    }
}
