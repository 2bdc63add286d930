using Microsoft.Data.Sqlite;

namespace NewsSite.Data;

public enum DatabaseProvider { Sqlite, Postgres }

/// <param name="ConnectionString">Of either provider; for SQLite null means <c>news.db</c> in the data folder.</param>
public sealed record DatabaseSettings(DatabaseProvider Provider, string DataFolder, string? ConnectionString)
{
    public string SqliteFile => ConnectionString is null
        ? Path.Combine(DataFolder, "news.db")
        : Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString).DataSource);

    public string Connection => ConnectionString ?? $"Data Source={SqliteFile}";

    /// <summary>For people: never a password.</summary>
    public string Description => Provider == DatabaseProvider.Sqlite ? SqliteFile : "PostgreSQL";
}
