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

    /// <returns>Whether one more may be written; it is counted with what the caller saves.</returns>
    internal bool Take(string mailbox)
    {
        var before = had.GetValueOrDefault(mailbox);
        if (before >= Most)
        {
            return false;
        }
        had[mailbox] = before + 1;
        db.Add(new LetterOfADay(mailbox, now));
        return true;
    }
}

/// <summary>A letter about a decision that was written in the last day.</summary>
public sealed class LetterOfADay
{
    private LetterOfADay() { }

    internal LetterOfADay(string mailbox, DateTimeOffset now) => (Mailbox, At) = (mailbox, now);

    public long Id { get; private set; }

    /// <summary>By a keyed hash, as <see cref="Comment.WriterKey"/> is.</summary>
    public string Mailbox { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}
