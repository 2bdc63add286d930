using Microsoft.Data.Sqlite;
using NewsSite.Data;
using Npgsql;

namespace NewsSite.Tests.Support;

/// <summary>
/// A database of a test's own: a real SQLite file, or a real PostgreSQL database where <c>NEWSSITE_TEST_POSTGRES</c> holds a connection string.
/// Each kind is made once and copied.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public static readonly string? PostgresServer = Environment.GetEnvironmentVariable("NEWSSITE_TEST_POSTGRES");
    private static readonly string Root = Directory.CreateTempSubdirectory("newssite-tests-").FullName;

    private TestDatabase(DatabaseSettings settings) => Settings = settings;

    public DatabaseSettings Settings { get; }

    static TestDatabase() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (IOException)
        {
            // Left to the system's own sweeping.
        }
    };

    /// <param name="template">Already set up; null: nothing there yet.</param>
    public static async Task<TestDatabase> CreateAsync(TestDatabase? template = null)
    {
        var name = $"newssite_{Guid.NewGuid():N}";
        var folder = Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
        if (PostgresServer is null)
        {
            if (template is not null)
            {
                CopyFolder(template.Settings.DataFolder, folder);
            }
            return new(new DatabaseSettings(DatabaseProvider.Sqlite, folder, null));
        }
        if (template is not null)
        {
            CopyFolder(template.Settings.DataFolder, folder);
            await OnServerAsync($"CREATE DATABASE {name} TEMPLATE {new NpgsqlConnectionStringBuilder(template.Settings.Connection).Database}");
        }
        var connection = new NpgsqlConnectionStringBuilder(PostgresServer) { Database = name, MaxPoolSize = 20 };
        return new(new DatabaseSettings(DatabaseProvider.Postgres, folder, connection.ToString()));
    }

    public async ValueTask DisposeAsync()
    {
        if (Settings.Provider == DatabaseProvider.Postgres)
        {
            var name = new NpgsqlConnectionStringBuilder(Settings.Connection).Database;
            await OnServerAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
        else
        {
            using var pool = new SqliteConnection(Settings.Connection);
            SqliteConnection.ClearPool(pool);
        }
        Directory.Delete(Settings.DataFolder, recursive: true);
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgresServer);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            // Pictures are only read: a second name for the same bytes will do.
            if (!file.Contains($"{Path.DirectorySeparatorChar}media{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            {
                File.Copy(file, target);
            }
            else
            {
                File.CreateSymbolicLink(target, file);
            }
        }
    }
}
