using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>Sets who gets through with a comment, and for how long: for the site, a section or a story.</summary>
public sealed class LevelDesk(NewsDb db, TimeProvider clock)
{
    /// <param name="scope">As <see cref="CommentPolicy.Scope"/>.</param>
    /// <param name="name">The place as the log calls it.</param>
    /// <param name="before">What the form began with: of two editors, each changes only what they changed.</param>
    /// <returns>Whether anything is otherwise now.</returns>
    public Task<bool> SetAsync(string scope, string name, LevelWish before, LevelWish wanted, StaffMember by, CancellationToken cancel) => db.AloneAsync(async () =>
    {
        var policy = await db.CommentPolicies.FirstOrDefaultAsync(one => one.Scope == scope, cancel);
        var stands = LevelWish.Of(policy);
        var becomes = wanted.ChangedFrom(before, stands);
        if (becomes == stands)
        {
            return false;
        }
        Write(scope, policy, becomes, by);
        db.Add(new LogEntry(by, "comments.level", name, clock.Now, detail: string.Join('\n', becomes.Since(stands))));
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);

    /// <summary>Takes back, for a while, what <see cref="HeatWatch"/> has tightened.</summary>
    /// <returns>Whether there was anything to take back.</returns>
    public Task<bool> CalmAsync(int article, string name, StaffMember by, CancellationToken cancel) => db.AloneAsync(async () =>
    {
        var scope = CommentPolicy.Heat(article);
        if (await db.CommentPolicies.FirstOrDefaultAsync(one => one.Scope == scope && one.Level != null, cancel) is not { } heat)
        {
            return false;
        }
        heat.Calm(by, clock.Now);
        db.Add(new LogEntry(by, "comments.calmed", name, clock.Now, article));
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);

    private void Write(string scope, CommentPolicy? policy, LevelWish becomes, StaffMember by)
    {
        if (policy is not null && becomes.SaysNothing)
        {
            db.Remove(policy);
            return;
        }
        if (policy is null)
        {
            db.Add(policy = new CommentPolicy(scope));
        }
        policy.Set(becomes, by, clock.Now);
    }
}
