using NewsSite.Caching;
using NewsSite.Data;
using Npgsql;

namespace NewsSite.Web.Caching;

/// <summary>Reads other processes' evictions twice a second; on PostgreSQL a notification wakes it sooner.</summary>
public sealed partial class HearEvictions(EvictionReader reader, DatabaseSettings database, ILogger<HearEvictions> logger) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(500), SweepEvery = TimeSpan.FromMinutes(10), Rest = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim wake = new(0, 1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first reader: what went stale earlier concerns nothing that this process has kept.
        await reader.ReadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        ReadForEverAsync(stoppingToken),
        database.Provider == DatabaseProvider.Postgres ? ListenForEverAsync(stoppingToken) : Task.CompletedTask);

    private async Task ReadForEverAsync(CancellationToken stop)
    {
        var sweptAt = DateTime.UtcNow;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await wake.WaitAsync(Rhythm, stop);
                await reader.ReadAsync(stop);
                if (DateTime.UtcNow - sweptAt > SweepEvery)
                {
                    sweptAt = DateTime.UtcNow;
                    await reader.SweepAsync(stop);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // The database is away: what is kept may be old, but is better than nothing. Heard again as soon as it is back.
                LogDeaf(fault.GetType().Name);
                await Task.Delay(Rest, stop).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }

    private async Task ListenForEverAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(database.Connection);
                await connection.OpenAsync(stop);
                connection.Notification += (_, _) => Wake();
                await using (var listen = new NpgsqlCommand("LISTEN evictions", connection))
                {
                    await listen.ExecuteNonQueryAsync(stop);
                }
                while (true)
                {
                    await connection.WaitAsync(stop);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                LogDeaf(fault.GetType().Name);
                await Task.Delay(Rest, stop).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }

    private void Wake()
    {
        try
        {
            wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    [LoggerMessage(LogLevel.Error, "Changes made by other processes cannot be heard now: {Fault}")]
    private partial void LogDeaf(string fault);

    public override void Dispose()
    {
        wake.Dispose();
        base.Dispose();
    }
}
