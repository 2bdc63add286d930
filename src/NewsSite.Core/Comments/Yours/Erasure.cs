using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Mail;
using NewsSite.Text;

namespace NewsSite.Comments.Yours;

public enum ErasureScope
{
    /// <summary>Name, face and address; the words stay, under nobody's name.</summary>
    Identity,

    /// <summary>The words too.</summary>
    Everything,
}

/// <summary>
/// Takes a writer out of what they wrote: name, address, face, and the keys that tied their comments together. What others answered stands, and so does
/// a line of the log for each comment that names nobody. Bans stay, under their keyed hash alone: erasing is no way around one.
/// </summary>
public sealed class Erasure(NewsDb db, YourComments yours, Outbox outbox, SiteKey key, TimeProvider clock)
{
    private const int Batch = 200;

    /// <param name="anyReader">What the writer is called from now on, in the language of the story.</param>
    /// <returns>How many comments were theirs.</returns>
    public async Task<int> EraseAsync(string email, ErasureScope scope, Func<string, string> anyReader, CancellationToken cancel)
    {
        var count = await db.AloneAsync(async () =>
        {
            var ids = await yours.IdsAsync(email, cancel);
            var names = new HashSet<string>();
            foreach (var some in ids.Chunk(Batch))
            {
                names.UnionWith(await EraseAsync(some, scope, anyReader, cancel));
            }
            var writer = CommenterKeys.EmailKey(key, email);
            await StrikeBansAsync(writer, [.. names, email], cancel);
            // Whatever else is kept under an address is forgotten here, in the same transaction.
            var mailbox = CommenterKeys.Mailbox(email);
            db.RemoveRange((await db.CommentSubscriptions.Where(one => one.EmailKey == writer).ToListAsync(cancel)).Where(one => IsTheirs(one.Open(key))));
            db.RemoveRange((await db.CommentFlags.Where(flag => flag.ReaderKey == writer).ToListAsync(cancel)).Where(one => IsTheirs(one.Email(key))));
            await outbox.WithdrawAsync(db, IsTheirs, cancel);

            // The key takes a+b@ for a@; a mailbox may still be another's.
            bool IsTheirs(string? written) => written is null || CommenterKeys.Mailbox(written) == mailbox;
            await db.SaveChangesAsync(cancel);
            return ids.Count;
        }, cancel);
        try
        {
            await db.ScrubAsync();
        }
        catch (Exception busy) when (busy is StoreBusyException or System.Data.Common.DbException)
        {
            // It is erased; the bytes go with the next sweep.
        }
        return count;
    }

    /// <returns>The names that they bore.</returns>
    private async Task<IReadOnlyList<string>> EraseAsync(int[] ids, ErasureScope scope, Func<string, string> anyReader, CancellationToken cancel)
    {
        var comments = await db.Comments.Where(c => ids.Contains(c.Id)).Join(db.Articles, c => c.ArticleId, a => a.Id, (c, a) => new { Comment = c, a.Language }).ToListAsync(cancel);
        var names = comments.Select(one => one.Comment.Name).ToList();
        foreach (var entry in await db.Moderation.Where(e => ids.Contains(e.CommentId)).ToListAsync(cancel))
        {
            entry.Strike(words: scope == ErasureScope.Everything);
        }
        db.RemoveRange(await db.CommentWishes.Where(one => ids.Contains(one.CommentId)).ToListAsync(cancel));
        db.RemoveRange(await db.Appeals.Where(one => ids.Contains(one.CommentId)).ToListAsync(cancel));
        db.RemoveRange(await db.CommentFlags.Where(one => ids.Contains(one.CommentId)).ToListAsync(cancel));
        db.RemoveRange(await db.CommentHonours.Where(one => ids.Contains(one.CommentId)).ToListAsync(cancel));
        db.RemoveRange(await db.CommentEmails.Where(one => ids.Contains(one.CommentId)).ToListAsync(cancel));
        db.AddRange(comments.Select(one => one.Comment.Erase(scope == ErasureScope.Everything, anyReader(one.Language), clock.Now)));
        await db.SaveChangesAsync(cancel);
        return names;
    }

    // Why somebody is banned stays said, unless it says who, or may: a name that was forgotten cannot be looked for.
    private async Task StrikeBansAsync(string writer, IReadOnlyList<string> names, CancellationToken cancel)
    {
        var folded = names.Select(ArabicText.Fold).Where(name => name.Length > 0).ToList();
        var telling = (await db.Bans.Where(ban => ban.Key == writer).ToListAsync(cancel))
            .Where(ban => ArabicText.Fold(ban.Why) is var why && (folded.Count < names.Count || folded.Any(name => why.Contains(name, StringComparison.OrdinalIgnoreCase)))).ToList();
        var whys = telling.Select(ban => ban.Why).ToList();
        telling.ForEach(ban => ban.StrikeWhy());
        await db.Log.Where(entry => entry.Act.StartsWith("comments.ban") && whys.Contains(entry.Subject)).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Subject, ""), cancel);
    }
}
