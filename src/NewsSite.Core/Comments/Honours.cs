using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Comments;

/// <summary>An honoured comment as readers see it.</summary>
public sealed record Honour(HonourKind Kind, string Why, CommentView Comment);

/// <summary>A story's honoured comments, the latest first.</summary>
public sealed record Honours(IReadOnlyList<Honour> All)
{
    public static readonly Honours None = new([]);

    public IEnumerable<Honour> Pinned => All.Where(one => one.Kind == HonourKind.Pinned);
    public IEnumerable<Honour> Picked => All.Where(one => one.Kind == HonourKind.Picked);

    public IEnumerable<HonourKind> Of(int comment) => All.Where(one => one.Comment.Id == comment).Select(one => one.Kind);

    public static async Task<Honours> OfAsync(NewsDb db, int articleId, CancellationToken cancel)
    {
        var given = await db.CommentHonours.Where(one => one.ArticleId == articleId && one.Comment.State == CommentState.Posted)
            .OrderByDescending(one => one.At).ThenByDescending(one => one.CommentId).Select(one => new { one.CommentId, one.Kind, one.Why }).ToListAsync(cancel);
        if (given.Count == 0)
        {
            return None;
        }
        var ids = given.Select(one => one.CommentId).ToList();
        var comments = await db.Comments.Where(c => ids.Contains(c.Id) && c.State == CommentState.Posted).AsViews().ToDictionaryAsync(c => c.Id, cancel);
        // One may have been removed between the two questions.
        return new([.. given.Where(one => comments.ContainsKey(one.CommentId)).Select(one => new Honour(one.Kind, one.Why, comments[one.CommentId]))]);
    }
}
