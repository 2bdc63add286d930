using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsSite.Accounts;
using NewsSite.Tests.Support;

namespace NewsSite.BrowserTests;

public sealed class AccessibilityTests : IAsyncLifetime
{
    private static readonly AxeRunOptions ViolationsOnly = new() { ResultTypes = [ResultType.Violations] };

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
        List<string> faults = [];
        foreach (var path in new[] { "/", "/politics", await site.SeedAddressAsync(), "/rules" })
        {
            faults.AddRange(await FaultsAsync(await browser.OpenAsync(site, path, width, scheme: scheme), path));
        }
        NoneOf(faults);
    }

    /// <summary>Each page at one end of what there is, the next page at the other; the story's in both.</summary>
    [Theory]
    [InlineData("ar", ColorScheme.Dark, 320)]
    [InlineData("en", ColorScheme.Light, 1400)]
    public async Task No_page_of_the_newsroom_has_a_fault_of_accessibility_or_scrolls_sideways(string language, ColorScheme scheme, int width)
    {
        using var editor = await site.SignInAsync(Role.Administrator);
        var number = await editor.WriteAsync(("Headline", "مادة"), ("Markdown", "فقرة أولى"));
        await editor.PressAsync("Save", number, 1, ("Headline", "مادة ثانية"), ("Markdown", "فقرة أخرى 12"));
        var (section, tag, author, picture) = await site.InStoreAsync(async db => (
            (await db.Sections.FirstAsync()).Id, (await db.Tags.FirstAsync()).Id, (await db.Authors.FirstAsync()).Id, (await db.Pictures.FirstAsync()).Id));
        string[] pages =
        [
            "/admin", "/admin/articles", "/admin/articles/new", $"/admin/articles/{number}", $"/admin/articles/{number}/revisions", $"/admin/preview/{number}",
            "/admin/media", $"/admin/media/{picture}", "/admin/sections", $"/admin/sections/{section}", "/admin/tags", $"/admin/tags/{tag}", "/admin/authors", $"/admin/authors/{author}",
            "/admin/pages", "/admin/pages/ar/about", "/admin/redirects", "/admin/missed", "/admin/users", "/admin/users/new", $"/admin/users/{editor.Member.Id}",
            "/admin/settings", "/admin/settings/rules", "/admin/settings/announcements", "/admin/log", "/admin/demo", "/account", "/account/second-factor/set-up",
        ];
        var page = await browser.OpenAsync(site, "/account", width, scheme: scheme, by: editor);
        await page.Context.AddCookiesAsync([new() { Name = "NewsSite.Language", Value = language, Url = site.Address.ToString() }]);
        List<string> faults = [];
        foreach (var path in pages.Where((path, place) => place % 2 == (language == "ar" ? 0 : 1) || path.StartsWith("/admin/articles/", StringComparison.Ordinal)))
        {
            await page.GotoAsync(path);
            if (await page.Locator("[data-preview-frame]").IsVisibleAsync())
            {
                await Assertions.Expect(page.FrameLocator("[data-preview-frame]").Locator("h1")).ToBeVisibleAsync();
            }
            faults.AddRange(await FaultsAsync(page, path));
        }
        NoneOf(faults);
    }

    private static async Task<IEnumerable<string>> FaultsAsync(IPage page, string path)
    {
        var sideways = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return (await page.RunAxe(ViolationsOnly)).Violations.Select(violation => $"{path}: {violation.Id}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}")
            .Concat(sideways > 0 ? [$"{path}: {sideways} px sideways"] : []);
    }

    private static void NoneOf(List<string> faults) => Assert.True(faults.Count == 0, string.Join('\n', faults));
}
