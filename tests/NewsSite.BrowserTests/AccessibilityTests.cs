using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NewsSite.Tests.Support;

namespace NewsSite.BrowserTests;

public sealed class AccessibilityTests : IAsyncLifetime
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
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Light, 320)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task No_page_has_a_fault_of_accessibility_or_scrolls_sideways(ColorScheme scheme, int width)
    {
        foreach (var path in new[] { "/", "/politics", await site.SeedAddressAsync(), "/rules" })
        {
            var page = await browser.OpenAsync(site, path, width, scheme: scheme);

            var faults = (await page.RunAxe()).Violations.Select(violation => $"{path}: {violation.Id} {violation.Nodes[0].Html}");
            Assert.Empty(faults);
            Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        }
    }
}
