using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Settings;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Articles;

/// <summary>A site with so many stories that no database reads them all for a page; filled once, and changed by nobody.</summary>
public sealed class ManyStories : IAsyncLifetime
{
    public const int Count = 4_000;

    public TestSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await TestSite.WithDemoAsync();
        await new LargeDemo(Site.Services.GetRequiredService<IDbContextFactory<NewsDb>>(), Site.Clock).FillAsync(Count, _ => { }, CancellationToken.None);
        await Site.RefreshStatisticsAsync();
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

/// <summary>Every list walks its own index: no table of stories is read from end to end, and nothing longer than a page is sorted.</summary>
public sealed partial class QueryPlanTests(ManyStories many) : IClassFixture<ManyStories>
{
    private readonly TestSite site = many.Site;

    [Fact]
    public async Task Lists_walk_their_index()
    {
        var old = await site.InStoreAsync(db => db.Articles.Live(TestSite.Start).In("ar").NewestFirst().Skip(ManyStories.Count / 2).AsCards().FirstAsync());

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
                Assert.False(Scans(sql, plan) || Sorts(sql, plan), $"{path} does not walk its index:\n{string.Join('\n', plan)}\n{sql}");
                // A plan does not tell where an index is entered: SQLite takes one upper bound of two, and would walk from now to the page.
                Assert.False(path.Contains('?', StringComparison.Ordinal) && IsOfCards(sql) && values.Values.Any(value => MomentOf(value) > old.PublishedAt.AddMilliseconds(1)), $"{path} may be entered above its place:\n{sql}");
            }
        }
    }

    private static bool IsOfCards(string sql) => sql.Contains("\"Standfirst\"", StringComparison.Ordinal);

    private static DateTimeOffset? MomentOf(object? value) => value switch
    {
        DateTimeOffset moment => moment,
        string text when DateTimeOffset.TryParseExact(text, "yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) => moment,
        _ => null,
    };

    [Fact]
    public async Task The_newsrooms_list_walks_an_index_in_each_of_its_orders()
    {
        using var editor = await site.SignInAsync(Role.Editor);
        var old = await site.InStoreAsync(db => db.Articles.OrderBy(a => a.Id).Skip(ManyStories.Count / 2).Select(a => new { a.Id, a.EditedAt, a.PublishedAt, a.Headline }).FirstAsync());
        var (edited, published) = (old.EditedAt.ToUnixTimeMilliseconds(), old.PublishedAt!.Value.ToUnixTimeMilliseconds());

        foreach (var query in new[] { "", "sort=Published", "sort=Headline", $"before={old.Id}-{edited}", $"sort=Published&before={old.Id}-{published}", $"sort=Headline&before={old.Id}-{Uri.EscapeDataString(old.Headline)}" })
        {
            site.Queries.Clear();
            await editor.OpenAsync($"/admin/articles?{query}");

            // What counts the views reads their whole index, and does not depend on the order.
            var asked = site.Queries.Asked.Where(one => one.Sql.Contains("WithdrawnReason", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(asked);
            foreach (var (sql, values) in asked)
            {
                var plan = await site.InStoreAsync(db => PlanAsync(db, sql, values));
                Assert.False(ReadsAll(plan), $"{query} does not walk its index:\n{string.Join('\n', plan)}\n{sql}");
            }
        }
    }

    // Every story may be in this list: the walk through an index has no beginning, but it ends with the page. The page itself may be put in order.
    private static bool ReadsAll(List<Step> plan) => PostgresScan().IsMatch(string.Join('\n', plan)) || plan.Exists(step =>
        StoriesWalk().IsMatch(step.What) && (!step.What.Contains(" INDEX ", StringComparison.Ordinal) || plan.Exists(sort => sort.Parent == step.Parent && sort.What == "USE TEMP B-TREE FOR ORDER BY")));

    private static Task<List<string>> ListsAsync(TestSite site, ListPosition old) => site.InStoreAsync(async db =>
    {
        var tag = await db.Set<ArticleTag>().GroupBy(t => t.Tag.Slug).OrderByDescending(same => same.Count()).Select(same => same.Key).FirstAsync();
        var author = await db.Set<Byline>().GroupBy(b => b.Author.Slug).OrderByDescending(same => same.Count()).Select(same => same.Key).FirstAsync();
        var day = TimeZoneInfo.ConvertTime(old.PublishedAt, new SiteSettings().Zone);
        List<string> firsts = ["/latest", "/politics", "/economy", Address.Tag("ar", tag), Address.Author("ar", author),
            Address.Archive("ar", day.Year), Address.Archive("ar", day.Year, day.Month), Address.Archive("ar", day.Year, day.Month, day.Day)];
        return (List<string>)["/", "/feed.xml", .. firsts, .. firsts.Select(path => $"{path}?before={old}")];
    });

    private static async Task<List<Step>> PlanAsync(NewsDb db, string sql, IReadOnlyDictionary<string, object?> values)
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
        var steps = new List<Step>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            steps.Add(new(db is SqliteNewsDb ? reader.GetInt32(1) : 0, reader.GetString(reader.FieldCount - 1)));
        }
        return steps;
    }

    // SQLite calls a walk through a whole index a scan too, and one through a part of it for each value before, ANY.
    private static bool Scans(string sql, List<Step> plan) => PostgresScan().IsMatch(string.Join('\n', plan)) || plan.Exists(step =>
        step.What.Contains("(ANY(", StringComparison.Ordinal) || (step.What.StartsWith("SCAN ", StringComparison.Ordinal) && IsOfStories(sql, step)));

    // The stories found may be put in order, and the few names over one; a list may not.
    private static bool Sorts(string sql, List<Step> plan) => plan.Exists(sort => sort.What == "USE TEMP B-TREE FOR ORDER BY"
        && plan.Exists(step => step.Parent == sort.Parent && IsOfStories(sql, step) && !OneStory().IsMatch(step.What)));

    // SQLite names tables by their alias.
    private static bool IsOfStories(string sql, Step step) =>
        Walk().Match(step.What) is { Success: true } walk && StoryTable().Matches(sql).Any(table => table.Groups["alias"].Value == walk.Groups["alias"].Value);

    private sealed record Step(int Parent, string What)
    {
        public override string ToString() => What;
    }

    [GeneratedRegex(@"""(Articles|ArticleTag|Byline)"" AS ""(?<alias>\w+)""")]
    private static partial Regex StoryTable();

    [GeneratedRegex(@"^(SCAN|SEARCH) (?<alias>\w+)")]
    private static partial Regex Walk();

    [GeneratedRegex(@"^(SCAN|SEARCH) a( |$)")]
    private static partial Regex StoriesWalk();

    [GeneratedRegex(@"\((rowid=\?|ArticleId=\?)")]
    private static partial Regex OneStory();

    // On a site as small as the test's the cards' first names are cheaper read whole than looked up, by PostgreSQL's reckoning.
    [GeneratedRegex(@"Seq Scan on ""(Articles|ArticleTag|Byline)""(?!.*\n\s*Filter: \(""Position"" = 0\))")]
    private static partial Regex PostgresScan();
}
