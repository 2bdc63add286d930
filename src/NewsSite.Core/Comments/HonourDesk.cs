using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Comments;

public enum HonourOutcome
{
    Done,

    /// <summary>So it was before.</summary>
    Already,

    /// <summary>As many of the story's comments have it as may.</summary>
    TooMany,

    /// <summary>A pin says why.</summary>
    NoReason,

    /// <summary>Readers do not see the comment.</summary>
    NotShown,
}

/// <summary>Pins and picks comments, and takes that back. Each is a line in the comment's log.</summary>
public sealed class HonourDesk(NewsDb db, TimeProvider clock)
{
    public Task<HonourOutcome> GiveAsync(int id, HonourKind kind, string why, StaffMember by, CancellationToken cancel) => db.AloneAsync(async () =>
    {
        if (await FindAsync(id, by, cancel) is not { State: CommentState.Posted } comment)
        {
            return HonourOutcome.NotShown;
        }
        if (kind == HonourKind.Pinned && CleanText.Line(why).Length == 0)
        {
            return HonourOutcome.NoReason;
        }
        var others = await db.CommentHonours.Where(one => one.ArticleId == comment.ArticleId && one.Kind == kind && one.Comment.State == CommentState.Posted).Select(one => one.CommentId).ToListAsync(cancel);
        if (others.Contains(id))
        {
            return HonourOutcome.Already;
        }
        if (others.Count >= (kind == HonourKind.Pinned ? CommentHonour.MostPinned : CommentHonour.MostPicked))
        {
            return HonourOutcome.TooMany;
        }
        db.Add(new CommentHonour(comment, kind, why, by, clock.Now));
        return await EnterAsync(comment, kind == HonourKind.Pinned ? ModerationAct.Pinned : ModerationAct.Picked, why, by, cancel);
    }, cancel);

    public Task<HonourOutcome> TakeAsync(int id, HonourKind kind, StaffMember by, CancellationToken cancel) => db.AloneAsync(async () =>
    {
        if (await FindAsync(id, by, cancel) is not { } comment)
        {
            return HonourOutcome.NotShown;
        }
        if (await db.CommentHonours.FirstOrDefaultAsync(one => one.CommentId == id && one.Kind == kind, cancel) is not { } honour)
        {
            return HonourOutcome.Already;
        }
        db.Remove(honour);
        return await EnterAsync(comment, kind == HonourKind.Pinned ? ModerationAct.Unpinned : ModerationAct.Unpicked, "", by, cancel);
    }, cancel);

    private async Task<Comment?> FindAsync(int id, StaffMember by, CancellationToken cancel) => by.MayModerate ? await db.Comments.FirstOrDefaultAsync(c => c.Id == id, cancel) : null;

    private async Task<HonourOutcome> EnterAsync(Comment comment, ModerationAct act, string why, StaffMember by, CancellationToken cancel)
    {
        db.Add(ModerationEntry.About(comment, act, by, why, clock.Now));
        await db.SaveChangesAsync(cancel);
        return HonourOutcome.Done;
    }
}
