using NewsSite.Media;

namespace NewsSite.Web.Hosting;

/// <summary>Makes pictures ready as they come, one after the other, and once a day sweeps what belongs to none.</summary>
public sealed partial class MakeRenditions(Renditions renditions, RenditionBell bell, OrphanSweep sweep, ILogger<MakeRenditions> logger) : BackgroundService
{
    // Other processes' pictures ring no bell here; and a full disk may have room again.
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(20), SweepEvery = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not at once: a start has better things to do, and whoever starts often need not sweep each time.
        for (var sweepAt = DateTime.UtcNow + TimeSpan.FromHours(1); !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                while (await renditions.MakeNextAsync(stoppingToken))
                {
                }
                if (DateTime.UtcNow >= sweepAt)
                {
                    sweepAt = DateTime.UtcNow + SweepEvery;
                    await SweepAsync(stoppingToken);
                }
                await bell.WaitAsync(Rhythm, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // Readers get the masters meanwhile.
                LogStopped(fault.GetType().Name);
                await Task.Delay(Rhythm, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }

    private async Task SweepAsync(CancellationToken cancel)
    {
        var report = await sweep.RunAsync(cancel);
        if (report.Removed > 0)
        {
            LogSwept(report.Removed);
        }
        if (report.Missing.Count > 0)
        {
            LogMissing(report.Missing.Count, report.Missing[0]);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Renditions of pictures cannot be made now: {Fault}")]
    private partial void LogStopped(string fault);

    [LoggerMessage(LogLevel.Information, "{Count} files that belonged to no picture were swept")]
    private partial void LogSwept(int count);

    [LoggerMessage(LogLevel.Warning, "{Count} files of pictures are missing, {First} first")]
    private partial void LogMissing(int count, string first);
}

public static class PicturesHosting
{
    public static void AddPictures(this WebApplicationBuilder builder) => builder.Services.AddHostedService<MakeRenditions>();
}
