using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments.Following;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Comments.Yours;

/// <summary>What is kept of the comments that were written with an address. Whoever asks has proved it: see <see cref="MailboxProofs"/>.</summary>
public sealed class YourComments(NewsDb db, SiteKey key, TimeProvider clock)
{
    public const int PageSize = 30;
    private const int Batch = 200;

    /// <summary>All that is kept under an address. The same questions are put whatever there is.</summary>
    public async Task<YourTraces> TracesAsync(string email, CancellationToken cancel)
    {
        var (writer, mailbox, seal) = (CommenterKeys.EmailKey(key, email), CommenterKeys.Mailbox(email), CommentEmail.SealOf(key));
        var comments = await db.Comments.Where(c => c.WriterKey == writer).OrderByDescending(c => c.Id)
            .Select(c => new { c.Id, Sealed = db.CommentEmails.Where(one => one.CommentId == c.Id).Select(one => one.Sealed).FirstOrDefault() }).ToListAsync(cancel);
        var follows = await db.CommentSubscriptions.Where(one => one.EmailKey == writer).OrderBy(one => one.Id).ToListAsync(cancel);
        var reports = await db.CommentFlags.Where(flag => flag.ReaderKey == writer).OrderBy(flag => flag.Id).ToListAsync(cancel);
        var box = CommenterKeys.MailboxKey(key, email);
        var refusals = await db.FollowRefusals.Where(no => no.EmailKey == writer && (no.MailboxKey == box || no.MailboxKey == null)).OrderBy(no => no.Id).ToListAsync(cancel);
        return new(
            [.. comments.Where(one => one.Sealed is null || IsTheirs(CommentEmail.Open(one.Sealed, seal))).Select(one => one.Id)],
            [.. follows.Where(one => IsTheirs(one.Open(key)))], [.. reports.Where(one => IsTheirs(one.Email(key)))], refusals);

        // The key takes a+b@ for a@, as bans and pace need it; a letter box may still be another's.
        bool IsTheirs(string? written) => written is not null && CommenterKeys.Mailbox(written) == mailbox;
    }

    /// <summary>Whether a comment was written with an address.</summary>
    public async Task<bool> IsOfAsync(string email, int id, CancellationToken cancel) => (await TracesAsync(email, cancel)).Comments.Contains(id);

    /// <param name="ids">Of <see cref="TracesAsync"/>; in their order.</param>
    public async Task<IReadOnlyList<YourComment>> ReadAsync(IReadOnlyList<int> ids, CancellationToken cancel)
    {
        var comments = new List<YourComment>();
        foreach (var some in ids.Chunk(Batch))
        {
            comments.AddRange(await ReadSomeAsync(some, cancel));
        }
        return comments;
    }

    /// <summary>The stories whose comments come by letter.</summary>
    public async Task<IReadOnlyList<YourFollowed>> FollowedAsync(YourTraces traces, CancellationToken cancel)
    {
        var ids = traces.Follows.Select(one => one.ArticleId).ToList();
        var stories = (await db.Articles.Live(clock.Now).Where(a => ids.Contains(a.Id)).AsFollowed().ToListAsync(cancel)).ToDictionary(story => story.Id);
        return [.. traces.Follows.Select(one => new YourFollowed(stories.GetValueOrDefault(one.ArticleId), one.Asked ?? one.Kind, one.ConfirmedAt is not null, one.Handle))];
    }

    public async Task<YourFile> FileAsync(string email, CancellationToken cancel)
    {
        var writer = CommenterKeys.EmailKey(key, email);
        var bans = await db.Bans.Where(ban => ban.Key == writer).OrderBy(ban => ban.Id).Select(ban => new YourBan(ban.At, ban.Until)).ToListAsync(cancel);
        var traces = await TracesAsync(email, cancel);
        var followed = traces.Follows.Select(one => one.ArticleId).ToList();
        var stories = await db.Articles.Live(clock.Now).Where(a => followed.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Headline, cancel);
        var reported = traces.Reports.Select(one => one.CommentId).ToList();
        var posted = (await db.Comments.Where(c => reported.Contains(c.Id) && c.State == CommentState.Posted).Select(c => c.Id).ToListAsync(cancel)).ToHashSet();
        return new(
            email, bans, [.. traces.Follows.Select(one => new YourFollowing(stories.GetValueOrDefault(one.ArticleId), one.Kind, one.ConfirmedAt))],
            [.. traces.Refusals.Select(no => new YourRefusal(no.ArticleId is null, no.At))],
            [.. traces.Reports.Select(one => new YourReport(one.CommentId, one.Rule, one.Note, one.At, one.AnsweredAt, posted.Contains(one.CommentId)))], await ReadAsync(traces.Comments, cancel));
    }

    private async Task<IEnumerable<YourComment>> ReadSomeAsync(int[] ids, CancellationToken cancel)
    {
        var live = db.Articles.Live(clock.Now);
        var rows = await db.Comments.Where(c => ids.Contains(c.Id)).OrderByDescending(c => c.Id)
            .Join(db.Articles, c => c.ArticleId, a => a.Id, (c, a) => new
            {
                Comment = c,
                a.Headline,
                a.Language,
                Section = a.Section.Slug,
                a.Slug,
                IsLive = live.Any(one => one.Id == a.Id),
                Appeal = db.Appeals.FirstOrDefault(one => one.CommentId == c.Id),
                TellMe = db.CommentWishes.Any(wish => wish.CommentId == c.Id && wish.TellMe),
            }).AsNoTracking().ToListAsync(cancel);
        var decisions = (await db.Moderation.Where(e => ids.Contains(e.CommentId)).OrderBy(e => e.Id)
            .Select(e => new { e.CommentId, Decision = new YourDecision(e.Act, e.After, e.Rule, e.At) }).ToListAsync(cancel)).ToLookup(e => e.CommentId, e => e.Decision);
        return rows.Select(row => new YourComment(
            row.Comment.Id, row.IsLive ? row.Headline : null, row.Language, row.IsLive ? Address.Article(row.Language, row.Section, row.Slug, row.Comment.ArticleId) : null,
            row.Comment.Name, row.Comment.Body, row.Comment.At, row.Comment.State, row.Comment.Reason, row.Comment.Rule, row.Comment.ParentId, row.Comment.AddressKey is not null,
            [.. decisions[row.Comment.Id]], row.Appeal is { } appeal ? new(appeal.Sentence, appeal.At, appeal.AnsweredAt, appeal.Granted, appeal.Answer) : null)
        {
            TellsDecisions = row.TellMe,
            Standing = row.IsLive ? Appealing.StandingOf(row.Comment, row.Appeal) : AppealStanding.Nothing,
        });
    }
}
