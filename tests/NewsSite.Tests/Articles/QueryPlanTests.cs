using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Articles;

/// <summary>Every list walks its own index: no table of stories is read from end to end, and nothing longer than a page is sorted.</summary>
public sealed partial class QueryPlanTests
{
    private const int Stories = 4_000;

    [Fact]
    public async Task Lists_walk_their_index()
    {
        await using var site = await TestSite.WithDemoAsync();
        await new LargeDemo(site.Services.GetRequiredService<IDbContextFactory<NewsDb>>(), site.Clock).FillAsync(Stories, _ => { }, CancellationToken.None);
        await site.InStoreAsync(db => db.Database.ExecuteSqlRawAsync("ANALYZE"));
        var old = await site.InStoreAsync(db => db.Articles.Live(TestSite.Start).In("ar").NewestFirst().Skip(Stories / 2).AsCards().FirstAsync());

        foreach (var path in await ListsAsync(site, old.Position))
        {
            await site.OpenAsync("/rules");
            site.Queries.Clear();
            await site.OpenAsync(path, ("Cookie", "NewsSite.SignIn=x"));

            var asked = site.Queries.Asked;
            Assert.NotEmpty(asked);
            foreach (var (sql, values) in asked)
            {
                var plan = await site.InStoreAsync(db => PlanAsync(db, sql, values));
                Assert.False(Scans(sql, plan), $"{path} reads a table from end to end:\n{string.Join('\n', plan)}\n{sql}");
            }
        }
    }

    private static Task<List<string>> ListsAsync(TestSite site, ListPosition old) => site.InStoreAsync(async db =>
    {
        var tag = await db.Set<ArticleTag>().GroupBy(t => t.Tag.Slug).OrderByDescending(same => same.Count()).Select(same => same.Key).FirstAsync();
        var author = await db.Set<Byline>().GroupBy(b => b.Author.Slug).OrderByDescending(same => same.Count()).Select(same => same.Key).FirstAsync();
        List<string> firsts = ["/latest", "/politics", "/economy", Address.Tag("ar", tag), Address.Author("ar", author), "/archive/2022", "/archive/2022/05", "/archive/2022/05/05"];
        return (List<string>)["/", "/feed.xml", .. firsts, .. firsts.Select(path => $"{path}?before={old}")];
    });

    private static async Task<List<string>> PlanAsync(NewsDb db, string sql, IReadOnlyDictionary<string, object?> values)
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
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(reader.FieldCount - 1));
        }
        return lines;
    }

    // SQLite names tables by their alias, and calls a walk through a whole index a scan too.
    private static bool Scans(string sql, List<string> plan)
    {
        var aliases = StoryTable().Matches(sql).Select(table => table.Groups["alias"].Value).ToHashSet();
        return plan.Exists(line => Scan().Match(line) is { Success: true } scan && aliases.Contains(scan.Groups["alias"].Value))
            || plan.Exists(line => line.Contains("Seq Scan on \"Articles\"", StringComparison.Ordinal) || line.Contains("Seq Scan on \"ArticleTag\"", StringComparison.Ordinal) || line.Contains("Seq Scan on \"Byline\"", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"""(Articles|ArticleTag|Byline)"" AS ""(?<alias>\w+)""")]
    private static partial Regex StoryTable();

    [GeneratedRegex(@"^SCAN (?<alias>\w+)")]
    private static partial Regex Scan();
}
