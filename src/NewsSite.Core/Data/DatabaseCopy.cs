using Microsoft.Data.Sqlite;
using Npgsql;

namespace NewsSite.Data;

/// <summary>The whole database as one file, as it stood at one instant while others wrote, and such a file as a database again.</summary>
public sealed class DatabaseCopy(DatabaseSettings settings)
{
    private bool IsSqlite => settings.Provider == DatabaseProvider.Sqlite;

    /// <summary>What <see cref="MakeAsync"/> writes: an SQLite file, or an archive of <c>pg_dump</c>.</summary>
    public string Extension => IsSqlite ? ".db" : ".pgdump";

    /// <returns>How many rows each table of the copy holds.</returns>
    /// <exception cref="InvalidOperationException"><c>pg_dump</c> is not there, or failed: a sentence for who runs the site.</exception>
    public Task<Dictionary<string, long>> MakeAsync(string file, CancellationToken cancel) => IsSqlite ? MakeSqliteAsync(file, cancel) : MakePostgresAsync(file, cancel);

    /// <summary>Whether nothing is there yet that a restored database could overwrite.</summary>
    public async Task<bool> IsPlaceEmptyAsync(CancellationToken cancel)
    {
        if (IsSqlite)
        {
            return !File.Exists(settings.SqliteFile) || new FileInfo(settings.SqliteFile).Length == 0;
        }
        await using var connection = new NpgsqlConnection(settings.Connection);
        await connection.OpenAsync(cancel);
        return (await PostgresTablesAsync(connection, cancel)).Count == 0;
    }

    /// <summary>Into an empty place.</summary>
    /// <returns>How many rows each table holds now.</returns>
    public async Task<Dictionary<string, long>> RestoreAsync(string file, CancellationToken cancel)
    {
        if (IsSqlite)
        {
            var counts = await CheckedSqliteAsync(file, cancel);
            File.Move(file, settings.SqliteFile, overwrite: true);
            return counts;
        }
        await PostgresTools.RestoreAsync(settings, file, cancel);
        await using var connection = new NpgsqlConnection(settings.Connection);
        await connection.OpenAsync(cancel);
        return await CountAsync(connection, await PostgresTablesAsync(connection, cancel), cancel);
    }

    private async Task<Dictionary<string, long>> MakeSqliteAsync(string file, CancellationToken cancel)
    {
        await using (var source = Open(settings.SqliteFile, SqliteOpenMode.ReadWrite))
        await using (var copy = Open(file, SqliteOpenMode.ReadWriteCreate))
        {
            // SQLite's own online backup: one reading transaction, and writers go on beside it.
            await Task.Run(() => source.BackupDatabase(copy), cancel);
            // One file, without a journal beside it.
            await using var plain = copy.CreateCommand();
            plain.CommandText = "PRAGMA journal_mode=DELETE";
            await plain.ExecuteNonQueryAsync(cancel);
        }
        return await CheckedSqliteAsync(file, cancel);
    }

    private static async Task<Dictionary<string, long>> CheckedSqliteAsync(string file, CancellationToken cancel)
    {
        await using var connection = Open(file, SqliteOpenMode.ReadWrite);
        await using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        if (await check.ExecuteScalarAsync(cancel) is not "ok")
        {
            throw new InvalidOperationException("The copy of the database does not pass SQLite's own check of integrity.");
        }
        var tables = new List<string>();
        await using var names = connection.CreateCommand();
        names.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        await using (var reader = await names.ExecuteReaderAsync(cancel))
        {
            while (await reader.ReadAsync(cancel))
            {
                tables.Add(reader.GetString(0));
            }
        }
        return await CountAsync(connection, tables, cancel);
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private async Task<Dictionary<string, long>> MakePostgresAsync(string file, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(settings.Connection);
        await connection.OpenAsync(cancel);
        // What is counted and what is dumped is one instant.
        await using var instant = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        await using var export = new NpgsqlCommand("SELECT pg_export_snapshot()", connection, instant);
        var snapshot = (string)(await export.ExecuteScalarAsync(cancel))!;
        await PostgresTools.DumpAsync(settings, snapshot, file, cancel);
        return await CountAsync(connection, await PostgresTablesAsync(connection, cancel), cancel);
    }

    private static async Task<List<string>> PostgresTablesAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var tables = new List<string>();
        await using var names = new NpgsqlCommand("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()", connection);
        await using var reader = await names.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            tables.Add(reader.GetString(0));
        }
        return tables;
    }

    private static async Task<Dictionary<string, long>> CountAsync(System.Data.Common.DbConnection connection, List<string> tables, CancellationToken cancel)
    {
        var counts = new Dictionary<string, long>();
        foreach (var table in tables)
        {
            await using var count = connection.CreateCommand();
            count.CommandTimeout = 0;
            count.CommandText = $"SELECT COUNT(*) FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            counts[table] = (long)(await count.ExecuteScalarAsync(cancel))!;
        }
        return counts;
    }
}
