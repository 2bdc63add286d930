using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>What a reader sends who finds a comment useful.</summary>
/// <param name="Voter">See <see cref="CommentVote"/>.</param>
/// <param name="IsOwn">Whether it was sent from the browser that sent the comment.</param>
/// <param name="TakesBack">Whether an earlier vote is taken back.</param>
public sealed record Ballot(int CommentId, string Voter, IPAddress? From, bool IsOwn, bool TakesBack);

public abstract record VoteOutcome
{
    private VoteOutcome() { }

    /// <param name="Useful">How many find it useful now.</param>
    /// <param name="Counts">Whether this reader is one of them.</param>
    /// <param name="Changed">False: so it was before.</param>
    public sealed record Stands(int Useful, bool Counts, bool Changed) : VoteOutcome;

    public sealed record Own : VoteOutcome;

    public sealed record Closed : VoteOutcome;

    public sealed record TooFast(TimeSpan RetryAfter) : VoteOutcome;

    /// <summary>Readers find no such comment.</summary>
    public sealed record NotThere : VoteOutcome;
}

/// <summary>Counts readers' votes: one of each reader on a comment, while its story takes comments.</summary>
public sealed class CommentVoting(NewsDb db, SiteKey key, VotePace pace, TimeProvider clock)
{
    public async Task<VoteOutcome> CastAsync(Ballot ballot, CancellationToken cancel)
    {
        var article = await db.Comments.Where(c => c.Id == ballot.CommentId && c.State == CommentState.Posted).Select(c => (int?)c.ArticleId).FirstOrDefaultAsync(cancel);
        if (article is not { } story || await CommentStanding.OfAsync(db, story, clock.Now, cancel) is not { } standing)
        {
            return new VoteOutcome.NotThere();
        }
        if (!standing.IsOpenAt(clock.Now))
        {
            return new VoteOutcome.Closed();
        }
        if (ballot.IsOwn)
        {
            return new VoteOutcome.Own();
        }
        if (ballot.From is { } from && pace.WaitOf(CommenterKeys.AddressKey(key, from), ballot.CommentId) is { } wait)
        {
            return new VoteOutcome.TooFast(wait);
        }
        try
        {
            return await CountAsync(ballot, story, cancel);
        }
        catch (DbUpdateException fault) when (fault.IsDouble || fault is DbUpdateConcurrencyException)
        {
            // The same click twice at once: the other was first.
            db.ChangeTracker.Clear();
            return new VoteOutcome.Stands(await UsefulAsync(ballot.CommentId, cancel), !ballot.TakesBack, Changed: false);
        }
    }

    private async Task<VoteOutcome> CountAsync(Ballot ballot, int story, CancellationToken cancel)
    {
        using var turn = db is SqliteNewsDb ? await db.GetService<WriteGate>().EnterAsync(cancel) : null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var before = await db.CommentVotes.FirstOrDefaultAsync(vote => vote.CommentId == ballot.CommentId && vote.VoterKey == ballot.Voter, cancel);
        var changed = before is null != ballot.TakesBack;
        if (changed)
        {
            if (before is null)
            {
                db.Add(new CommentVote(ballot.CommentId, story, ballot.Voter, clock.Now));
            }
            else
            {
                db.Remove(before);
            }
            await db.SaveChangesAsync(cancel);
            // Added in the store: a hundred at once lose none. The vote itself evicts the pages.
            var step = before is null ? 1 : -1;
            await db.Comments.Where(c => c.Id == ballot.CommentId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Useful, c => c.Useful + step), cancel);
        }
        var useful = await UsefulAsync(ballot.CommentId, cancel);
        await transaction.CommitAsync(CancellationToken.None);
        return new VoteOutcome.Stands(useful, !ballot.TakesBack, changed);
    }

    private Task<int> UsefulAsync(int id, CancellationToken cancel) => db.Comments.Where(c => c.Id == id).Select(c => c.Useful).FirstOrDefaultAsync(cancel);
}
