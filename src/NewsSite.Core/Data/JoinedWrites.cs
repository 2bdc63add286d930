using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace NewsSite.Data;

/// <summary>What comes while something is being written is written next, together: one wait for the disk serves all. Each is answered only when it is safe there.</summary>
/// <param name="write">In one transaction, all or none; gives the answers in the order of what it was given.</param>
internal sealed class JoinedWrites<TWrite, TAnswer> : IDisposable
{
    private const int Most = 64;

    private readonly Func<IReadOnlyList<TWrite>, Task<IReadOnlyList<TAnswer>>> write;
    private readonly Channel<Waiting> queue = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });

    private sealed record Waiting(TWrite Write, CancellationToken Cancel)
    {
        public TaskCompletionSource<TAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public JoinedWrites(Func<IReadOnlyList<TWrite>, Task<IReadOnlyList<TAnswer>>> write)
    {
        this.write = write;
        _ = Task.Run(WriteForEverAsync);
    }

    /// <param name="cancel">Counts until it is taken up: half of a write must not be given up.</param>
    public Task<TAnswer> AddAsync(TWrite one, CancellationToken cancel)
    {
        var waiting = new Waiting(one, cancel);
        return queue.Writer.TryWrite(waiting) ? waiting.Answer.Task : throw new ObjectDisposedException(GetType().Name);
    }

    public void Dispose() => queue.Writer.TryComplete();

    private async Task WriteForEverAsync()
    {
        var together = new List<Waiting>();
        while (await queue.Reader.WaitToReadAsync())
        {
            while (together.Count < Most && queue.Reader.TryRead(out var next))
            {
                if (!next.Cancel.IsCancellationRequested || !next.Answer.TrySetCanceled(next.Cancel))
                {
                    together.Add(next);
                }
            }
            if (together.Count > 0)
            {
                // Whoever waits for this core goes first (CommandsGiveWay).
                Thread.Yield();
                await WriteAsync(together);
                together.Clear();
            }
        }
    }

    private async Task WriteAsync(IReadOnlyList<Waiting> together)
    {
        try
        {
            var answers = await write([.. together.Select(one => one.Write)]);
            for (var i = 0; i < together.Count; i++)
            {
                together[i].Answer.SetResult(answers[i]);
            }
        }
        // One of them cannot be written, and so none was: now each by itself.
        catch (DbUpdateException fault) when (together.Count > 1 && !IsOfTheStore(fault))
        {
            foreach (var one in together.Where(one => !one.Cancel.IsCancellationRequested || !one.Answer.TrySetCanceled(one.Cancel)))
            {
                await WriteAsync([one]);
            }
        }
        catch (Exception fault)
        {
            // Who came while the store had no time need not find that out one after another.
            foreach (var one in fault is StoreBusyException || IsOfTheStore(fault) ? together.Concat(WhoWaits()) : together)
            {
                one.Answer.TrySetException(fault);
            }
        }
    }

    // No time, no room, no connection: trying each by itself would only take as long for each.
    private static bool IsOfTheStore(Exception fault) => fault switch
    {
        TimeoutException => true,
        System.Data.Common.DbException { IsTransient: true } => true,
        Microsoft.Data.Sqlite.SqliteException sqlite => sqlite.SqliteErrorCode is 5 or 6 or 10 or 13,
        { InnerException: { } inner } => IsOfTheStore(inner),
        _ => false,
    };

    private IEnumerable<Waiting> WhoWaits()
    {
        while (queue.Reader.TryRead(out var next))
        {
            yield return next;
        }
    }
}
