using Microsoft.EntityFrameworkCore;
using NewsSite.Caching;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Comments;

/// <summary>Reads what a page prints of a story's comments, and notes what it then depends on.</summary>
public sealed class CommentsReading(NewsDb db, PageFrame frame, PageNotes notes, MyComments mine, IHttpContextAccessor http)
{
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(2);

    public async Task<CommentsView> ReadAsync(int article, CommentStanding standing, ThreadOrder order, ThreadPosition? from, CancellationToken cancel)
    {
        notes.DependsOn(Comment.ThreadTag(article), PageTags.Settings);
        notes.ChangeBy(standing.ClosesAt > frame.Now ? standing.ClosesAt : null);
        var thread = await CommentThread.ReadAsync(db, article, order, from, cancel);
        var honours = thread.Count > 0 ? await Honours.OfAsync(db, article, cancel) : Honours.None;
        // Each by itself, whatever it stands under.
        thread = order == ThreadOrder.Picks ? thread with { Comments = [.. honours.Picked.Select(one => one.Comment with { BranchId = 0 })] } : thread;
        var own = await MineAsync(article, cancel);
        var shown = thread.Comments.Select(comment => comment.Id).ToHashSet();
        var isFull = standing.ClosesAfter > 0 && thread.Count >= standing.ClosesAfter;
        return new(article, frame.Language, thread, order, standing.IsOpenAt(frame.Now) && !isFull, [.. own.Where(one => !shown.Contains(one.Comment.Id))])
        {
            Standing = standing,
            From = from,
            Honours = honours,
            Mendable = own.Where(one => one.MinutesLeft > 0).ToDictionary(one => one.Comment.Id),
        };
    }

    private async Task<IReadOnlyList<MyCommentView>> MineAsync(int article, CancellationToken cancel)
    {
        var ids = mine.Of(http.HttpContext!.Request).Where(one => one.Article == article).Select(one => one.Id).ToList();
        if (ids.Count == 0)
        {
            return [];
        }
        var rows = await db.Comments.AsNoTracking().Where(c => c.ArticleId == article && ids.Contains(c.Id))
            // What the rules refused at once was said beside the form, and was mended there.
            .Where(c => c.State != CommentState.Refused || db.Appeals.Any(a => a.CommentId == c.Id) || db.Moderation.Any(e => e.CommentId == c.Id && e.Act == ModerationAct.Rejected))
            .OrderBy(c => c.Id).Select(c => new { Comment = c, ParentName = c.Parent!.Name, Appeal = db.Appeals.FirstOrDefault(a => a.CommentId == c.Id), Letters = db.CommentWishes.Any(wish => wish.CommentId == c.Id && wish.WishedLetters) }).ToListAsync(cancel);
        return [.. rows.Where(row => !row.Comment.IsOver).Select(row => View(row.Comment, row.ParentName, row.Appeal) with { AsksForLetters = row.Letters && frame.Now - row.Comment.At < JustNow })];
    }

    private MyCommentView View(Comment comment, string? parentName, Appeal? appeal) => new(
        new(comment.Id, comment.ParentId, parentName, comment.RootId, comment.BranchId, comment.Name, comment.Body, comment.Face, comment.At, comment.State) { Useful = comment.Useful, Badge = comment.Badge },
        comment.Rule,
        comment.MayBeMendedAt(frame.Now) ? (int)Math.Ceiling((comment.At + Comment.Mending - frame.Now).TotalMinutes) : 0,
        Appealing.StandingOf(comment, appeal))
    {
        IsNew = frame.Now - comment.At < JustNow,
    };
}
