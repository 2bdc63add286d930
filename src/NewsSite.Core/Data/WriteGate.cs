namespace NewsSite.Data;

/// <summary>SQLite has one writer: the rest queue here, asynchronously, instead of on its lock.</summary>
public sealed class WriteGate : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <exception cref="StoreBusyException">The turn did not come within five seconds.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancel)
    {
        if (!await gate.WaitAsync(Patience, cancel))
        {
            throw new StoreBusyException();
        }
        return new Turn(gate);
    }

    public void Dispose() => gate.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}

/// <summary>The store is there but has no time now; the reader gets 503 and may try again.</summary>
public sealed class StoreBusyException() : Exception("The database is busy with other writes.");
