using NewsSite.Comments;

namespace NewsSite.Web.Hosting;

/// <summary>Every minute: threads that heat up are tightened, those that cooled relaxed.</summary>
public sealed partial class WatchHeat(HeatWatch heat, TimeProvider clock, ILogger<WatchHeat> logger) : Rounds(clock, TimeSpan.FromMinutes(1))
{
    protected override Task RunAsync(CancellationToken stop) => heat.RunAsync(stop);

    [LoggerMessage(LogLevel.Warning, "The heat of threads was not looked at: {Fault}")]
    protected override partial void LogStopped(string fault);
}
