namespace NewsSite.Newsroom;

/// <summary>
/// Saves of one story take turns in this process, so that each is merged with the one before instead of racing it.
/// Between processes the unique number of a revision decides, and the loser tries again.
/// </summary>
public sealed class StoryTurns : IDisposable
{
    // Stories share a few turns: two that happen to share one wait some milliseconds.
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<IDisposable> EnterAsync(int story, CancellationToken cancel)
    {
        var turn = turns[story % turns.Length];
        await turn.WaitAsync(cancel);
        return new Turn(turn);
    }

    public void Dispose() => Array.ForEach(turns, turn => turn.Dispose());

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
