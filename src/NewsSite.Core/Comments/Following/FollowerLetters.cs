using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Mail;
using NewsSite.Text;

namespace NewsSite.Comments.Following;

/// <summary>
/// Writes to those who follow: first whether they want it, then what is new. Each letter stands in the outbox in the transaction that says it is written,
/// so it is written once, however many processes do this and whenever they die.
/// </summary>
public sealed class FollowerLetters(IDbContextFactory<NewsDb> databases, SiteKey key, LetterTokens tokens, Outbox outbox, TimeProvider clock)
{
    /// <summary>Comments and decisions of this moment may still be taken back.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    /// <summary>One mailbox hears no more often than this of the same story, or of decisions.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromMinutes(15);

    public const int MostInLetter = 10;

    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    // Where to look; only a short-cut. What has been written each row says itself, and a process that starts looks at every story once.
    private readonly HashSet<int> stories = [];
    private (long Entry, DateTimeOffset At)? seen;

    public async Task AskAsync(ICommentWording wording, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await new CommentFollowing(db, key, clock).TakeUpAsync(cancel);
        foreach (var id in await db.CommentSubscriptions.Where(s => s.AskIsDue).OrderBy(s => s.AskedAt).Select(s => s.Id).Take(500).ToListAsync(cancel))
        {
            await db.AloneAsync(async () =>
            {
                db.ChangeTracker.Clear();
                if (await db.CommentSubscriptions.FirstOrDefaultAsync(s => s.Id == id && s.AskIsDue, cancel) is { } asked)
                {
                    if (asked.Open(key) is { } email && await StoryAsync(db, asked.ArticleId, cancel) is { } story)
                    {
                        outbox.Add(db, wording.Ask(new(email, story, asked.Asked ?? asked.Kind, tokens.Of(asked.Handle))));
                    }
                    asked.HasAsked();
                }
                return await db.SaveChangesAsync(cancel);
            }, cancel);
        }
    }

    public async Task TellAsync(ICommentWording wording, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var settled = clock.Now - Settling;
        var upTo = await db.Moderation.Where(entry => entry.At <= settled).OrderByDescending(entry => entry.Id).Select(entry => entry.Id).FirstOrDefaultAsync(cancel);
        await LookAsync(db, upTo, cancel);
        foreach (var story in stories.ToList())
        {
            if (await TellAsync(db, story, upTo, wording, cancel))
            {
                stories.Remove(story);
            }
        }
    }

    private async Task LookAsync(NewsDb db, long upTo, CancellationToken cancel)
    {
        var now = clock.Now;
        var confirmed = db.CommentSubscriptions.Where(s => s.ConfirmedAt != null && s.Cursor < upTo);
        if (seen is var (entry, at))
        {
            var since = at - Margin;
            stories.UnionWith(await db.Moderation.Where(e => e.Id > entry && e.Id <= upTo && e.After == CommentState.Posted).Select(e => e.Comment.ArticleId).Distinct().ToListAsync(cancel));
            stories.UnionWith(await confirmed.Where(s => s.ConfirmedAt > since).Select(s => s.ArticleId).Distinct().ToListAsync(cancel));
        }
        else
        {
            stories.UnionWith(await confirmed.Select(s => s.ArticleId).Distinct().ToListAsync(cancel));
        }
        seen = (upTo, now);
    }

    /// <returns>Whether nobody is left who must be told later.</returns>
    private async Task<bool> TellAsync(NewsDb db, int article, long upTo, ICommentWording wording, CancellationToken cancel)
    {
        var rested = clock.Now - Between;
        var followers = await db.CommentSubscriptions.Where(s => s.ArticleId == article && s.ConfirmedAt != null && s.Cursor < upTo)
            .Select(s => new { s.Id, MayBeWritten = s.WrittenAt == null || s.WrittenAt <= rested }).ToListAsync(cancel);
        foreach (var follower in followers.Where(one => one.MayBeWritten))
        {
            await db.AloneAsync(() => TellOneAsync(db, follower.Id, upTo, rested, wording, cancel), cancel);
        }
        return followers.TrueForAll(one => one.MayBeWritten);
    }

    private async Task<bool> TellOneAsync(NewsDb db, int id, long upTo, DateTimeOffset rested, ICommentWording wording, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var follower = await db.CommentSubscriptions.FirstOrDefaultAsync(
            s => s.Id == id && s.ConfirmedAt != null && s.Cursor < upTo && (s.WrittenAt == null || s.WrittenAt <= rested), cancel);
        if (follower is null)
        {
            return false;
        }
        if (follower.Open(key) is { } email && await StoryAsync(db, follower.ArticleId, cancel) is { } story)
        {
            var news = NewsFor(db, follower, upTo);
            if (await news.CountAsync(cancel) is > 0 and var count)
            {
                var first = await news.OrderBy(c => c.Id).Take(MostInLetter).Select(c => new NewComment(c.Id, c.Name, c.Body)).ToListAsync(cancel);
                outbox.Add(db, wording.News(new(email, story, follower.Kind, first, count, tokens.Of(follower.Handle))));
                follower.Write(clock.Now);
            }
        }
        follower.See(upTo);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>What is posted now, was not when the cursor was set, and is by somebody else.</summary>
    private static IQueryable<Comment> NewsFor(NewsDb db, CommentSubscription follower, long upTo)
    {
        var (article, mailbox, from) = (follower.ArticleId, follower.EmailKey, follower.Cursor);
        // From the log's end backwards, not through all that was ever written under the story.
        var lately = db.Moderation.Where(e => e.Id > from && e.Id <= upTo && e.After == CommentState.Posted && e.Before != CommentState.Removed && e.Comment.ArticleId == article).Select(e => e.CommentId);
        var comments = db.Comments.Where(c => lately.Contains(c.Id) && c.State == CommentState.Posted && c.WriterKey != mailbox
            // What was brought along is old, whenever it is approved.
            && !db.CommentOrigins.Any(origin => origin.CommentId == c.Id)
            && !db.Moderation.Any(e => e.CommentId == c.Id && e.Id <= from && e.After == CommentState.Posted));
        return follower.Kind == FollowKind.Conversation ? comments : comments.Where(c => c.Parent!.WriterKey == mailbox);
    }

    private async Task<FollowedStory?> StoryAsync(NewsDb db, int article, CancellationToken cancel) =>
        await db.Articles.Live(clock.Now).Where(a => a.Id == article).AsFollowed().FirstOrDefaultAsync(cancel);
}
