using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Mail;

/// <summary>Letters that have not gone out, for whoever must hear of it.</summary>
/// <param name="Since">When the oldest of those that wait was written.</param>
/// <param name="GivenUp">Tried for three days, or sealed with a key that is lost; none of them counts as waiting.</param>
public sealed record WaitingLetters(int Waiting, DateTimeOffset? Since, int GivenUp)
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(10);

    /// <summary>A letter of this minute is on its way; one that is older hangs.</summary>
    public bool NeedAttention(DateTimeOffset now) => GivenUp > 0 || now - Since > Usual;

    public static async Task<WaitingLetters> CountAsync(NewsDb db, CancellationToken cancel)
    {
        var waiting = db.OutgoingLetters.Where(letter => letter.GivenUpAt == null);
        var since = await waiting.OrderBy(letter => letter.CreatedAt).Select(letter => (DateTimeOffset?)letter.CreatedAt).FirstOrDefaultAsync(cancel);
        return new(await waiting.CountAsync(cancel), since, await db.OutgoingLetters.CountAsync(letter => letter.GivenUpAt != null, cancel));
    }
}
