using NewsSite.Comments;

namespace NewsSite.Web.Hosting;

/// <summary>Soon after the start, and every hour: whatever is due to be forgotten is forgotten.</summary>
public sealed partial class SweepComments(CommentSweep sweep, TimeProvider clock, ILogger<SweepComments> logger) : Rounds(clock, TimeSpan.FromHours(1), soon: TimeSpan.FromMinutes(1))
{
    protected override Task RunAsync(CancellationToken stop) => sweep.RunAsync(stop);

    [LoggerMessage(LogLevel.Warning, "Comments were not swept: {Fault}")]
    protected override partial void LogStopped(string fault);
}
