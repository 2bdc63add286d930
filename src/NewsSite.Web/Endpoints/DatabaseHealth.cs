using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsSite.Data;

namespace NewsSite.Web.Endpoints;

public sealed class DatabaseHealth(IDbContextFactory<NewsDb> databases) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            await db.Settings.AnyAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        // Whatever the fault is, it says that the database does not answer.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}
