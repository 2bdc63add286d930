using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Data;

namespace NewsSite.Tests.Support;

/// <summary>How the store goes about a question.</summary>
public static class Explaining
{
    /// <summary>SQLite: the program does it a minute after its start, and every hour. PostgreSQL does it by itself, when it thinks fit.</summary>
    public static async Task RefreshStatisticsAsync(this TestSite site)
    {
        if (site.Database.Settings.Provider == DatabaseProvider.Postgres)
        {
            await site.InStoreAsync(db => db.Database.ExecuteSqlRawAsync("ANALYZE"));
            return;
        }
        var before = await StatisticsAsync();
        site.Clock.Advance(TimeSpan.FromHours(1));
        await Eventually.Async(async () => await StatisticsAsync() != before);
        // Whoever comes after it finds all of it done.
        using var turn = await site.Services.GetRequiredService<WriteGate>().EnterAsync(CancellationToken.None);

        Task<string> StatisticsAsync() => site.InStoreAsync(async db =>
            await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = 'sqlite_stat1'").SingleAsync() == 0 ? ""
            : await db.Database.SqlQueryRaw<string>("SELECT group_concat(tbl || stat) AS \"Value\" FROM sqlite_stat1").SingleAsync());
    }

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
