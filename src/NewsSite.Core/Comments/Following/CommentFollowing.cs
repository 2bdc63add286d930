using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Comments.Following;

/// <summary>Who wants to follow what. Whoever asks gets the same answer: nobody learns who follows already.</summary>
public sealed class CommentFollowing(NewsDb db, SiteKey key, TimeProvider clock)
{
    /// <summary>How often in a day one mailbox is asked, whatever the story; and how many are asked from one network address, which thousands may share.</summary>
    public const int AsksOfMailbox = 5, AsksOfAddress = 100;

    public async Task AskAsync(int article, FollowKind kind, string email, CommenterKeys who, CancellationToken cancel)
    {
        try
        {
            await db.AloneAsync(async () =>
            {
                await EnterAsync(article, kind, email, who, cancel);
                return await db.SaveChangesAsync(cancel);
            }, cancel);
        }
        catch (DbUpdateException fault) when (fault.IsDouble)
        {
            // Asked twice at the same moment: once is enough.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>What was wished with a comment that stands is asked for.</summary>
    public async Task TakeUpAsync(CancellationToken cancel)
    {
        foreach (var id in await db.CommentWishes.Where(wish => wish.Letters != null).OrderBy(wish => wish.CommentId).Select(wish => wish.CommentId).Take(500).ToListAsync(cancel))
        {
            try
            {
                await db.AloneAsync(() => TakeUpAsync(id, cancel), cancel);
            }
            catch (DbUpdateException fault) when (fault.IsDouble)
            {
                // Somebody asks for the same at this moment; the next round finds it done.
            }
            db.ChangeTracker.Clear();
        }
    }

    /// <returns>null where the letter was too old, or has been stopped since.</returns>
    public Task<CommentSubscription?> ConfirmAsync(Guid handle, CancellationToken cancel) => db.AloneAsync(async () =>
    {
        var found = await FindAsync(handle, cancel);
        found?.Confirm(clock.Now);
        await db.SaveChangesAsync(cancel);
        return found;
    }, cancel);

    /// <summary>That which can still be confirmed, or is.</summary>
    public async Task<CommentSubscription?> FindAsync(Guid handle, CancellationToken cancel)
    {
        var oldest = clock.Now - CommentSubscription.AskLasts;
        return await db.CommentSubscriptions.FirstOrDefaultAsync(s => s.Handle == handle && (s.ConfirmedAt != null || s.AskedAt > oldest), cancel);
    }

    /// <summary>No more of these letters; what is stopped already stays so. Whoever was only asked is not asked about the story again.</summary>
    public Task StopAsync(Guid handle, CancellationToken cancel) => db.AloneAsync(async () =>
    {
        db.AddRange((await db.CommentSubscriptions.AsNoTracking().Where(s => s.Handle == handle && s.Asked != null && s.ConfirmedAt == null).ToListAsync(cancel))
            .Select(asked => new FollowRefusal(asked, asked.ArticleId, key, clock.Now)));
        await db.SaveChangesAsync(cancel);
        await db.CommentSubscriptions.Where(s => s.Handle == handle).ExecuteDeleteAsync(cancel);
        if (await WisherAsync(handle, cancel) is { } mailbox)
        {
            await SilenceAsync(mailbox, cancel);
        }
        return true;
    }, cancel);

    /// <summary>No more letters to this mailbox at all. Where somebody had only asked in its name, nobody asks it about any story for a while.</summary>
    public Task StopAllAsync(Guid handle, CancellationToken cancel) => db.AloneAsync(async () =>
    {
        if (await MailboxAsync(handle, cancel) is { } mailbox)
        {
            var theirs = await SubscriptionsAsync(mailbox, cancel);
            if (theirs.Find(one => one is { Asked: not null, ConfirmedAt: null }) is { } asked)
            {
                db.Add(new FollowRefusal(asked, null, key, clock.Now));
                await db.SaveChangesAsync(cancel);
            }
            var ids = theirs.ConvertAll(one => one.Id);
            await db.CommentSubscriptions.Where(s => ids.Contains(s.Id)).ExecuteDeleteAsync(cancel);
            await SilenceAsync(mailbox, cancel);
        }
        return true;
    }, cancel);

    /// <summary>Whether a link still leads to something, and to which story; of decisions there is none.</summary>
    public async Task<(bool IsKnown, FollowedStory? Story)> LookAsync(Guid handle, CancellationToken cancel)
    {
        var article = await db.CommentSubscriptions.Where(s => s.Handle == handle).Select(s => (int?)s.ArticleId).FirstOrDefaultAsync(cancel);
        var story = article is null ? null : await db.Articles.Live(clock.Now).Where(a => a.Id == article).AsFollowed().FirstOrDefaultAsync(cancel);
        return (article is not null || await db.CommentWishes.AnyAsync(w => w.Handle == handle && w.TellMe, cancel), story);
    }

    /// <summary>The stories that a mailbox follows, and of whose decisions it is told.</summary>
    public async Task<IReadOnlyList<FollowedStory>> StoriesAsync(Guid handle, CancellationToken cancel)
    {
        if (await MailboxAsync(handle, cancel) is not { } mailbox)
        {
            return [];
        }
        var followed = (await SubscriptionsAsync(mailbox, cancel)).FindAll(one => one.ConfirmedAt is not null).ConvertAll(one => one.ArticleId);
        return await db.Articles.Live(clock.Now).Where(a => followed.Contains(a.Id)).OrderByDescending(a => a.PublishedAt).AsFollowed().ToListAsync(cancel);
    }

    /// <summary>Whose letters a link is about.</summary>
    /// <param name="Writer">As <see cref="Comment.WriterKey"/>; a neighbour's box may have the same.</param>
    /// <param name="Box">By <see cref="CommenterKeys.MailboxKey"/>; null: written under a site key that is gone.</param>
    private sealed record LetterBox(string Writer, string? Box);

    private async Task<LetterBox?> MailboxAsync(Guid handle, CancellationToken cancel) =>
        await db.CommentSubscriptions.AsNoTracking().FirstOrDefaultAsync(s => s.Handle == handle, cancel) is { } subscription
            ? new(subscription.EmailKey, BoxOf(subscription.Open(key))) : await WisherAsync(handle, cancel);

    private async Task<LetterBox?> WisherAsync(Guid handle, CancellationToken cancel) =>
        await WishesAsync(db.CommentWishes.Where(w => w.Handle == handle), cancel) is [var (_, writer, email)] ? new(writer, BoxOf(email)) : null;

    private async Task<List<CommentSubscription>> SubscriptionsAsync(LetterBox mailbox, CancellationToken cancel) =>
        (await db.CommentSubscriptions.AsNoTracking().Where(s => s.EmailKey == mailbox.Writer).ToListAsync(cancel)).FindAll(one => IsOf(mailbox, one.Open(key)));

    private async Task SilenceAsync(LetterBox mailbox, CancellationToken cancel)
    {
        var wishes = await WishesAsync(db.CommentWishes.Where(w => w.Comment.WriterKey == mailbox.Writer && (w.TellMe || w.Letters != null)), cancel);
        var ids = wishes.FindAll(wish => IsOf(mailbox, wish.Email)).ConvertAll(wish => wish.Comment);
        await db.CommentWishes.Where(w => ids.Contains(w.CommentId)).ExecuteUpdateAsync(set => set.SetProperty(w => w.TellMe, false).SetProperty(w => w.Letters, (FollowKind?)null), cancel);
    }

    private async Task<List<(int Comment, string Writer, string? Email)>> WishesAsync(IQueryable<CommentWish> wishes, CancellationToken cancel)
    {
        var seal = CommentEmail.SealOf(key);
        return (await wishes.Select(w => new { w.CommentId, w.Comment.WriterKey, Sealed = db.CommentEmails.Where(email => email.CommentId == w.CommentId).Select(email => email.Sealed).FirstOrDefault() }).ToListAsync(cancel))
            .ConvertAll(w => (w.CommentId, w.WriterKey, w.Sealed is null ? null : CommentEmail.Open(w.Sealed, seal)));
    }

    private string? BoxOf(string? email) => email is null ? null : CommenterKeys.MailboxKey(key, email);

    private bool IsOf(LetterBox mailbox, string? email) => mailbox.Box is null || email is null || BoxOf(email) == mailbox.Box;

    private async Task<bool> TakeUpAsync(int id, CancellationToken cancel)
    {
        var wish = await db.CommentWishes.Include(one => one.Comment).FirstOrDefaultAsync(one => one.CommentId == id && one.Letters != null, cancel);
        if (wish is { Letters: { } kind, Comment: { State: not CommentState.Refused, Reason: not HoldReason.Trap } comment }
            && (await db.CommentEmails.AsNoTracking().FirstOrDefaultAsync(one => one.CommentId == id, cancel))?.Open(key) is { } email)
        {
            await EnterAsync(comment.ArticleId, kind, email, new(comment.WriterKey, comment.AddressKey, ""), cancel);
        }
        wish?.TakeUp();
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private async Task EnterAsync(int article, FollowKind kind, string email, CommenterKeys who, CancellationToken cancel)
    {
        var now = clock.Now;
        var known = await db.CommentSubscriptions.FirstOrDefaultAsync(s => s.EmailKey == who.Email && s.ArticleId == article, cancel);
        if (known?.Lacks(kind) == false
            || await db.FollowRefusals.AnyAsync(no => no.EmailKey == who.Email && (no.ArticleId == null || no.ArticleId == article), cancel)
            || await IsAskedTooOftenAsync(who, now, cancel))
        {
            return;
        }
        if (known is not null)
        {
            known.AskFor(kind, now);
            return;
        }
        var newest = await db.Moderation.OrderByDescending(entry => entry.Id).Select(entry => entry.Id).FirstOrDefaultAsync(cancel);
        db.Add(CommentSubscription.For(article, email, who, kind, newest, key, now));
    }

    private async Task<bool> IsAskedTooOftenAsync(CommenterKeys who, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - TimeSpan.FromDays(1);
        return await db.CommentSubscriptions.CountAsync(s => s.EmailKey == who.Email && s.AskedAt > since, cancel)
                + await db.FollowRefusals.CountAsync(no => no.EmailKey == who.Email && no.At > since, cancel) >= AsksOfMailbox
            || (who.Address is not null && await db.CommentSubscriptions.CountAsync(s => s.AddressKey == who.Address && s.AskedAt > since, cancel) >= AsksOfAddress);
    }
}
