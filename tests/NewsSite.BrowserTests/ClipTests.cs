using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsSite.Articles;
using NewsSite.Tests.Support;

namespace NewsSite.BrowserTests;

public sealed class ClipTests : IAsyncLifetime
{
    private TestSite site = null!;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        browser = await Browser.StartAsync();
        site = await TestSite.WithDemoAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        await site.DisposeAsync();
    }

    [Theory]
    [InlineData("قطار الجبل", "video", 8)]
    [InlineData("صانع أعواد", "audio", 12)]
    public async Task A_clip_is_fetched_when_it_is_played_and_has_captions(string headline, string kind, int seconds)
    {
        var address = await site.InStoreAsync(async db => Address.Of(await db.Articles.Where(a => a.Headline.StartsWith(headline)).AsCards().SingleAsync()));
        var page = await browser.OpenAsync(site, address);
        var player = page.Locator($".prose {kind}");
        Assert.Equal(0, await player.EvaluateAsync<int>("player => player.readyState"));

        await player.EvaluateAsync("player => { player.muted = true; return player.play(); }");

        Assert.True(await player.EvaluateAsync<int>("player => player.readyState") > 0);
        Assert.Equal(seconds, await player.EvaluateAsync<int>("player => Math.floor(player.duration)"));
        await Eventually.Async(() => page.EvaluateAsync<bool>("document.querySelector('.prose track').track.cues?.length >= 3"));
        Assert.Equal(("captions", "showing", "ar"), await CaptionsAsync(page));
    }

    [Fact]
    public async Task A_film_shows_its_poster_before_it_is_played()
    {
        var address = await site.InStoreAsync(async db => Address.Of(await db.Articles.Where(a => a.Headline.StartsWith("قطار الجبل")).AsCards().SingleAsync()));
        var page = await browser.OpenAsync(site, address, width: 320);

        var poster = await page.GetAttributeAsync(".prose video", "poster");

        Assert.Equal("image/jpeg", (await site.GetAsync(poster!)).Content.Headers.ContentType!.MediaType);
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    private static async Task<(string, string, string)> CaptionsAsync(IPage page)
    {
        var track = await page.EvaluateAsync<string[]>("(() => { const { kind, mode, language } = document.querySelector('.prose track').track; return [kind, mode, language]; })()");
        return (track[0], track[1], track[2]);
    }
}
