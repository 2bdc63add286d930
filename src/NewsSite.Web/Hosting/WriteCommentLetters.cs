using NewsSite.Comments.Following;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Hosting;

/// <summary>Looks every few seconds for what there is to write to readers and moderators about comments.</summary>
public sealed partial class WriteCommentLetters(
    FollowerLetters followers, DecisionLetters decisions, WaitingDigest waiting, CommentWordings wordings, TimeProvider clock, ILogger<WriteCommentLetters> logger) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rhythm, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                // Off the timer's own thread, which on SQLite would not be given back; what ticks meanwhile is one tick.
                await Task.Yield();
                await RunAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The site closes; what is not written yet is found after its next start.
        }
    }

    private async Task RunAsync(CancellationToken stop)
    {
        try
        {
            var wording = await wordings.NowAsync(stop);
            await followers.AskAsync(wording, stop);
            await followers.TellAsync(wording, stop);
            await decisions.TellAsync(wording, stop);
            await waiting.TellAsync(wording, stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogStopped(fault.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Letters about comments were not written: {Fault}")]
    private partial void LogStopped(string fault);
}
