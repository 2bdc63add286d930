using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Comments.Entering;

/// <summary>What is known of those who come in together, asked for all at once. What one of them writes counts for the next, as if they came one by one.</summary>
internal sealed class EarlierComments
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly List<Comment> written = [];
    private Dictionary<string, Comment> byWords = [];
    private Dictionary<int, Comment> parents = [];
    private ILookup<string, Ban> bans = null!;
    private ILookup<string, DateTimeOffset>? times;
    private Dictionary<string, int>? busy;

    public static async Task<EarlierComments> ReadAsync(NewsDb db, IReadOnlyCollection<CommentEntrant> entrants, bool limited, DateTimeOffset now)
    {
        var words = entrants.Select(one => one.OnceKey).Distinct().ToList();
        var writers = entrants.Select(one => one.Writer.Email).Distinct().ToList();
        var addresses = entrants.Select(one => one.Writer.Address).OfType<string>().Distinct().ToList();
        var answered = entrants.Select(one => one.Draft.ParentId).OfType<int>().Distinct().ToList();
        List<string> persons = [.. writers, .. addresses];
        var earlier = new EarlierComments
        {
            byWords = await db.Comments.AsNoTracking().Where(c => words.Contains(c.OnceKey!)).ToDictionaryAsync(c => c.OnceKey!),
            bans = (await db.Bans.AsNoTracking().InForce(now).Where(ban => persons.Contains(ban.Key)).ToListAsync()).ToLookup(ban => ban.Key),
            parents = answered.Count == 0 ? [] : await db.Comments.AsNoTracking().Where(c => answered.Contains(c.Id) && c.State == CommentState.Posted).ToDictionaryAsync(c => c.Id),
        };
        await earlier.ForgetOldAsync(db, now);
        if (limited)
        {
            // What lies ahead was written before the clock was set back, and counts for nothing.
            var since = now - Minute;
            earlier.times = (await db.Comments.Where(c => writers.Contains(c.WriterKey) && c.At > since && c.At <= now).Select(c => new { c.WriterKey, c.At }).ToListAsync()).ToLookup(c => c.WriterKey, c => c.At);
            earlier.busy = await db.Comments.Where(c => addresses.Contains(c.AddressKey!) && c.At > since && c.At <= now).GroupBy(c => c.AddressKey!).ToDictionaryAsync(same => same.Key, same => same.Count());
        }
        return earlier;
    }

    public void Add(Comment comment)
    {
        written.Add(comment);
        if (comment.OnceKey is { } words)
        {
            byWords[words] = comment;
        }
    }

    /// <summary>The same words of the same writer in the same place, within a day.</summary>
    public Comment? SameAs(CommentEntrant one) => byWords.GetValueOrDefault(one.OnceKey);

    public Ban? BanOf(CommentEntrant one) => bans[one.Writer.Email].Longest();

    public bool IsAddressBanned(CommentEntrant one) => one.Writer.Address is { } address && bans[address].Any();

    /// <summary>What is answered: posted, and under the same story.</summary>
    public Comment? ParentOf(CommentEntrant one) => one.Draft.ParentId is { } id && parents.TryGetValue(id, out var parent) && parent.ArticleId == one.Draft.ArticleId ? parent : null;

    /// <returns>null where nothing need be waited for.</returns>
    public TimeSpan? Wait(CommentEntrant one, int perMinute, DateTimeOffset now)
    {
        var recent = times is null ? [] : times[one.Writer.Email].Concat(WrittenBy(one).Select(c => c.At)).OrderDescending().Take(perMinute).ToList();
        return times is null || recent.Count < perMinute ? null : recent[^1] + Minute - now;
    }

    public int LatelyFromAddressOf(CommentEntrant one) =>
        busy is null || one.Writer.Address is not { } address ? 0 : busy.GetValueOrDefault(address) + written.Count(c => c.AddressKey == address);

    public IEnumerable<Comment> WrittenBy(CommentEntrant one) => written.Where(c => c.WriterKey == one.Writer.Email);

    // The day is over: what comes now is another comment.
    private async Task ForgetOldAsync(NewsDb db, DateTimeOffset now)
    {
        var old = byWords.Values.Where(first => now - first.At >= CommentLimits.Once).ToList();
        if (old.Count > 0)
        {
            var ids = old.Select(first => first.Id).ToList();
            await db.Comments.Where(c => ids.Contains(c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.OnceKey, (string?)null));
            old.ForEach(first => byWords.Remove(first.OnceKey!));
        }
    }
}
