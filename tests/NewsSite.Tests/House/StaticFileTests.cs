using System.Net;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.House;

public sealed class StaticFileTests
{
    [Fact]
    public async Task Every_file_that_a_page_asks_for_is_there()
    {
        await using var site = await TestSite.WithDemoAsync();
        var page = await site.OpenAsync(await site.SeedAddressAsync());
        var files = page.QuerySelectorAll("link[rel=stylesheet], link[rel=preload], link[rel=icon], link[rel=apple-touch-icon]").Select(link => link.GetAttribute("href")!)
            .Concat(page.QuerySelectorAll("script[src], img[src]").Select(one => one.GetAttribute("src")!)).Distinct();

        foreach (var file in files)
        {
            using var answer = await site.GetAsync(file);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{file}: {answer.StatusCode} {string.Join('\n', site.Complaints.All)}");
        }
    }

    [Fact]
    public async Task A_part_of_a_film_is_sent_where_a_player_asks_for_one_even_through_a_link()
    {
        await using var site = await TestSite.WithDemoAsync();
        var film = Path.Combine(site.Database.Settings.DataFolder, "media", "mountain-railway-climb.webm");
        Assert.NotNull(File.ResolveLinkTarget(film, returnFinalTarget: true));

        using var answer = await site.GetAsync("/media/mountain-railway-climb.webm", ("Range", "bytes=1000-1999"));

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal((await File.ReadAllBytesAsync(film, TestContext.Current.CancellationToken))[1_000..2_000], await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
