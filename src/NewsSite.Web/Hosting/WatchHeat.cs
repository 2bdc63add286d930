using NewsSite.Comments;

namespace NewsSite.Web.Hosting;

/// <summary>Every minute: threads that heat up are tightened, those that cooled relaxed.</summary>
public sealed partial class WatchHeat(HeatWatch heat, TimeProvider clock, ILogger<WatchHeat> logger) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rhythm, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                // Off the timer's own thread, which on SQLite would not be given back.
                await Task.Yield();
                await RunAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The site closes.
        }
    }

    private async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await heat.RunAsync(stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogStopped(fault.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The heat of threads was not looked at: {Fault}")]
    private partial void LogStopped(string fault);
}
