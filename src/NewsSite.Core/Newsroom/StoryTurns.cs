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
        return new Turn([turn]);
    }

    /// <summary>The turns of all of them: always in the same order, so that no two wait for each other.</summary>
    public async Task<IDisposable> EnterAllAsync(IEnumerable<int> stories, CancellationToken cancel)
    {
        var entered = new List<SemaphoreSlim>();
        try
        {
            foreach (var place in stories.Select(story => story % turns.Length).Distinct().Order())
            {
                await turns[place].WaitAsync(cancel);
                entered.Add(turns[place]);
            }
            return new Turn(entered);
        }
        catch
        {
            entered.ForEach(turn => turn.Release());
            throw;
        }
    }

    public void Dispose() => Array.ForEach(turns, turn => turn.Dispose());

    private sealed class Turn(List<SemaphoreSlim> entered) : IDisposable
    {
        public void Dispose() => entered.ForEach(turn => turn.Release());
    }
}
