using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Comments.Entering;

/// <summary>The one writer of comments in this process: those that wait while it writes are its next transaction.</summary>
public sealed class CommentWriter : IDisposable
{
    private readonly IDbContextFactory<NewsDb> databases;
    private readonly WriteGate gate;
    private readonly CommentGrounds grounds;
    private readonly SiteKey key;
    private readonly CommentLimits limits;
    private readonly TimeProvider clock;
    private readonly JoinedWrites<CommentEntrant, CommentOutcome> writes;

    public CommentWriter(IDbContextFactory<NewsDb> databases, WriteGate gate, CommentGrounds grounds, SiteKey key, CommentLimits limits, TimeProvider clock)
    {
        (this.databases, this.gate, this.grounds, this.key, this.limits, this.clock) = (databases, gate, grounds, key, limits, clock);
        writes = new(WriteTogetherAsync);
    }

    public void Dispose() => writes.Dispose();

    /// <summary>Answers when it is safe on the disk.</summary>
    internal Task<CommentOutcome> WriteAsync(CommentEntrant one, CancellationToken cancel) => writes.AddAsync(one, cancel);

    private async Task<IReadOnlyList<CommentOutcome>> WriteTogetherAsync(IReadOnlyList<CommentEntrant> entrants)
    {
        await using var db = await databases.CreateDbContextAsync();
        try
        {
            using var turn = db is SqliteNewsDb ? await gate.EnterAsync(CancellationToken.None) : null;
            await using var transaction = await db.Database.BeginTransactionAsync();
            var now = clock.Now;
            var earlier = await EarlierComments.ReadAsync(db, entrants, limits.PerMinute > 0, now);
            var outcomes = await new CommentBatch(db, grounds, earlier, key, limits, now).WriteAsync(entrants);
            await transaction.CommitAsync();
            return outcomes;
        }
        catch (DbUpdateException fault) when (fault.IsDouble && entrants is [var one])
        {
            // Another process was first with the same comment.
            db.ChangeTracker.Clear();
            return [CommentSubmission.OutcomeOf(await db.Comments.AsNoTracking().FirstAsync(c => c.OnceKey == one.OnceKey))];
        }
        // The story went away under it.
        catch (DbUpdateException fault) when (fault.IsInUse && entrants is [_])
        {
            return [new CommentOutcome.NotThere()];
        }
    }
}
