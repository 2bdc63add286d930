using Microsoft.Playwright;
using NewsSite.Tests.Support;

namespace NewsSite.BrowserTests;

public sealed class ArticleJourneyTests : IAsyncLifetime
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
    public async Task A_reader_chooses_the_dark_theme_and_finds_it_again_on_the_next_page()
    {
        var page = await browser.OpenAsync(site, "/");
        await page.ClickAsync("summary:has-text('العرض')");
        await page.GetByLabel("داكن").CheckAsync(new() { Force = true });

        await page.ClickAsync(".lead__headline a");

        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        Assert.Equal("rgb(18, 20, 22)", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));
    }

    [Fact]
    public async Task A_larger_text_size_makes_the_body_larger()
    {
        var page = await browser.OpenAsync(site, await site.SeedAddressAsync());
        const string Size = "parseFloat(getComputedStyle(document.querySelector('.prose')).fontSize)";
        var before = await page.EvaluateAsync<double>(Size);

        await page.ClickAsync("summary:has-text('العرض')");
        await page.GetByLabel("أكبر").CheckAsync(new() { Force = true });

        Assert.True(await page.EvaluateAsync<double>(Size) > before);
    }

    [Fact]
    public async Task The_short_link_is_copied_and_that_is_said()
    {
        var page = await browser.OpenAsync(site, await site.SeedAddressAsync(), clipboard: true);

        await page.ClickAsync(".short button");

        await Assertions.Expect(page.Locator(".short button")).ToHaveTextAsync("تم النسخ");
        await Assertions.Expect(page.Locator("[data-said]")).ToHaveTextAsync("تم النسخ");
        Assert.EndsWith(await page.Locator(".short a").GetAttributeAsync("href") ?? "?", await page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_nothing_dead_is_shown_and_the_text_is_all_there()
    {
        var page = await browser.OpenAsync(site, await site.SeedAddressAsync(), script: false);

        Assert.True(await page.Locator(".prose p").CountAsync() > 8);
        Assert.Equal(0, await page.Locator("button:not(form button):visible, .display:visible").CountAsync());
        await page.ClickAsync("summary:has-text('مشاركة')");
        Assert.True(await page.Locator(".acts__links a:visible").CountAsync() >= 4);
    }

    [Fact]
    public async Task The_keyboard_reaches_the_text_in_two_strokes()
    {
        var page = await browser.OpenAsync(site, await site.SeedAddressAsync());

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        Assert.Equal("main", await page.EvaluateAsync<string>("document.activeElement.id"));
    }
}
