using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace NewsSite.Data;

/// <summary>Held while one process sets the store up; it falls with the process, however that ends.</summary>
internal static class SetupLock
{
    private const long Key = 0x4E657773; // "News"
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10), Pause = TimeSpan.FromMilliseconds(100);

    public static async Task<IAsyncDisposable> TakeAsync(NewsDb db, DatabaseSettings settings, CancellationToken cancel) =>
        settings.Provider == DatabaseProvider.Sqlite
            ? await TakeFileAsync(Path.Combine(settings.DataFolder, "setup.lock"), cancel)
            : await TakeAdvisoryAsync(db, cancel);

    private static async Task<IAsyncDisposable> TakeFileAsync(string file, CancellationToken cancel)
    {
        for (var until = DateTime.UtcNow + Patience; ;)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow < until && File.Exists(file))
            {
                await Task.Delay(Pause, cancel);
            }
        }
    }

    // On a connection of its own: EF opens and closes the context's.
    private static async Task<IAsyncDisposable> TakeAdvisoryAsync(NewsDb db, CancellationToken cancel)
    {
        var connection = new Npgsql.NpgsqlConnection(db.Database.GetConnectionString());
        await CreateDatabaseIfMissingAsync(db, cancel);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT pg_advisory_lock({Key})";
        command.CommandTimeout = (int)Patience.TotalSeconds;
        await command.ExecuteNonQueryAsync(cancel);
        return new Advisory(connection);
    }

    private static async Task CreateDatabaseIfMissingAsync(NewsDb db, CancellationToken cancel)
    {
        var creator = (Microsoft.EntityFrameworkCore.Storage.IRelationalDatabaseCreator)
            Microsoft.EntityFrameworkCore.Infrastructure.AccessorExtensions.GetService<Microsoft.EntityFrameworkCore.Storage.IDatabaseCreator>(db.Database);
        if (await creator.ExistsAsync(cancel))
        {
            return;
        }
        try
        {
            await creator.CreateAsync(cancel);
        }
        catch (Npgsql.PostgresException already) when (already.SqlState is Npgsql.PostgresErrorCodes.DuplicateDatabase or Npgsql.PostgresErrorCodes.UniqueViolation)
        {
            // Another process that starts now was quicker.
        }
    }

    // Not handed back to the pool with the lock on it.
    private sealed class Advisory(DbConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await using (connection)
            {
                await using var command = connection.CreateCommand();
                command.CommandText = $"SELECT pg_advisory_unlock({Key})";
                await command.ExecuteNonQueryAsync();
            }
        }
    }
}
