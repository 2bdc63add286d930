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
    [InlineData(ColorScheme.Dark, 320)]
    public async Task No_page_has_a_fault_of_accessibility_or_scrolls_sideways(ColorScheme scheme, int width)
    {
        List<string> faults = [];
        foreach (var path in new[] { "/", "/politics", await site.SeedAddressAsync(), "/rules" })
        {
            faults.AddRange(await Accessibility.FaultsAsync(await browser.OpenAsync(site, path, width, scheme: scheme), path));
        }
        Accessibility.NoneOf(faults);
    }
}
