using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Comments.Yours;

/// <summary>What is kept of the comments that were written with an address. Whoever asks has proved it: see <see cref="MailboxProofs"/>.</summary>
public sealed class YourComments(NewsDb db, SiteKey key, TimeProvider clock)
{
    public const int PageSize = 30;
    private const int Batch = 200;

    /// <summary>The numbers of all of them, the newest first.</summary>
    public async Task<IReadOnlyList<int>> IdsAsync(string email, CancellationToken cancel)
    {
        var (writer, mailbox, seal) = (CommenterKeys.EmailKey(key, email), CommenterKeys.Mailbox(email), CommentEmail.SealOf(key));
        var kept = await db.Comments.Where(c => c.WriterKey == writer).OrderByDescending(c => c.Id)
            .Select(c => new { c.Id, Sealed = db.CommentEmails.Where(one => one.CommentId == c.Id).Select(one => one.Sealed).FirstOrDefault() }).ToListAsync(cancel);
        // The key takes a+b@ for a@, as bans and pace need it; a letter box may still be another's.
        return [.. kept.Where(one => one.Sealed is null || (CommentEmail.Open(one.Sealed, seal) is { } written && CommenterKeys.Mailbox(written) == mailbox)).Select(one => one.Id)];
    }

    /// <param name="ids">Of <see cref="IdsAsync"/>; in their order.</param>
    public async Task<IReadOnlyList<YourComment>> ReadAsync(IReadOnlyList<int> ids, CancellationToken cancel)
    {
        var comments = new List<YourComment>();
        foreach (var some in ids.Chunk(Batch))
        {
            comments.AddRange(await ReadSomeAsync(some, cancel));
        }
        return comments;
    }

    public async Task<YourFile> FileAsync(string email, CancellationToken cancel)
    {
        var writer = CommenterKeys.EmailKey(key, email);
        var bans = await db.Bans.Where(ban => ban.Key == writer).OrderBy(ban => ban.Id).Select(ban => new YourBan(ban.At, ban.Until)).ToListAsync(cancel);
        var mailbox = CommenterKeys.Mailbox(email);
        var follows = (await db.CommentSubscriptions.AsNoTracking().Where(one => one.EmailKey == writer).OrderBy(one => one.Id)
            .Join(db.Articles, one => one.ArticleId, a => a.Id, (one, a) => new { Follower = one, a.Headline }).ToListAsync(cancel))
            .Where(one => one.Follower.Open(key) is { } written && CommenterKeys.Mailbox(written) == mailbox)
            .Select(one => new YourFollowing(one.Headline, one.Follower.Kind, one.Follower.ConfirmedAt)).ToList();
        return new(email, bans, follows, await ReadAsync(await IdsAsync(email, cancel), cancel));
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
                Appeal = db.Appeals.Where(one => one.CommentId == c.Id).Select(one => new YourAppeal(one.Sentence, one.At, one.AnsweredAt, one.Granted, one.Answer)).FirstOrDefault(),
            }).AsNoTracking().ToListAsync(cancel);
        var decisions = (await db.Moderation.Where(e => ids.Contains(e.CommentId)).OrderBy(e => e.Id)
            .Select(e => new { e.CommentId, Decision = new YourDecision(e.Act, e.After, e.Rule, e.At) }).ToListAsync(cancel)).ToLookup(e => e.CommentId, e => e.Decision);
        return rows.Select(row => new YourComment(
            row.Comment.Id, row.IsLive ? row.Headline : null, row.Language, row.IsLive ? Address.Article(row.Language, row.Section, row.Slug, row.Comment.ArticleId) : null,
            row.Comment.Name, row.Comment.Body, row.Comment.At, row.Comment.State, row.Comment.Reason, row.Comment.Rule, row.Comment.ParentId, row.Comment.AddressKey is not null,
            [.. decisions[row.Comment.Id]], row.Appeal));
    }
}
