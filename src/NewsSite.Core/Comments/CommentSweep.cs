using Microsoft.EntityFrameworkCore;
using NewsSite.Comments.Following;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>Forgets what was kept for a while only: network addresses, and the words of what was refused. Running it twice, or on two nodes, does no harm.</summary>
public sealed class CommentSweep(IDbContextFactory<NewsDb> databases, TimeProvider clock)
{
    public static readonly TimeSpan AddressesKept = TimeSpan.FromDays(90), RefusedKept = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancel)
    {
        var (addressesBefore, refusedBefore) = (clock.Now - AddressesKept, clock.Now - RefusedKept);
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Comments.Where(c => c.AddressKey != null && c.At < addressesBefore).ExecuteUpdateAsync(set => set.SetProperty(c => c.AddressKey, (string?)null), cancel);
        await db.CommentEmails.Where(email => email.Comment.State == CommentState.Refused && email.Comment.At < refusedBefore).ExecuteDeleteAsync(cancel);
        // The row stays for the log and the counts; the places that its verdicts marked are empty from now on.
        await db.Comments.Where(c => c.State == CommentState.Refused && c.Body != "" && c.At < refusedBefore).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.Name, "").SetProperty(c => c.Body, "").SetProperty(c => c.Face, "").SetProperty(c => c.OnceKey, (string?)null), cancel);
        var (askedBefore, wishedBefore) = (clock.Now - CommentSubscription.AskLasts, clock.Now - CommentWish.Lasts);
        await db.CommentSubscriptions.Where(s => s.ConfirmedAt == null && s.AskedAt < askedBefore).ExecuteDeleteAsync(cancel);
        await db.CommentWishes.Where(wish => wish.Comment.At < wishedBefore).ExecuteDeleteAsync(cancel);
        await db.Bans.Where(ban => ban.Kind == BanKind.Address && ban.Until < addressesBefore).ExecuteDeleteAsync(cancel);
    }
}
