namespace NewsSite.Data;

public enum DatabaseProvider { Sqlite, Postgres }

/// <param name="ConnectionString">Of either provider; for SQLite null means <c>news.db</c> in the data folder.</param>
public sealed record DatabaseSettings(DatabaseProvider Provider, string DataFolder, string? ConnectionString)
{
    public string SqliteFile => Path.Combine(DataFolder, "news.db");

    public string Connection => ConnectionString ?? $"Data Source={SqliteFile}";

    /// <summary>For people: never a password.</summary>
    public string Description => Provider == DatabaseProvider.Sqlite ? SqliteFile : "PostgreSQL";
}
