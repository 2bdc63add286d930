using Microsoft.Playwright;
using NewsSite.Tests.Support;

namespace NewsSite.BrowserTests;

/// <summary>The distribution's Chromium. Where there is none the test is skipped, and says how to get it.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string? Executable = new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
        .FirstOrDefault(File.Exists);

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    public static async Task<Browser> StartAsync()
    {
        Assert.SkipWhen(Executable is null, "No Chromium here: install the package 'chromium', or set CHROMIUM to a browser's path.");
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        }));
    }

    /// <summary>A new reader's page. What the console complains about fails the test.</summary>
    public async Task<IPage> OpenAsync(TestSite site, string path, int width = 1280, bool script = true, bool clipboard = false, ColorScheme scheme = ColorScheme.Light, SignedIn? by = null)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = site.Address.ToString(),
            JavaScriptEnabled = script,
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = 900 },
            Permissions = clipboard ? ["clipboard-read", "clipboard-write"] : [],
        });
        if (by?.Cookie.Split('=', 2) is [var name, var value])
        {
            await context.AddCookiesAsync([new() { Name = name, Value = value, Url = site.Address.ToString() }]);
        }
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            // A test that takes the network away expects to hear of it.
            if (message.Type == "error" && !message.Text.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"The console of {path} says: {message.Text} ({message.Location})");
            }
        };
        await page.GotoAsync(path);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
