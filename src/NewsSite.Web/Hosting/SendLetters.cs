using NewsSite.Mail;

namespace NewsSite.Web.Hosting;

/// <summary>Looks every few seconds for letters that are due: those of this process, of other nodes, and of before a restart alike.</summary>
public sealed partial class SendLetters(Delivery delivery, TimeProvider clock, ILogger<SendLetters> logger) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rhythm, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await SendAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The site closes; what is left is sent after its next start.
        }
    }

    private async Task SendAsync(CancellationToken stop)
    {
        try
        {
            await delivery.SendDueAsync(stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The store is away or busy; the letters are in it, and the next look is near.
            LogStopped(fault.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Letters were not looked for: {Fault}")]
    private partial void LogStopped(string fault);
}
