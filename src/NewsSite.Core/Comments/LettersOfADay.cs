using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Comments;

/// <summary>
/// Decisions are told at addresses as they were typed, and nobody has proved them: in a day a mailbox gets so many letters about decisions and no more, of all
/// kinds together. What was answered and told in the last day is the count; nothing is kept for it.
/// </summary>
public sealed class LettersOfADay
{
    public const int Most = 5;

    private readonly Dictionary<string, int> had;

    private LettersOfADay(Dictionary<string, int> had) => this.had = had;

    /// <param name="mailboxes">By their keyed hashes.</param>
    internal static async Task<LettersOfADay> OfAsync(NewsDb db, IReadOnlyList<string> mailboxes, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now.AddDays(-1);
        var reports = await db.CommentFlags.Where(flag => flag.AnsweredAt > since && mailboxes.Contains(flag.ReaderKey)).Select(flag => flag.ReaderKey).ToListAsync(cancel);
        var appeals = await db.Appeals.Where(appeal => appeal.AnsweredAt > since && mailboxes.Contains(appeal.Comment.WriterKey)).Select(appeal => appeal.Comment.WriterKey).ToListAsync(cancel);
        // One letter tells several.
        var decisions = await db.CommentWishes.Where(wish => wish.ToldAt > since && mailboxes.Contains(wish.Comment.WriterKey))
            .Select(wish => new { wish.Comment.WriterKey, wish.ToldAt }).Distinct().Select(told => told.WriterKey).ToListAsync(cancel);
        return new(reports.Concat(appeals).Concat(decisions).CountBy(mailbox => mailbox).ToDictionary());
    }

    /// <returns>Whether one more may be written.</returns>
    internal bool Take(string mailbox)
    {
        var before = had.GetValueOrDefault(mailbox);
        had[mailbox] = before + 1;
        return before < Most;
    }
}
