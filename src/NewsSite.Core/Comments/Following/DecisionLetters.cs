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

    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    // Whom to look at; only a short-cut. What was told each wish says itself, and a process that starts looks at all decisions that can still be told.
    private readonly HashSet<string> writers = [];
    private DateTimeOffset? seen;

    public async Task TellAsync(ICommentWording wording, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var settled = clock.Now - FollowerLetters.Settling;
        writers.UnionWith(await Untold(db, seen ?? Oldest).Select(row => row.Wish.Comment.WriterKey).Distinct().ToListAsync(cancel));
        seen = settled - Margin;
        foreach (var writer in writers.ToList())
        {
            if (await db.AloneAsync(() => TellAsync(db, writer, wording, cancel), cancel))
            {
                writers.Remove(writer);
            }
        }
    }

    private DateTimeOffset Oldest => clock.Now - CommentWish.Lasts;

    /// <returns>Whether nothing is left to tell this writer later.</returns>
    private async Task<bool> TellAsync(NewsDb db, string writer, ICommentWording wording, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var (now, rested) = (clock.Now, clock.Now - FollowerLetters.Between);
        if (await db.CommentWishes.AnyAsync(wish => wish.Comment.WriterKey == writer && wish.ToldAt > rested, cancel))
        {
            return false;
        }
        var rows = await Untold(db, Oldest).Where(row => row.Wish.Comment.WriterKey == writer).OrderBy(row => row.Entry.Id).Take(FollowerLetters.MostInLetter).ToListAsync(cancel);
        var ids = rows.Select(row => row.Wish.CommentId).ToList();
        var comments = await db.Comments.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        var articles = comments.Values.Select(c => c.ArticleId).Distinct().ToList();
        var stories = await db.Articles.Live(now).Where(a => articles.Contains(a.Id)).AsFollowed().ToDictionaryAsync(a => a.Id, cancel);
        var addresses = (await db.CommentEmails.AsNoTracking().Where(email => ids.Contains(email.CommentId)).ToListAsync(cancel)).ToDictionary(email => email.CommentId, email => email.Open(key));
        // The key takes a+b@ for a@; a mailbox may still be another's, and reads its own decisions only: the neighbour's next time.
        var byMailbox = rows.Where(row => stories.ContainsKey(comments[row.Wish.CommentId].ArticleId) && addresses.GetValueOrDefault(row.Wish.CommentId) is not null)
            .GroupBy(row => CommenterKeys.Mailbox(addresses[row.Wish.CommentId]!)).ToList();
        var ofOne = byMailbox.FirstOrDefault()?.ToList() ?? [];
        var isWritten = ofOne.Count > 0 && (await LettersOfADay.OfAsync(db, [writer], now, cancel)).Take(writer);
        if (isWritten)
        {
            var decisions = ofOne.Select(row => (row.Entry, Comment: comments[row.Wish.CommentId]))
                .Select(one => new Decision(one.Comment.Id, stories[one.Comment.ArticleId], one.Comment.Body, one.Entry.After, one.Entry.Rule)).ToList();
            outbox.Add(db, wording.Decisions(new(addresses[ofOne[^1].Wish.CommentId]!, decisions, tokens.Of(ofOne[^1].Wish.Handle))));
        }
        foreach (var row in rows.Except(byMailbox.Skip(1).SelectMany(row => row)))
        {
            row.Wish.Tell(row.Entry.Id, isWritten ? now : null);
        }
        await db.SaveChangesAsync(cancel);
        return byMailbox.Count < 2 && rows.Count < FollowerLetters.MostInLetter;
    }

    /// <param name="since">Found by the log's index on the moment, so that it costs as much as was decided from then on.</param>
    private IQueryable<Row> Untold(NewsDb db, DateTimeOffset since)
    {
        var settled = clock.Now - FollowerLetters.Settling;
        return db.Moderation.Where(e => e.At > since && e.At <= settled && (e.Act == ModerationAct.Approved || e.Act == ModerationAct.Rejected || e.Act == ModerationAct.HeldOnFlags)
                && !db.Appeals.Any(appeal => appeal.CommentId == e.CommentId && appeal.AnsweredAt == e.At)
                && !db.Moderation.ThatDecide().Any(later => later.CommentId == e.CommentId && later.Id > e.Id))
            .Join(db.CommentWishes.Where(wish => wish.TellMe), e => e.CommentId, wish => wish.CommentId, (entry, wish) => new Row { Wish = wish, Entry = entry })
            // That it stays is news only to whoever was told otherwise.
            .Where(row => row.Entry.Id > row.Wish.Told && (row.Entry.Act != ModerationAct.Approved || row.Entry.Before != CommentState.Posted
                || db.Moderation.Any(told => told.Id == row.Wish.Told && told.After != CommentState.Posted)));
    }
}
