using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NewsSite.Media;

namespace NewsSite.Data;

/// <summary>Brings the store to this version at start, and fills an empty one with the demo newspaper. One process at a time.</summary>
public sealed partial class DatabaseSetup(
    IDbContextFactory<NewsDb> databases, DatabaseSettings settings, DatabaseCopy copy, MediaFolder media, TimeProvider clock, ILogger<DatabaseSetup> logger)
{
    private const int CopiesKept = 3;

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
        await CopyBeforeAsync(pending[0], cancel);
        await ForgetDeadMigrationAsync(db, cancel);
        await db.Database.MigrateAsync(cancel);
        LogMigrated(pending.Count);
    }

    /// <summary>The way back from an upgrade. An empty database needs none.</summary>
    private async Task CopyBeforeAsync(string migration, CancellationToken cancel)
    {
        if (await copy.IsPlaceEmptyAsync(cancel))
        {
            return;
        }
        var folder = Directory.CreateDirectory(Path.Combine(settings.DataFolder, "backups"));
        var file = Path.Combine(folder.FullName, $"before-{migration}{copy.Extension}");
        try
        {
            // One that was killed left half a file.
            File.Delete(file + ".part");
            await copy.MakeAsync(file + ".part", cancel);
            File.Move(file + ".part", file, overwrite: true);
        }
        // PostgreSQL's programs may lie on another machine; its keepers have their own copies.
        catch (InvalidOperationException fault) when (settings.Provider == DatabaseProvider.Postgres)
        {
            LogNotCopied(migration, fault.Message);
        }
        foreach (var old in folder.EnumerateFiles("before-*").OrderByDescending(one => one.LastWriteTimeUtc).Skip(CopiesKept))
        {
            old.Delete();
        }
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

    [LoggerMessage(LogLevel.Warning, "No copy was made before the migration {Migration}: {Why}")]
    private partial void LogNotCopied(string migration, string why);
}
