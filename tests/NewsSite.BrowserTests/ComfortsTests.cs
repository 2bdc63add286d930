using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsSite.Articles;
using NewsSite.Tests.Support;

namespace NewsSite.BrowserTests;

public sealed class ComfortsTests : IAsyncLifetime
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

    [Fact]
    public async Task A_saved_story_waits_on_the_shelf_and_can_be_taken_off_it()
    {
        var page = await browser.OpenAsync(site, await site.SeedAddressAsync());
        await page.ClickAsync("[data-save]");
        await Assertions.Expect(page.Locator("[data-save]")).ToHaveAttributeAsync("aria-pressed", "true");

        await page.ClickAsync(".mast__saved");
        await Assertions.Expect(page.Locator("[data-kept] a")).ToHaveTextAsync("الأمين العام للناتو: منفتحون على الحوار مع موسكو رغم الخلافات");
        await page.ClickAsync("[data-kept] button");

        await Assertions.Expect(page.Locator("[data-nothing]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_story_that_was_begun_is_offered_for_reading_on()
    {
        var page = await browser.OpenAsync(site, await AddressAsync("نهر"));
        await page.EvaluateAsync("scrollTo(0, document.querySelector('.prose').offsetTop + 900)");
        await Eventually.Async(() => page.EvaluateAsync<bool>("localStorage.getItem('begun') !== null"));

        await page.ClickAsync(".mast__saved");

        await Assertions.Expect(page.Locator("[data-begun] a")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Relative_times_grow_older_while_the_page_stays_open_in_the_words_of_the_server()
    {
        var page = await browser.OpenAsync(site, "/rules");
        await page.Clock.InstallAsync(new() { TimeDate = TestSite.Start.UtcDateTime });
        await page.GotoAsync(await site.SeedAddressAsync());
        await Assertions.Expect(page.Locator(".story__dates [data-ago]")).ToHaveTextAsync("منذ أسبوع واحد");

        await page.Clock.FastForwardAsync((long)TimeSpan.FromDays(7).TotalMilliseconds);
        await Assertions.Expect(page.Locator(".story__dates [data-ago]")).ToHaveTextAsync("منذ أسبوعين");

        site.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Contains("منذ أسبوعين", (await site.OpenAsync(await site.SeedAddressAsync())).QuerySelector(".story__dates")!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gallery_turns_its_pages_with_buttons_and_from_right_to_left()
    {
        var page = await browser.OpenAsync(site, await AddressAsync("نهار في المدينة"));
        const string Offset = "document.querySelector('.gallery').scrollLeft";
        Assert.Equal(0, await page.EvaluateAsync<double>(Offset));

        await page.ClickAsync(".gallery__bar button:last-child");

        await Eventually.Async(() => page.EvaluateAsync<bool>($"{Offset} < -100"));
        await Assertions.Expect(page.Locator(".gallery__bar [role=status]")).ToHaveTextAsync("2 / 5");
    }

    [Fact]
    public async Task Another_sites_player_is_loaded_only_after_a_click()
    {
        var number = await site.SavedAsync(Make.Story(Make.Section("films", "أفلام"), "فيلم", markdown: "قبل\n\nhttps://youtu.be/dQw4w9WgXcQ\n\nبعد"));
        var page = await browser.OpenAsync(site, await site.AddressOfAsync(number));
        var asked = new List<string>();
        // The outside is not there in a test: what is asked of it is noted and answered here.
        await page.Context.RouteAsync(url => !url.StartsWith("http://localhost", StringComparison.Ordinal), route =>
        {
            asked.Add(route.Request.Url);
            return route.FulfillAsync(new() { Body = "<p>player</p>", ContentType = "text/html" });
        });
        Assert.Equal(0, await page.Locator("iframe").CountAsync());

        await page.ClickAsync(".embed a");

        await Assertions.Expect(page.FrameLocator("iframe").Locator("p")).ToHaveTextAsync("player");
        Assert.Equal(["https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"], asked);
    }

    [Fact]
    public async Task On_paper_there_is_the_short_link_as_a_code_and_no_navigation()
    {
        var page = await browser.OpenAsync(site, await site.SeedAddressAsync());

        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });

        await Assertions.Expect(page.Locator(".short__qr")).ToBeVisibleAsync();
        await Eventually.Async(() => page.EvaluateAsync<bool>("document.querySelector('.short__qr').naturalWidth > 0"));
        await Assertions.Expect(page.Locator(".sections")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".acts")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("/en", 320)]
    [InlineData("/fr", 320)]
    [InlineData("/latest", 320)]
    [InlineData("/archive/2026", 320)]
    [InlineData("/en/rules", 768)]
    public async Task Nothing_scrolls_sideways_in_any_edition(string path, int width)
    {
        var page = await browser.OpenAsync(site, path, width);

        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    private Task<string> AddressAsync(string beginning) => site.InStoreAsync(async db =>
        Address.Of(await db.Articles.Where(a => a.Language == "ar" && a.Headline.StartsWith(beginning)).OrderBy(a => a.Id).AsCards().FirstAsync()));
}
