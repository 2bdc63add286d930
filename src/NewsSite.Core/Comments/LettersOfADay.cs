using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Comments;

/// <summary>Decisions are told at addresses as they were typed, and nobody has proved them: in a day a mailbox gets so many letters about decisions and no more, of all kinds together.</summary>
public sealed class LettersOfADay
{
    public const int Most = 5;

    private readonly NewsDb db;
    private readonly DateTimeOffset now;
    private readonly Dictionary<string, int> had;

    private LettersOfADay(NewsDb db, DateTimeOffset now, Dictionary<string, int> had) => (this.db, this.now, this.had) = (db, now, had);

    /// <param name="mailboxes">By their keyed hashes.</param>
    internal static async Task<LettersOfADay> OfAsync(NewsDb db, IReadOnlyList<string> mailboxes, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now.AddDays(-1);
        return new(db, now, await db.Set<LetterOfADay>().Where(letter => mailboxes.Contains(letter.Mailbox) && letter.At > since)
            .GroupBy(letter => letter.Mailbox).ToDictionaryAsync(same => same.Key, same => same.Count(), cancel));
    }

    /// <param name="comment">Whose decision alone it tells; null: of several.</param>
    /// <returns>Whether one more may be written; it is counted with what the caller saves.</returns>
    internal bool Take(string mailbox, int? comment = null)
    {
        var before = had.GetValueOrDefault(mailbox);
        if (before >= Most)
        {
            return false;
        }
        had[mailbox] = before + 1;
        db.Add(new LetterOfADay(mailbox, comment, now));
        return true;
    }
}

/// <summary>A letter about a decision that was written in the last day.</summary>
public sealed class LetterOfADay
{
    private LetterOfADay() { }

    internal LetterOfADay(string mailbox, int? comment, DateTimeOffset now) => (Mailbox, CommentId, At) = (mailbox, comment, now);

    public long Id { get; private set; }

    /// <summary>By a keyed hash, as <see cref="Comment.WriterKey"/> is.</summary>
    public string Mailbox { get; private set; } = "";

    /// <summary>By its number: a letter that was taken back with the decision counts for none.</summary>
    public int? CommentId { get; private set; }
    public DateTimeOffset At { get; private set; }
}
