using NewsSite.Comments;

namespace NewsSite.Web.Hosting;

/// <summary>Soon after the start, and every hour: whatever is due to be forgotten is forgotten.</summary>
public sealed partial class SweepComments(CommentSweep sweep, TimeProvider clock, ILogger<SweepComments> logger) : BackgroundService
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1), Rhythm = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rhythm, clock);
        try
        {
            await Task.Delay(Soon, clock, stoppingToken);
            do
            {
                await RunAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The site closes; what is due is due at its next start.
        }
    }

    private async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await sweep.RunAsync(stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogStopped(fault.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Comments were not swept: {Fault}")]
    private partial void LogStopped(string fault);
}
