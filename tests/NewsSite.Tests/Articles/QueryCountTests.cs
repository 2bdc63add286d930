using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Articles;

public sealed class QueryCountTests
{
    // Two of a story's are its comments': what the place allows, and how many there are.
    private const int Most = 9, Frame = 2;

    [Fact]
    public async Task Each_page_takes_as_many_queries_with_thousands_of_stories_as_with_one_and_reads_at_most_twice_what_it_prints()
    {
        await using var small = await WithStoriesAsync(1);
        await using var large = await WithStoriesAsync(10_000);

        foreach (var path in new[] { "/", "/politics", "/sport", "/rules", "/feed.xml", await large.AddressOfAsync(1), "/no-such-page" })
        {
            var (few, _, _) = await CostAsync(small, path);
            var (many, rows, printed) = await CostAsync(large, path);
            Assert.True(few <= Most, $"{path} takes {few} queries");
            Assert.Equal((path, few), (path, many));
            // One more row than a list prints tells that there are older ones; the frame's own few rows print no headline.
            Assert.True(rows <= 2 * printed + Frame, $"{path} reads {rows} rows and prints {printed}");
        }
    }

    private static async Task<(int Queries, int Rows, int Printed)> CostAsync(TestSite site, string path)
    {
        using var client = site.NewClient();
        client.DefaultRequestHeaders.Add("Cookie", "NewsSite.SignIn=x");
        await client.GetAsync("/rules");
        site.Queries.Clear();
        var page = await Reading.ParseAsync(await client.GetAsync(path));
        return (site.Queries.Statements.Count, site.Queries.Rows, page.Headlines().Count + page.QuerySelectorAll("item, .tags li, .byline, h1").Length);
    }

    private static async Task<TestSite> WithStoriesAsync(int count)
    {
        var site = await TestSite.EmptyAsync();
        await site.InStoreAsync(async db =>
        {
            Section[] sections = [Make.Section(), Make.Section("sport", "الرياضة"), Make.Section("opinion", "الرأي", SectionKind.Opinion)];
            db.AddRange(sections);
            db.AddRange(Enumerable.Range(1, count).Select(n => Make.Story(sections[n % 3], $"خبر رقم {n}", TestSite.Start.AddMinutes(-n))));
            await db.SaveChangesAsync();
        });
        return site;
    }
}
