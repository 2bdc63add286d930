using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Web.Hosting;

/// <summary>Soon after the start, and every hour: the database learns how large its tables have become, or it would sort where it could walk an index.</summary>
public sealed partial class RefreshStatistics(IDbContextFactory<NewsDb> databases, TimeProvider clock, ILogger<RefreshStatistics> logger) : Rounds(clock, TimeSpan.FromHours(1), soon: TimeSpan.FromMinutes(1))
{
    protected override async Task RunAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await db.RefreshStatisticsAsync(stop);
    }

    [LoggerMessage(LogLevel.Warning, "The database's statistics were not refreshed: {Fault}")]
    protected override partial void LogStopped(string fault);
}
