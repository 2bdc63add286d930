using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Comments;

/// <summary>Threads by the time they were begun; the answers in one are always read in the order of time.</summary>
public enum ThreadOrder
{
    Oldest, Newest,

    /// <summary>What most readers found useful first.</summary>
    Useful,

    /// <summary>Those alone that the editors chose, each by itself.</summary>
    Picks,
}

/// <summary>A comment as readers see it.</summary>
public sealed record CommentView(int Id, int? ParentId, string? ParentName, int RootId, int BranchId, string Name, string Body, string Face, DateTimeOffset At, CommentState State)
{
    public int Useful { get; init; }
    public CommentBadge? Badge { get; init; }

    public int Depth => BranchId == 0 ? 1 : BranchId == Id ? 2 : 3;
    public ThreadPosition Position => new(RootId, BranchId, Id);
}

/// <summary>A place in the order of reading.</summary>
public readonly record struct ThreadPosition(int Root, int Branch, int Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Root}-{Branch}-{Id}");

    /// <returns>null where <paramref name="text"/> is no place: the thread then begins at its start.</returns>
    public static ThreadPosition? Parse(string? text) =>
        text?.Split('-') is [var root, var branch, var id] && Number(root) is { } r && Number(branch) is { } b && Number(id) is { } i ? new(r, b, i) : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>One page of a story's comments.</summary>
/// <param name="Count">Of all that are posted.</param>
/// <param name="Next">Where the next page begins.</param>
/// <param name="Previous">Where the page before begins; null on the first.</param>
public sealed record CommentThread(int Count, IReadOnlyList<CommentView> Comments, ThreadPosition? Next, ThreadPosition? Previous)
{
    public const int PageSize = 50;

    /// <summary>The number of the last one that is posted: what comes later is new to who reads this page.</summary>
    public int Last { get; init; }

    /// <param name="from">The page's first comment.</param>
    public static async Task<CommentThread> ReadAsync(NewsDb db, int articleId, ThreadOrder order, ThreadPosition? from, CancellationToken cancel)
    {
        var counted = await db.Comments.Where(c => c.ArticleId == articleId && c.State == CommentState.Posted).GroupBy(c => c.ArticleId).Select(all => new { Count = all.Count(), Last = all.Max(c => c.Id) }).FirstOrDefaultAsync(cancel);
        if (counted is not { Count: var count, Last: var last })
        {
            return new(0, [], null, null);
        }
        if (order == ThreadOrder.Picks)
        {
            return new(count, [], null, null) { Last = last };
        }
        if (order == ThreadOrder.Useful)
        {
            return await ByUsefulAsync(db, articleId, from, new(count, [], null, null) { Last = last }, cancel);
        }
        var all = db.ThreadOf(articleId);
        var page = await all.From(from, order).InOrder(order).Take(PageSize + 1).AsViews().ToListAsync(cancel);
        var before = from is { } start ? await all.Before(start, order).InReverse(order).Take(PageSize).AsViews().ToListAsync(cancel) : [];
        return new(count, [.. page.Take(PageSize)], page.Count > PageSize ? page[PageSize].Position : null, before.Count > 0 ? before[^1].Position : null) { Last = last };
    }

    private static async Task<CommentThread> ByUsefulAsync(NewsDb db, int articleId, ThreadPosition? from, CommentThread thread, CancellationToken cancel)
    {
        var all = db.UsefulThreadsOf(articleId);
        var useful = from is { Root: var root } ? await db.Comments.Where(c => c.Id == root).Select(c => c.Useful).FirstOrDefaultAsync(cancel) : 0;
        var page = await (from is { } start ? all.From(start, useful) : all).InOrder().Take(PageSize + 1).Select(row => row.Comment).AsViews().ToListAsync(cancel);
        var before = from is { } end ? await all.Before(end, useful).InReverse().Take(PageSize).Select(row => row.Comment).AsViews().ToListAsync(cancel) : [];
        return thread with { Comments = [.. page.Take(PageSize)], Next = page.Count > PageSize ? page[PageSize].Position : null, Previous = before.Count > 0 ? before[^1].Position : null };
    }

    /// <summary>Where to read a posted comment: the start of its page; null: on the first one, under the story.</summary>
    public static async Task<ThreadPosition?> PageOfAsync(NewsDb db, CommentView comment, int articleId, CancellationToken cancel)
    {
        var all = db.ThreadOf(articleId);
        if (await all.Before(comment.Position, ThreadOrder.Oldest).InOrder(ThreadOrder.Oldest).Take(PageSize).CountAsync(cancel) < PageSize)
        {
            return null;
        }
        // With what it answers, if that is near enough.
        var root = new ThreadPosition(comment.RootId, 0, comment.RootId);
        var between = await all.From(root, ThreadOrder.Oldest).Before(comment.Position, ThreadOrder.Oldest).InOrder(ThreadOrder.Oldest).Take(PageSize).CountAsync(cancel);
        return between < PageSize ? root : comment.Position;
    }
}
