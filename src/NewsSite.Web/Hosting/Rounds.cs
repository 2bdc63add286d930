namespace NewsSite.Web.Hosting;

/// <summary>Does the same again and again as long as the site runs; what fails once is done the next time. What ticks meanwhile is one tick.</summary>
/// <param name="soon">Before the first one; null: <paramref name="rhythm"/>.</param>
public abstract class Rounds(TimeProvider clock, TimeSpan rhythm, TimeSpan? soon = null) : BackgroundService
{
    protected abstract Task RunAsync(CancellationToken stop);

    protected abstract void LogStopped(string fault);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(soon ?? rhythm, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                timer.Period = rhythm;
                // Off the timer's own thread, which on SQLite would not be given back.
                await Task.Yield();
                await TryAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The site closes; what is due is found after its next start.
        }
    }

    private async Task TryAsync(CancellationToken stop)
    {
        try
        {
            await RunAsync(stop);
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            LogStopped(fault.GetType().Name);
        }
    }
}
