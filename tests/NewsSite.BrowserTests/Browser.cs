using System.Collections.Concurrent;
using Microsoft.Playwright;
using NewsSite.Tests.Support;

namespace NewsSite.BrowserTests;

/// <summary>The distribution's Chromium, one for all tests; each has readers of its own in it. Where there is none the test is skipped, and says how to get it.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string? Executable = new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
        .FirstOrDefault(File.Exists);

    // It ends with this process.
    private static readonly Lazy<Task<IBrowser>> Shared = new(async () =>
    {
        // Pictures are made and pages drawn on whatever cores there are.
        Assertions.SetDefaultExpectTimeout(30_000);
        return await (await Playwright.CreateAsync()).Chromium.LaunchAsync(Launch);
    });

    private static readonly BrowserTypeLaunchOptions Launch = new()
    {
        Timeout = 120_000,
        ExecutablePath = Executable,
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    };

    private readonly IBrowser browser;
    private readonly List<IBrowserContext> readers = [];
    private readonly ConcurrentQueue<string> complaints = [];

    private Browser(IBrowser browser) => this.browser = browser;

    public static async Task<Browser> StartAsync()
    {
        Assert.SkipWhen(Executable is null, "No Chromium here: install the package 'chromium-headless-shell' or 'chromium', or set CHROMIUM to a browser's path.");
        return new(await Shared.Value);
    }

    /// <summary>A new reader's page. What the console complains about fails the test.</summary>
    public async Task<IPage> OpenAsync(TestSite site, string path, int width = 1280, bool script = true, bool clipboard = false, ColorScheme scheme = ColorScheme.Light, SignedIn? by = null)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = site.Address.ToString(),
            JavaScriptEnabled = script,
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = 900 },
            Permissions = clipboard ? ["clipboard-read", "clipboard-write"] : [],
        });
        readers.Add(context);
        if (by?.Cookie.Split('=', 2) is [var name, var value])
        {
            await context.AddCookiesAsync([new() { Name = name, Value = value, Url = site.Address.ToString() }]);
        }
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            // A test that takes the network away expects to hear of it, and a form that comes back in error is no fault of the page.
            if (message.Type == "error" && !message.Text.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal) && !message.Text.Contains("status of 422", StringComparison.Ordinal))
            {
                complaints.Enqueue($"The console of {path} says: {message.Text} ({message.Location})");
            }
        };
        await page.GotoAsync(path);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var reader in readers)
        {
            await reader.CloseAsync();
        }
        Assert.True(complaints.IsEmpty, string.Join('\n', complaints));
    }
}
