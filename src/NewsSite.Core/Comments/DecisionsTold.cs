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
        if (decided.Count == 0)
        {
            return;
        }
        var before = await TakeBackAsync(ids, decided[0].Entry.At, cancel);
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
                var granted = comment.State == CommentState.Posted;
                // Decided the same way a moment later, without a word: what was said stands.
                about = about.Said.Length == 0 && before.TryGetValue(comment.Id, out var was) && was.Granted == granted ? about with { Said = was.Answer } : about;
                appeal.Give(granted, about.Said, entry.At);
                if (writers.GetValueOrDefault(comment.Id) is { } email && day.Take(comment.WriterKey, comment.Id))
                {
                    Send(letters.ToAppealer(email, about, appeal.Granted));
                }
            }
            foreach (var flag in flags[comment.Id])
            {
                flag.Answer(entry.At);
                if (flag.Email(key) is { } reporter && day.Take(flag.ReaderKey, comment.Id))
                {
                    Send(letters.ToReporter(reporter, about));
                }
            }

            // A decision may be taken back at once.
            void Send(Letter letter) => outbox.Add(db, letter with { Matter = MatterOf(comment.Id, entry.At) }, FollowerLetters.Settling);
        }
    }

    /// <summary>Decisions of one moment were taken back: what they had answered waits again. Letters that have not gone out are taken back; of those that have, the next decision is told anew.</summary>
    public Task WaitAgainAsync(IReadOnlyList<int> comments, DateTimeOffset decidedAt, CancellationToken cancel) =>
        ReopenAsync([.. comments.Select(comment => (comment, decidedAt))], DateTimeOffset.MinValue, cancel);

    /// <summary>What is decided anew while the answers of before rest, or have not gone out: they never will.</summary>
    /// <returns>Of the appeals among it what had been answered.</returns>
    private async Task<IReadOnlyDictionary<int, (bool Granted, string Answer)>> TakeBackAsync(IReadOnlyList<int> comments, DateTimeOffset now, CancellationToken cancel)
    {
        var answered = await db.Appeals.Where(a => comments.Contains(a.CommentId) && a.AnsweredAt != null).Select(a => new { a.CommentId, a.AnsweredAt })
            .Concat(db.CommentFlags.Where(f => comments.Contains(f.CommentId) && f.AnsweredAt != null).Select(f => new { f.CommentId, f.AnsweredAt })).Distinct().ToListAsync(cancel);
        if (answered.Count == 0)
        {
            return new Dictionary<int, (bool, string)>();
        }
        var before = await ReopenAsync([.. answered.Select(one => (one.CommentId, one.AnsweredAt!.Value))], now - FollowerLetters.Settling, cancel);
        await db.SaveChangesAsync(cancel);
        return before;
    }

    /// <param name="rests">What was answered before this waits again only if its letter had not gone out.</param>
    private async Task<IReadOnlyDictionary<int, (bool Granted, string Answer)>> ReopenAsync(IReadOnlyList<(int Comment, DateTimeOffset At)> decided, DateTimeOffset rests, CancellationToken cancel)
    {
        var withdrawn = await outbox.WithdrawAsync(db, [.. decided.Select(one => MatterOf(one.Comment, one.At))], decided.Select(one => one.At).Append(DateTimeOffset.MaxValue).Min(), cancel);
        var unsent = decided.Where(one => withdrawn.Contains(MatterOf(one.Comment, one.At))).ToList();
        foreach (var act in unsent.GroupBy(one => one.At, one => (int?)one.Comment))
        {
            var ids = act.ToList();
            await db.Set<LetterOfADay>().Where(letter => letter.At == act.Key && ids.Contains(letter.CommentId)).ExecuteDeleteAsync(cancel);
        }
        var again = decided.Where(one => one.At > rests).Concat(unsent).ToHashSet();
        var comments = again.Select(one => one.Comment).ToList();
        var before = new Dictionary<int, (bool, string)>();
        foreach (var appeal in await db.Appeals.Where(a => comments.Contains(a.CommentId) && a.AnsweredAt != null).ToListAsync(cancel))
        {
            if (again.Contains((appeal.CommentId, appeal.AnsweredAt!.Value)))
            {
                before[appeal.CommentId] = (appeal.Granted, appeal.Answer);
                appeal.Reopen();
            }
        }
        foreach (var flag in await db.CommentFlags.Where(f => comments.Contains(f.CommentId) && f.AnsweredAt != null).ToListAsync(cancel))
        {
            if (again.Contains((flag.CommentId, flag.AnsweredAt!.Value)))
            {
                flag.Reopen();
            }
        }
        return before;
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
