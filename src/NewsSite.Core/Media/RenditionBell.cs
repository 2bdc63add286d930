namespace NewsSite.Media;

/// <summary>Rung when a picture waits for its renditions, so that this process need not look for them all the time.</summary>
public sealed class RenditionBell : IDisposable
{
    private readonly SemaphoreSlim rung = new(0, 1);

    public void Ring()
    {
        try
        {
            rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    /// <summary>Until it rings, or for that long: other processes' pictures ring no bell here.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancel) => rung.WaitAsync(longest, cancel);

    public void Dispose() => rung.Dispose();
}
