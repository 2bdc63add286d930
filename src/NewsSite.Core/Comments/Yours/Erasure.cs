using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
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
public sealed class Erasure(NewsDb db, YourComments yours, DecisionsTold told, Outbox outbox, SiteKey key, TimeProvider clock)
{
    /// <summary>So many at a time: who writes meanwhile waits no longer than that takes.</summary>
    private const int Portion = 100;

    /// <summary>
    /// In portions, each of which stands. Once begun it goes on though nobody waits for it any more; where the store fails it under way, what is left is found,
    /// shown and erased when it is asked for again.
    /// </summary>
    /// <param name="anyReader">What the writer is called from now on, in the language of the story.</param>
    /// <returns>How many comments were theirs.</returns>
    public async Task<int> EraseAsync(string email, ErasureScope scope, Func<string, string> anyReader, CancellationToken cancel)
    {
        var count = 0;
        for (var more = true; more; cancel = CancellationToken.None)
        {
            db.ChangeTracker.Clear();
            (var erased, more) = await db.AloneAsync(() => EraseSomeAsync(email, scope, anyReader, cancel), cancel);
            count += erased;
        }
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

    private async Task<(int Erased, bool More)> EraseSomeAsync(string email, ErasureScope scope, Func<string, string> anyReader, CancellationToken cancel)
    {
        var traces = await yours.TracesAsync(email, cancel);
        int[] ids = [.. traces.Comments.Take(Portion)];
        var names = await EraseAsync(ids, scope, anyReader, cancel);
        await StrikeBansAsync(CommenterKeys.EmailKey(key, email), [.. names.Distinct(), email], cancel);
        db.RemoveRange(traces.Follows);
        db.RemoveRange(traces.Reports);
        db.RemoveRange(traces.Refusals);
        await db.SaveChangesAsync(cancel);
        var (mailbox, links) = (CommenterKeys.Mailbox(email), ids.Select(id => Address.Comment(Languages.Main, id)).ToList());
        await outbox.WithdrawAsync(db, to => CommenterKeys.Mailbox(to) == mailbox, part => links.Exists(link => part.Link.Address.EndsWith(link, StringComparison.Ordinal)), cancel);
        return (ids.Length, traces.Comments.Count > ids.Length);
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
        var erased = comments.ConvertAll(one => (one.Comment, one.Comment.Erase(scope == ErasureScope.Everything, anyReader(one.Language), clock.Now)));
        db.AddRange(erased.Select(one => one.Item2));
        var flags = await db.CommentFlags.Where(one => ids.Contains(one.CommentId)).ToListAsync(cancel);
        if (scope == ErasureScope.Everything)
        {
            await told.TellReportersAsync(erased, cancel);
            db.RemoveRange(flags);
        }
        // Words that stay are still reported; what was noted may say whose they are.
        flags.ForEach(flag => flag.StrikeNote());
        db.RemoveRange(await db.CommentHonours.Where(one => ids.Contains(one.CommentId)).ToListAsync(cancel));
        db.RemoveRange(await db.CommentEmails.Where(one => ids.Contains(one.CommentId)).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
        return names;
    }

    // Why somebody is banned stays said, unless it says who, or may: a name that was forgotten cannot be looked for.
    private async Task StrikeBansAsync(string writer, IReadOnlyList<string> names, CancellationToken cancel)
    {
        var folded = names.Select(ArabicText.Fold).Where(name => name.Length > 0).ToList();
        var telling = (await db.Bans.Where(ban => ban.Key == writer).ToListAsync(cancel))
            .Where(ban => ArabicText.Fold(ban.Why) is var why && (folded.Count < names.Count || folded.Any(name => why.Contains(name, StringComparison.OrdinalIgnoreCase)))).ToList();
        var struck = telling.Select(ban => (int?)ban.Id).ToList();
        telling.ForEach(ban => ban.StrikeWhy());
        await db.Log.Where(entry => entry.Act.StartsWith("comments.ban") && struck.Contains(entry.SubjectId)).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Subject, ""), cancel);
    }
}
