using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NewsSite.Media;

namespace NewsSite.Data;

/// <summary>Brings the store to this version at start, and fills an empty one with the demo newspaper. One process at a time.</summary>
public sealed partial class DatabaseSetup(
    IDbContextFactory<NewsDb> databases, DatabaseSettings settings, MediaFolder media, TimeProvider clock, ILogger<DatabaseSetup> logger)
{
    /// <returns>Whether the demo newspaper was made now.</returns>
    public async Task<bool> RunAsync(bool withDemo, CancellationToken cancel)
    {
        Directory.CreateDirectory(settings.DataFolder);
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var turn = await SetupLock.TakeAsync(db, settings, cancel);
        await MigrateAsync(db, cancel);
        if (settings.Provider == DatabaseProvider.Sqlite)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel);
        }
        return withDemo && await new DemoContent(db, media, clock).FillIfEmptyAsync(cancel);
    }

    private async Task MigrateAsync(NewsDb db, CancellationToken cancel)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (pending.Count == 0)
        {
            return;
        }
        CopyBefore(pending[0]);
        await ForgetDeadMigrationAsync(db, cancel);
        await db.Database.MigrateAsync(cancel);
        LogMigrated(pending.Count);
    }

    private void CopyBefore(string migration)
    {
        if (settings.Provider != DatabaseProvider.Sqlite || !File.Exists(settings.SqliteFile) || new FileInfo(settings.SqliteFile).Length == 0)
        {
            return;
        }
        var folder = Directory.CreateDirectory(Path.Combine(settings.DataFolder, "backups")).FullName;
        using var source = new SqliteConnection($"Data Source={settings.SqliteFile};Pooling=False");
        using var copy = new SqliteConnection($"Data Source={Path.Combine(folder, $"before-{migration}.db")};Pooling=False");
        source.Open();
        copy.Open();
        source.BackupDatabase(copy);
    }

    // A process killed while it migrated leaves this row, and EF would wait for it for ever. Under our own lock nobody else migrates.
    private static async Task ForgetDeadMigrationAsync(NewsDb db, CancellationToken cancel)
    {
        if (db is SqliteNewsDb && await db.Database.CanConnectAsync(cancel))
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
        }
    }

    [LoggerMessage(LogLevel.Information, "Database brought up to date by {Count} migrations")]
    private partial void LogMigrated(int count);
}
