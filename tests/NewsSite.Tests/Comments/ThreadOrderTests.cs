using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

/// <summary>The thread by what readers found useful.</summary>
public sealed class ThreadOrderTests
{
    [Fact]
    public async Task Threads_come_by_the_votes_on_their_first_comment_then_by_age_and_answers_stay_with_them()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;
        var first = await site.CommentAsync(story, "التعليق الأول", "a@example.org");
        var second = await site.CommentAsync(story, "التعليق الثاني", "b@example.org");
        var third = await site.CommentAsync(story, "التعليق الثالث", "c@example.org");
        var answer = await site.CommentAsync(story, "رد على الأول", "d@example.org", parent: first);
        foreach (var voted in new[] { third, third, answer, answer, answer })
        {
            using var vote = await new Voter(site).VoteAsync(voted);
        }

        var page = await site.OpenAsync($"/comments/thread?article={story}&sort=useful");

        Assert.Equal(new[] { third, first, answer, second }.Select(id => $"comment-{id}"), page.QuerySelectorAll(".comment").Select(comment => comment.Id));
        Assert.Equal("الأكثر فائدة", page.QuerySelector(".comments__order [aria-current]")!.Seen());
        Assert.Equal(["الأقدم", "الأحدث", "الأكثر فائدة"], (await site.OpenAsync(address)).QuerySelectorAll(".comments__order a").Select(link => link.Seen()));
    }

    [Fact]
    public async Task Every_comment_is_on_one_page_there_and_back()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        await FillAsync(site, story, 170);
        var (there, back) = (new List<string>(), new List<string>());

        var path = $"/comments/thread?article={story}&sort=useful";
        var last = path;
        for (string? next = path; next is not null;)
        {
            var page = await site.OpenAsync(last = next);
            there.AddRange(page.QuerySelectorAll(".comment").Select(comment => comment.Id!));
            next = page.QuerySelector(".pager__older")?.GetAttribute("href");
        }
        for (string? previous = last; previous is not null;)
        {
            var page = await site.OpenAsync(previous);
            back.InsertRange(0, page.QuerySelectorAll(".comment").Select(comment => comment.Id!));
            previous = page.QuerySelector(".pager__newer")?.GetAttribute("href");
        }

        var expected = await site.InStoreAsync(async db => (await db.Comments.AsNoTracking().Where(c => c.ArticleId == story).ToListAsync()) is var all
            ? all.OrderByDescending(c => all.Single(root => root.Id == c.RootId).Useful).ThenBy(c => c.RootId).ThenBy(c => c.BranchId).ThenBy(c => c.Id).Select(c => $"comment-{c.Id}").ToList() : []);
        Assert.Equal(expected, there);
        Assert.Equal(there, back);
    }

    [Fact]
    public async Task A_link_to_the_next_page_outlives_the_votes_that_came_since()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        await FillAsync(site, story, 120);
        var next = (await site.OpenAsync($"/comments/thread?article={story}&sort=useful")).QuerySelector(".pager__older")!.GetAttribute("href")!;
        var root = next.Split("from=")[1].Split('-')[0];

        using var vote = await new Voter(site).VoteAsync(int.Parse(root, CultureInfo.InvariantCulture));
        var page = await site.OpenAsync(next);

        Assert.StartsWith("comment-", page.QuerySelector(".comment")!.Id);
        Assert.Contains($"comment-{next.Split('-')[2].Split('&')[0]}", page.QuerySelectorAll(".comment").Select(comment => comment.Id));
    }

    [Theory]
    [InlineData("&sort=useful")]
    [InlineData("&sort=picks")]
    public async Task Each_order_takes_as_many_queries_with_thousands_of_comments_as_with_two(string sort)
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        var other = await site.OpenStoryAsync();
        await FillAsync(site, story, 2);
        await FillAsync(site, other, 5_000);

        var (few, many) = (await CostAsync(story), await CostAsync(other));

        Assert.Equal(few, many);
        Assert.InRange(many, 1, 12);

        async Task<int> CostAsync(int number)
        {
            await site.OpenAsync("/rules");
            site.Queries.Clear();
            await site.OpenAsync($"/comments/thread?article={number}{sort}");
            return site.Queries.Statements.Count;
        }
    }

    [Fact]
    public async Task The_useful_ones_are_found_by_walking_an_index_and_nothing_longer_than_a_page_is_sorted()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        foreach (var number in new[] { story, await site.OpenStoryAsync(), await site.OpenStoryAsync() })
        {
            await FillAsync(site, number, 3_000);
        }
        await site.RefreshStatisticsAsync();
        var first = await site.OpenAsync($"/comments/thread?article={story}&sort=useful");
        var deep = await site.InStoreAsync(db => db.Comments.Where(c => c.ArticleId == story && c.BranchId == 0 && c.Useful == 8).OrderBy(c => c.Id).Select(c => c.Id).Skip(50).FirstAsync());

        foreach (var path in new[] { $"/comments/thread?article={story}&sort=useful", $"/comments/thread?article={story}&from={deep}-0-{deep}&sort=useful", $"/comments/count?article={story}" })
        {
            site.Clock.Advance(TimeSpan.FromDays(1));
            site.Queries.Clear();
            await site.GetAsync(path);

            // What is posted is counted whole, and the few that are honoured are sorted; what is listed is neither.
            var asked = Listing(site);
            Assert.NotEmpty(asked);
            foreach (var (sql, values) in asked)
            {
                var plan = await site.ExplainAsync(sql, values);
                Assert.False(plan.Any(ReadsAllOrSorts), $"{path} does not walk its index:\n{string.Join('\n', plan)}\n{sql}");
            }
        }
        Assert.NotNull(first.QuerySelector(".comment"));
    }

    [Fact]
    public async Task A_site_that_has_grown_since_its_start_walks_the_index_on_connections_that_were_open_before_too()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        Assert.SkipWhen(site.Database.Settings.Provider == DatabaseProvider.Postgres, "PostgreSQL tells its connections by itself.");
        await site.RefreshStatisticsAsync();
        await FillAsync(site, story, 6);
        site.Queries.Clear();
        await site.GetAsync($"/comments/thread?article={story}&sort=useful");
        var asked = Listing(site);

        await site.InStoreAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            Assert.Equal(6, await db.Comments.CountAsync());
            foreach (var number in new[] { await site.OpenStoryAsync(), await site.OpenStoryAsync(), await site.OpenStoryAsync() })
            {
                await FillAsync(site, number, 1_500);
            }
            await site.RefreshStatisticsAsync();
            return true;
        });

        Assert.NotEmpty(asked);
        foreach (var (sql, values) in asked)
        {
            Assert.DoesNotContain(await site.ExplainAsync(sql, values), ReadsAllOrSorts);
        }
    }

    private static List<(string Sql, IReadOnlyDictionary<string, object?> Values)> Listing(TestSite site) =>
        [.. site.Queries.Asked.Where(one => one.Sql.Contains("\"Comments\"", StringComparison.Ordinal) && one.Sql.Contains("ORDER BY", StringComparison.Ordinal) && !one.Sql.Contains("\"CommentHonours\"", StringComparison.Ordinal))];

    // SQLite calls the page that it has found a scan too: «s».
    private static bool ReadsAllOrSorts(string step) => step.Contains("Seq Scan on \"Comments\"", StringComparison.Ordinal) || step.StartsWith("SCAN c", StringComparison.Ordinal)
        || step.Contains("USE TEMP B-TREE", StringComparison.Ordinal) || step.TrimStart(' ', '-', '>').StartsWith("Sort  (", StringComparison.Ordinal);

    [Fact]
    public async Task A_page_of_fifty_comments_weighs_at_most_25_KB_on_the_way()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;
        await FillAsync(site, story, CommentThread.PageSize);

        using var answer = await site.GetAsync(address, ("Accept-Encoding", "br"));
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes.Length} bytes");
        Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
        Assert.InRange(bytes.Length, 1, 25 * 1024);
    }

    /// <summary>Threads of three, with votes on some; written past the way in, which is not what is asked about here.</summary>
    internal static Task FillAsync(TestSite site, int story, int count) => site.InStoreAsync(async db =>
    {
        var writer = new CommenterKeys("k", null, "0123456789ab");
        foreach (var chunk in Enumerable.Range(0, count).Chunk(1_000))
        {
            foreach (var n in chunk)
            {
                db.Add(Comment.Write(story, null, $"قارئ {n}", $"رأي رقم {n} في هذا الخبر، وفيه من الكلمات ما في آراء القراء عادة، لا أكثر ولا أقل من ذلك {n * 7919 % 1000}", writer, $"{story}-{n}", TestSite.Start.AddSeconds(n)));
            }
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
        // A third of them begin a thread.
        var first = await db.Comments.Where(c => c.ArticleId == story).MinAsync(c => c.Id);
        await db.Comments.Where(c => c.ArticleId == story).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.RootId, c => c.Id - ((c.Id - first) % 3)).SetProperty(c => c.BranchId, c => (c.Id - first) % 3 == 0 ? 0 : c.Id)
            .SetProperty(c => c.ParentId, c => (c.Id - first) % 3 == 0 ? null : (int?)(c.Id - ((c.Id - first) % 3))).SetProperty(c => c.Useful, c => (c.Id - first) * 31 % 17));
    });
}
