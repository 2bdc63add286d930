using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments.Following;
using NewsSite.Data;
using NewsSite.Mail;

namespace NewsSite.Comments;

/// <summary>Who has asked about a comment is answered by the decision: the writer's appeal and the readers' reports are closed in its transaction, and their letters are part of it.</summary>
public sealed class DecisionsTold(NewsDb db, SiteKey key, Outbox outbox, IAnswerLetters letters)
{
    /// <param name="entry">The decision. What a moderator noted at a rejection is for the log alone.</param>
    /// <param name="said">To the writer who appealed, where that is not the decision's own reason.</param>
    public Task TellAsync(Comment comment, ModerationEntry entry, string said, CancellationToken cancel) => TellAsync([(comment, entry)], alsoTheirWriters: true, said, cancel);

    /// <summary>Of one act. However many there are, the store is asked as often.</summary>
    public Task TellAsync(IReadOnlyList<(Comment Comment, ModerationEntry Entry)> decided, CancellationToken cancel) => TellAsync(decided, alsoTheirWriters: true, "", cancel);

    /// <summary>Their writer took them back, or had them erased: whoever reported them waits for no decision any more.</summary>
    public Task TellReportersAsync(IReadOnlyList<(Comment Comment, ModerationEntry Entry)> gone, CancellationToken cancel) => TellAsync(gone, alsoTheirWriters: false, "", cancel);

    /// <summary>Whose writers still have no answer, or one that rests and can be another.</summary>
    public async Task<IReadOnlySet<int>> AppealedAsync(IReadOnlyList<Comment> comments, DateTimeOffset now, CancellationToken cancel)
    {
        var (ids, stopped, resting) = (comments.Select(one => one.Id).ToList(), comments.Where(one => one.State != CommentState.Posted).Select(one => one.Id).ToList(), now - FollowerLetters.Settling);
        return (await db.Appeals.Where(a => (ids.Contains(a.CommentId) && a.AnsweredAt == null) || (stopped.Contains(a.CommentId) && a.AnsweredAt > resting)).Select(a => a.CommentId).ToListAsync(cancel)).ToHashSet();
    }

    private async Task TellAsync(IReadOnlyList<(Comment Comment, ModerationEntry Entry)> decided, bool alsoTheirWriters, string said, CancellationToken cancel)
    {
        var ids = decided.Select(one => one.Comment.Id).ToList();
        if (alsoTheirWriters && decided.Count > 0)
        {
            await TakeBackAsync(ids, decided[0].Entry.At, cancel);
        }
        var appeals = alsoTheirWriters ? await db.Appeals.Where(a => ids.Contains(a.CommentId) && a.AnsweredAt == null).ToDictionaryAsync(a => a.CommentId, cancel) : [];
        var flags = (await db.CommentFlags.Where(f => ids.Contains(f.CommentId) && f.AnsweredAt == null).OrderBy(f => f.Id).ToListAsync(cancel)).ToLookup(f => f.CommentId);
        var asked = decided.Where(one => appeals.ContainsKey(one.Comment.Id) || flags.Contains(one.Comment.Id)).ToList();
        if (asked.Count == 0)
        {
            return;
        }
        var stories = await StoriesAsync([.. asked.Select(one => one.Comment.ArticleId).Distinct()], cancel);
        var writers = await db.CommentEmails.AsNoTracking().Where(one => appeals.Keys.Contains(one.CommentId)).ToDictionaryAsync(one => one.CommentId, one => one.Open(key), cancel);
        var day = await LettersOfADay.OfAsync(db, [.. asked.Select(one => one.Comment.WriterKey).Concat(flags.SelectMany(some => some).Select(flag => flag.ReaderKey)).Distinct()], asked[0].Entry.At, cancel);
        foreach (var (comment, entry) in asked)
        {
            var about = About(comment, entry, said, stories[comment.ArticleId]) with { IsTakenBack = !alsoTheirWriters };
            if (appeals.GetValueOrDefault(comment.Id) is { } appeal)
            {
                appeal.Give(granted: comment.State == CommentState.Posted, about.Said, entry.At);
                if (writers.GetValueOrDefault(comment.Id) is { } email && day.Take(comment.WriterKey))
                {
                    Send(letters.ToAppealer(email, about, appeal.Granted));
                }
            }
            foreach (var flag in flags[comment.Id])
            {
                flag.Answer(entry.At);
                if (flag.Email(key) is { } reporter && day.Take(flag.ReaderKey))
                {
                    Send(letters.ToReporter(reporter, about));
                }
            }

            // A decision may be taken back at once.
            void Send(Letter letter) => outbox.Add(db, letter with { Matter = MatterOf(comment.Id, entry.At) }, FollowerLetters.Settling);
        }
    }

    /// <summary>Decisions of one moment were taken back: what they had answered waits again. Letters that have not gone out are taken back; of those that have, the next decision is told anew.</summary>
    public async Task WaitAgainAsync(IReadOnlyList<int> comments, DateTimeOffset decidedAt, CancellationToken cancel)
    {
        await outbox.WithdrawAsync(db, [.. comments.Select(comment => MatterOf(comment, decidedAt))], decidedAt, cancel);
        await db.Set<LetterOfADay>().Where(letter => letter.At == decidedAt).ExecuteDeleteAsync(cancel);
        foreach (var appeal in await db.Appeals.Where(a => comments.Contains(a.CommentId) && a.AnsweredAt == decidedAt).ToListAsync(cancel))
        {
            appeal.Reopen();
        }
        foreach (var flag in await db.CommentFlags.Where(f => comments.Contains(f.CommentId) && f.AnsweredAt == decidedAt).ToListAsync(cancel))
        {
            flag.Reopen();
        }
    }

    // What somebody decided a moment ago is decided anew: its answers have not gone out yet, and would be told no more.
    private async Task TakeBackAsync(IReadOnlyList<int> comments, DateTimeOffset now, CancellationToken cancel)
    {
        var resting = now - FollowerLetters.Settling;
        var earlier = await db.Moderation.Where(entry => comments.Contains(entry.CommentId) && entry.At > resting && ModerationEntry.Decisions.Contains(entry.Act))
            .Select(entry => new { entry.CommentId, entry.At }).ToListAsync(cancel);
        foreach (var act in earlier.GroupBy(entry => entry.At, entry => entry.CommentId))
        {
            await WaitAgainAsync([.. act], act.Key, cancel);
        }
        if (earlier.Count > 0)
        {
            await db.SaveChangesAsync(cancel);
        }
    }

    private static string MatterOf(int comment, DateTimeOffset decidedAt) => string.Create(CultureInfo.InvariantCulture, $"comment {comment}, decided {decidedAt.ToUnixTimeMilliseconds()}");

    private sealed record Story(string Headline, string Language, string Address);

    private Task<Dictionary<int, Story>> StoriesAsync(IReadOnlyList<int> articles, CancellationToken cancel) =>
        db.Articles.Where(a => articles.Contains(a.Id)).Select(a => new { a.Id, a.Headline, a.Language, Section = a.Section.Slug, a.Slug })
            .ToDictionaryAsync(a => a.Id, a => new Story(a.Headline, a.Language, Address.Article(a.Language, a.Section, a.Slug, a.Id)), cancel);

    private static AnsweredComment About(Comment comment, ModerationEntry entry, string said, Story story) => new(
        comment.Id, comment.ArticleId, story.Headline, story.Language, story.Address, comment.Body,
        comment.State == CommentState.Posted, comment.Rule, entry.Act is ModerationAct.Restored or ModerationAct.Declined ? entry.Why : said);
}
