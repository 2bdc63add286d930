using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Data;

namespace NewsSite.Tests.Support;

/// <summary>How the store goes about a question.</summary>
public static class Explaining
{
    /// <summary>SQLite: the program does it a minute after its start, and every hour. PostgreSQL does it by itself, when it thinks fit.</summary>
    public static Task RefreshStatisticsAsync(this TestSite site) => site.InStoreAsync(db =>
        db is SqliteNewsDb ? db.RefreshStatisticsAsync(CancellationToken.None) : db.Database.ExecuteSqlRawAsync("ANALYZE"));

    public static Task<List<string>> ExplainAsync(this TestSite site, string sql, IReadOnlyDictionary<string, object?> values) => site.InStoreAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = (db is SqliteNewsDb ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }
        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(reader.FieldCount - 1));
        }
        return steps;
    });
}
