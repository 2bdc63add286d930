using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>Where a comment stands for its writer's objection.</summary>
public enum AppealStanding
{
    /// <summary>May be made.</summary>
    Open,

    /// <summary>Made, and not answered yet.</summary>
    Waits,
    Granted, Declined,

    /// <summary>No rule was held against the comment, or its words are not kept any more.</summary>
    Nothing,
}

/// <summary>A writer objects, once. Whose comment it is, the page knows.</summary>
public sealed class Appealing(NewsDb db, TimeProvider clock)
{
    public static AppealStanding StandingOf(Comment comment, Appeal? appeal) =>
        appeal is { AnsweredAt: not null } ? appeal.Granted ? AppealStanding.Granted : AppealStanding.Declined
        : comment.IsOver ? AppealStanding.Nothing
        : appeal is not null ? AppealStanding.Waits
        : comment.MayBeAppealed ? AppealStanding.Open
        : AppealStanding.Nothing;

    /// <param name="sentence">Tidied, and of a good length.</param>
    /// <returns>What stands now: <see cref="AppealStanding.Waits"/> where it was taken, or had been before.</returns>
    public Task<AppealStanding> AppealAsync(int id, string sentence, CancellationToken cancel) => db.AloneAsync(async () =>
    {
        if (await db.Comments.FirstOrDefaultAsync(c => c.Id == id, cancel) is not { } comment)
        {
            return AppealStanding.Nothing;
        }
        var standing = StandingOf(comment, await db.Appeals.FirstOrDefaultAsync(a => a.CommentId == id, cancel));
        if (standing != AppealStanding.Open)
        {
            return standing;
        }
        var now = clock.Now;
        db.Add(new Appeal(comment, sentence, now));
        db.Add(ModerationEntry.Noted(comment, ModerationAct.Appealed, comment.Rule, now));
        await db.SaveChangesAsync(cancel);
        return AppealStanding.Waits;
    }, cancel);
}
