using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Tests.Support;

/// <summary>How the store goes about a question.</summary>
public static class Explaining
{
    /// <summary>SQLite: the program does it a minute after its start. PostgreSQL does it by itself, when it thinks fit.</summary>
    public static async Task RefreshStatisticsAsync(this TestSite site)
    {
        if (site.Database.Settings.Provider == DatabaseProvider.Postgres)
        {
            await site.InStoreAsync(db => db.Database.ExecuteSqlRawAsync("ANALYZE"));
            return;
        }
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.Async(() => site.InStoreAsync(async db => await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = 'sqlite_stat1'").SingleAsync() == 1));
        // It goes table by table; whoever asks for the same comes after it.
        await site.InStoreAsync(async db =>
        {
            await db.RefreshStatisticsAsync();
            return true;
        });
    }

    public static Task<List<string>> ExplainAsync(this TestSite site, string sql, IReadOnlyDictionary<string, object?> values) => site.InStoreAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        if (db is SqliteNewsDb)
        {
            // A connection hears of statistics that another one has gathered when it next runs a statement, and to explain one is not to run it.
            await db.Database.ExecuteSqlRawAsync("SELECT 1 FROM \"Comments\" LIMIT 1");
        }
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
