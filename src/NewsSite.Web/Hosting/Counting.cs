using NewsSite.Articles;

namespace NewsSite.Web.Hosting;

/// <summary>Writes the counts of addresses twice a minute, and once more at the end.</summary>
public sealed partial class Counting(AddressCounts counts, ILogger<Counting> logger) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rhythm);
        while (await WaitAsync(timer, stoppingToken))
        {
            await WriteAsync(stoppingToken);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task WriteAsync(CancellationToken cancel)
    {
        try
        {
            await counts.WriteAsync(cancel);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A lost count is no loss; the next one comes in half a minute.
            LogLost(fault.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Counts of addresses were not written: {Fault}")]
    private partial void LogLost(string fault);
}
