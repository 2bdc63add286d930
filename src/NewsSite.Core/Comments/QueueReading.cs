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
        return new(
            held.Sum(one => one.Count), held.Where(one => one.Key == HoldReason.Newcomer).Sum(one => one.Count),
            await Of(new(QueueTab.Reported, null, null, null)).CountAsync(cancel), await Of(new(QueueTab.Appeals, null, null, null)).CountAsync(cancel));
    }

    /// <summary>How many wait for somebody to look: held, reported, or objected to.</summary>
    public Task<int> WaitingAsync(CancellationToken cancel) => db.Comments.Where(c => c.State == CommentState.Held).Select(c => c.Id)
        .Union(db.CommentFlags.Where(flag => flag.AnsweredAt == null).Select(flag => flag.Comment).NotOver().Select(c => c.Id))
        .Union(db.Appeals.Where(appeal => appeal.AnsweredAt == null).Select(appeal => appeal.Comment).NotOver().Select(c => c.Id)).CountAsync(cancel);

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

    /// <summary>How many of one hand, or one network, wait or are posted; and the last line of the log about any of them, in sight of which they are decided together.</summary>
    public async Task<(int Count, long Seen)> AlikeAsync(Likeness like, CancellationToken cancel) => (
        await db.Comments.Like(db, like).NotOver().CountAsync(c => c.State == CommentState.Posted || c.State == CommentState.Held, cancel),
        await db.Comments.Like(db, like).Join(db.Moderation, c => c.Id, e => e.CommentId, (_, e) => e).ThatDecide().MaxAsync(e => (long?)e.Id, cancel) ?? 0);

    /// <summary>The stories whose threads have tightened themselves.</summary>
    public async Task<IReadOnlyList<(int Id, string Headline)>> HotAsync(CancellationToken cancel)
    {
        var scopes = await db.CommentPolicies.AsNoTracking().Where(policy => policy.Scope.StartsWith(CommentPolicy.HeatPrefix) && policy.Level != null).ToListAsync(cancel);
        var ids = scopes.Select(policy => policy.ArticleOfHeat).ToList();
        return ids.Count == 0 ? [] : [.. (await db.Articles.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Headline }).ToListAsync(cancel)).Select(a => (a.Id, a.Headline))];
    }

    public async Task<IReadOnlyList<HistoryLine>> HistoryAsync(int id, CancellationToken cancel) => await db.Moderation.Where(e => e.CommentId == id).OrderBy(e => e.Id)
        .Select(e => new HistoryLine(e.Id, e.Act, e.ById, e.ByName, e.Before, e.After, e.Rule, e.Why, e.At)).ToListAsync(cancel);

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
        var comments = choice.Tab switch
        {
            QueueTab.New => db.Comments.Where(c => c.State == CommentState.Held && c.Reason == HoldReason.Newcomer),
            QueueTab.Reported => db.Comments.Where(c => db.CommentFlags.Any(f => f.CommentId == c.Id && f.AnsweredAt == null)),
            QueueTab.Appeals => db.Comments.Where(c => db.Appeals.Any(a => a.CommentId == c.Id && a.AnsweredAt == null)),
            QueueTab.Refused => db.Comments.Where(c => c.State == CommentState.Refused),
            QueueTab.Removed => db.Comments.Where(c => c.State == CommentState.Removed),
            QueueTab.Posted => db.Comments.Where(c => c.State == CommentState.Posted),
            QueueTab.All => db.Comments,
            _ => db.Comments.Where(c => c.State == CommentState.Held),
        };
        comments = choice.Like is { } like ? comments.Like(db, like).NotOver() : comments.NotOver();
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
            Item = new QueueItem(c.Id, c.ArticleId, a.Headline, a.Language, a.Section.Slug, a.Slug,
                // What its writer took back is nobody's to read.
                c.Parent == null || (c.Parent.State == CommentState.Removed && c.Parent.Rule == null) ? null : c.Parent.Name,
                c.Parent == null || (c.Parent.State == CommentState.Removed && c.Parent.Rule == null) ? null : c.Parent.Body,
                c.Name, c.Body, c.Face, c.At, c.State, c.Reason, c.Rule, c.Certainty, c.AddressKey != null),
        }).ToListAsync(cancel);
        var (ids, keys) = (rows.Select(row => row.Item.Id).ToList(), rows.Select(row => row.WriterKey).Distinct().ToList());
        var entries = (await db.Moderation.Where(e => ids.Contains(e.CommentId)).ThatDecide().OrderBy(e => e.Id)
            .Select(e => new { e.Id, e.CommentId, e.Act, e.Verdicts }).ToListAsync(cancel)).ToLookup(e => e.CommentId);
        var writers = await RecordsAsync(keys, cancel);
        var appeals = await db.Appeals.Where(a => ids.Contains(a.CommentId) && a.AnsweredAt == null).ToDictionaryAsync(a => a.CommentId, a => a.Sentence, cancel);
        var flags = (await db.CommentFlags.Where(f => ids.Contains(f.CommentId) && f.AnsweredAt == null).OrderBy(f => f.Id)
            .Select(f => new { f.CommentId, Line = new FlagLine(f.Rule, f.Note) }).ToListAsync(cancel)).ToLookup(f => f.CommentId, f => f.Line);
        return [.. rows.Select(row => row.Item with
        {
            Seen = entries[row.Item.Id].LastOrDefault()?.Id ?? 0,
            Verdicts = entries[row.Item.Id].LastOrDefault(e => e.Act is ModerationAct.Judged or ModerationAct.Imported)?.Verdicts ?? [],
            Writer = writers[row.WriterKey],
            Appeal = appeals.GetValueOrDefault(row.Item.Id),
            Flags = [.. flags[row.Item.Id]],
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
