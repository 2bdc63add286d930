using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Mail;
using NewsSite.Text;

namespace NewsSite.Comments.Following;

/// <summary>Tells writers who asked for it what moderators decided: the last decision, once it has settled; never one that was undone by then.</summary>
public sealed class DecisionLetters(IDbContextFactory<NewsDb> databases, SiteKey key, LetterTokens tokens, Outbox outbox, TimeProvider clock)
{
    private sealed class Row
    {
        public required CommentWish Wish { get; init; }
        public required ModerationEntry Entry { get; init; }
    }

    public async Task TellAsync(ICommentWording wording, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        foreach (var writer in await Untold(db).Select(row => row.Wish.Comment.WriterKey).Distinct().ToListAsync(cancel))
        {
            await db.AloneAsync(() => TellAsync(db, writer, wording, cancel), cancel);
        }
    }

    private async Task<bool> TellAsync(NewsDb db, string writer, ICommentWording wording, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var (now, rested) = (clock.Now, clock.Now - FollowerLetters.Between);
        if (await db.CommentWishes.AnyAsync(wish => wish.Comment.WriterKey == writer && wish.ToldAt > rested, cancel))
        {
            return false;
        }
        var rows = await Untold(db).Where(row => row.Wish.Comment.WriterKey == writer).OrderBy(row => row.Entry.Id).Take(FollowerLetters.MostInLetter).ToListAsync(cancel);
        var ids = rows.Select(row => row.Wish.CommentId).ToList();
        var comments = await db.Comments.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        var articles = comments.Values.Select(c => c.ArticleId).Distinct().ToList();
        var stories = await db.Articles.Live(now).Where(a => articles.Contains(a.Id)).AsFollowed().ToDictionaryAsync(a => a.Id, cancel);
        var addresses = (await db.CommentEmails.AsNoTracking().Where(email => ids.Contains(email.CommentId)).ToListAsync(cancel)).ToDictionary(email => email.CommentId, email => email.Open(key));
        // The key takes a+b@ for a@; a mailbox may still be another's, and reads its own decisions only.
        foreach (var ofOne in rows.Where(row => stories.ContainsKey(comments[row.Wish.CommentId].ArticleId) && addresses.GetValueOrDefault(row.Wish.CommentId) is not null)
            .GroupBy(row => CommenterKeys.Mailbox(addresses[row.Wish.CommentId]!)))
        {
            var decisions = ofOne.Select(row => (row.Entry, Comment: comments[row.Wish.CommentId]))
                .Select(one => new Decision(one.Comment.Id, stories[one.Comment.ArticleId], one.Comment.Body, one.Entry.After, one.Entry.Rule)).ToList();
            outbox.Add(db, wording.Decisions(new(addresses[ofOne.Last().Wish.CommentId]!, decisions, tokens.Of(ofOne.Last().Wish.Handle))));
        }
        foreach (var row in rows)
        {
            row.Wish.Tell(row.Entry.Id, now);
        }
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private IQueryable<Row> Untold(NewsDb db)
    {
        var settled = clock.Now - FollowerLetters.Settling;
        return db.CommentWishes.Where(wish => wish.TellMe).SelectMany(
            wish => db.Moderation.Where(e => e.CommentId == wish.CommentId && e.Id > wish.Told && e.At <= settled
                && (e.Act == ModerationAct.Approved || e.Act == ModerationAct.Rejected)
                && !db.Appeals.Any(appeal => appeal.CommentId == e.CommentId && appeal.AnsweredAt == e.At)
                && !db.Moderation.ThatDecide().Any(later => later.CommentId == e.CommentId && later.Id > e.Id)),
            (wish, entry) => new Row { Wish = wish, Entry = entry });
    }
}
