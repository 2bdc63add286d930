using Microsoft.EntityFrameworkCore;
using NewsSite.Comments.PostingRules;
using NewsSite.Data;

namespace NewsSite.Comments;

/// <summary>What moderators have before them. A page costs the same few queries however many comments there are.</summary>
public sealed class QueueReading(NewsDb db)
{
    public const int PageSize = 30;

    public async Task<QueueCounts> CountsAsync(CancellationToken cancel)
    {
        var held = await db.Comments.Where(c => c.State == CommentState.Held).GroupBy(c => c.Reason).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        return new(held.Sum(one => one.Count), held.Where(one => one.Key == HoldReason.Newcomer).Sum(one => one.Count));
    }

    public Task<int> HeldAsync(CancellationToken cancel) => db.Comments.CountAsync(c => c.State == CommentState.Held, cancel);

    /// <param name="after">The place before the page's first.</param>
    public async Task<(IReadOnlyList<QueueItem> Items, QueuePlace? More)> ReadAsync(QueueChoice choice, QueuePlace? after, CancellationToken cancel)
    {
        var comments = Of(choice);
        comments = after is { } place ? Past(comments, place, choice.Order) : comments;
        var items = await ItemsAsync(InOrder(comments, choice.Order).Take(PageSize + 1), cancel);
        items = [.. choice.Order == QueueOrder.Oldest ? items.OrderBy(item => item.At).ThenBy(item => item.Id) : items.OrderByDescending(item => item.At).ThenByDescending(item => item.Id)];
        return ([.. items.Take(PageSize)], items.Count > PageSize ? items[PageSize - 1].Place : null);
    }

    /// <returns>null where nothing is left to decide about.</returns>
    public async Task<QueueItem?> FindAsync(int id, CancellationToken cancel) => await ItemsAsync(db.Comments.Where(c => c.Id == id).NotOver(), cancel) is [var item] ? item : null;

    public async Task<IReadOnlyList<HistoryLine>> HistoryAsync(int id, CancellationToken cancel) => await db.Moderation.Where(e => e.CommentId == id).OrderBy(e => e.Id)
        .Select(e => new HistoryLine(e.Id, e.Act, e.ById, e.ByName, e.After, e.Rule, e.Why, e.At)).ToListAsync(cancel);

    public async Task<IReadOnlyList<CommentHonour>> HonoursAsync(int id, CancellationToken cancel) => await db.CommentHonours.AsNoTracking().Where(one => one.CommentId == id).OrderBy(one => one.Kind).ToListAsync(cancel);

    /// <summary>Whose turn it is once the comment at <paramref name="place"/> is done with; null: nobody's.</summary>
    public async Task<QueueTurn?> NextAsync(QueueChoice choice, QueuePlace place, CancellationToken cancel)
    {
        var others = Of(choice).Where(c => c.Id != place.Id);
        // Behind the last come those that were passed over.
        var ahead = await FirstAsync(Past(others, place, choice.Order), choice.Order, cancel);
        if ((ahead ?? await FirstAsync(others, choice.Order, cancel)) is not { } next)
        {
            return null;
        }
        var behind = await Past(others, next, choice.Order).CountAsync(cancel);
        var all = await others.CountAsync(cancel);
        return new(next.Id, all - behind, all, Wraps: ahead is null);
    }

    private static async Task<QueuePlace?> FirstAsync(IQueryable<Comment> comments, QueueOrder order, CancellationToken cancel) =>
        await InOrder(comments, order).Select(c => new { c.At, c.Id }).FirstOrDefaultAsync(cancel) is { } first ? new QueuePlace(first.At, first.Id) : null;

    private IQueryable<Comment> Of(QueueChoice choice)
    {
        var state = choice.Tab switch
        {
            QueueTab.Refused => CommentState.Refused,
            QueueTab.Removed => CommentState.Removed,
            QueueTab.Posted => CommentState.Posted,
            _ => CommentState.Held,
        };
        var comments = db.Comments.Where(c => c.State == state).NotOver();
        if (choice.Tab == QueueTab.New)
        {
            comments = comments.Where(c => c.Reason == HoldReason.Newcomer);
        }
        if (choice.Rule is { } rule)
        {
            comments = comments.Where(c => c.Rule == rule);
        }
        return choice.ArticleId is { } article ? comments.Where(c => c.ArticleId == article) : comments;
    }

    private static IQueryable<Comment> InOrder(IQueryable<Comment> comments, QueueOrder order) =>
        order == QueueOrder.Oldest ? comments.OrderBy(c => c.At).ThenBy(c => c.Id) : comments.OrderByDescending(c => c.At).ThenByDescending(c => c.Id);

    private static IQueryable<Comment> Past(IQueryable<Comment> comments, QueuePlace place, QueueOrder order)
    {
        var (at, id) = place;
        return order == QueueOrder.Oldest
            ? comments.Where(c => c.At >= at && (c.At > at || c.Id > id))
            : comments.Where(c => c.At <= at && (c.At < at || c.Id < id));
    }

    private async Task<IReadOnlyList<QueueItem>> ItemsAsync(IQueryable<Comment> comments, CancellationToken cancel)
    {
        var rows = await comments.Join(db.Articles, c => c.ArticleId, a => a.Id, (c, a) => new
        {
            c.WriterKey,
            Item = new QueueItem(c.Id, c.ArticleId, a.Headline, a.Language, a.Section.Slug, a.Slug, c.Parent == null ? null : c.Parent.Name, c.Parent == null ? null : c.Parent.Body,
                c.Name, c.Body, c.Face, c.At, c.State, c.Reason, c.Rule, c.Certainty, c.AddressKey != null),
        }).ToListAsync(cancel);
        var (ids, keys) = (rows.Select(row => row.Item.Id).ToList(), rows.Select(row => row.WriterKey).Distinct().ToList());
        var entries = (await db.Moderation.Where(e => ids.Contains(e.CommentId)).ThatDecide().OrderBy(e => e.Id)
            .Select(e => new { e.Id, e.CommentId, e.Act, e.Verdicts }).ToListAsync(cancel)).ToLookup(e => e.CommentId);
        var writers = await RecordsAsync(keys, cancel);
        return [.. rows.Select(row => row.Item with
        {
            Seen = entries[row.Item.Id].LastOrDefault()?.Id ?? 0,
            Verdicts = entries[row.Item.Id].LastOrDefault(e => e.Act == ModerationAct.Judged)?.Verdicts ?? [],
            Writer = writers[row.WriterKey],
        })];
    }

    private async Task<Dictionary<string, WriterRecord>> RecordsAsync(List<string> keys, CancellationToken cancel) => await db.Comments.Where(c => keys.Contains(c.WriterKey)).GroupBy(c => c.WriterKey)
        .Select(all => new
        {
            all.Key,
            Posted = all.Count(c => c.State == CommentState.Posted),
            Rejected = all.Count(c => c.State == CommentState.Refused || (c.State == CommentState.Removed && c.Rule != null)),
            Since = all.Min(c => c.At),
        }).ToDictionaryAsync(one => one.Key, one => new WriterRecord(one.Posted, one.Rejected, one.Since), cancel);
}
