using Microsoft.Playwright;
using NewsSite.Tests.Support;

namespace NewsSite.BrowserTests;

public sealed class YourCommentsJourneyTests : IAsyncLifetime
{
    private const string Email = "samira@example.org";

    private TestSite site = null!;
    private Browser browser = null!;
    private string story = "";

    public async ValueTask InitializeAsync()
    {
        browser = await Browser.StartAsync();
        site = await TestSite.WithDemoAsync("--Comments:PerMinute=0");
        story = await site.SeedAddressAsync();
        var number = await site.InStoreAsync(db => Task.FromResult(db.Articles.Single(a => a.Headline.StartsWith("الأمين العام للناتو")).Id));
        var first = await site.CommentAsync(number, "مقال واضح، شكرًا.", Email, "سميرة القدسي");
        await site.CommentAsync(number, "أوافقك الرأي", "nuha@example.org", "نهى", first);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        await site.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_writer_follows_the_link_takes_their_comments_away_and_erases_them(bool script)
    {
        var page = await ProvenAsync(script: script);
        await Assertions.Expect(page.Locator(".yours__one")).ToContainTextAsync("مقال واضح، شكرًا.");

        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "تنزيل الكل (JSON)" }).ClickAsync());
        Assert.Contains("مقال واضح، شكرًا.", await File.ReadAllTextAsync(await file.PathAsync()), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "محو بياناتك" }).ClickAsync();
        await page.GetByLabel("الاسم والنصوص معًا").CheckAsync();
        await page.GetByLabel("نعم، امحُ بياناتي من تعليق واحد.").CheckAsync();
        await page.ClickAsync("button:has-text('امحُ الآن')");

        await Assertions.Expect(page.Locator("main [role=status]")).ToContainTextAsync("مُحيت بياناتك");
        await page.GotoAsync(story);
        await Assertions.Expect(page.Locator(".comment >> nth=0")).ToHaveTextAsync("لم يعد هذا التعليق هنا.");
        await Assertions.Expect(page.Locator(".comment >> nth=1")).ToContainTextAsync("أوافقك الرأي");
        Assert.DoesNotContain("سميرة", await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_keyboard_alone_the_name_goes_and_the_words_stay()
    {
        var page = await ProvenAsync(script: false);
        await page.GetByRole(AriaRole.Link, new() { Name = "محو بياناتك" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/erase");

        await page.Locator("#scope-Identity").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("main [role=status]")).ToContainTextAsync("مُحيت بياناتك");
        await page.GotoAsync(story);
        await Assertions.Expect(page.Locator(".comment >> nth=0")).ToContainTextAsync("مقال واضح، شكرًا.");
        await Assertions.Expect(page.Locator(".comment >> nth=1")).ToContainTextAsync("ردًا على قارئ");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task The_pages_have_no_fault_of_accessibility_and_scroll_nowhere_sideways(ColorScheme scheme, int width)
    {
        var page = await ProvenAsync(width, scheme: scheme);
        List<string> faults = [.. await Accessibility.FaultsAsync(page, "list")];
        await page.GotoAsync("/comments/yours/erase");
        faults.AddRange(await Accessibility.FaultsAsync(page, "erase"));
        // As a browser without our attributes would send it.
        await page.EvaluateAsync("document.querySelector('main form').noValidate = true");
        await page.ClickAsync("button:has-text('امحُ الآن')");
        await Assertions.Expect(page.Locator("#scope-Identity")).ToBeFocusedAsync();
        faults.AddRange(await Accessibility.FaultsAsync(page, "erase, refused"));
        foreach (var path in new[] { "/comments/yours?said=left", "/privacy" })
        {
            faults.AddRange(await Accessibility.FaultsAsync(await browser.OpenAsync(site, path, width, scheme: scheme), path));
        }

        Accessibility.NoneOf(faults);
    }

    /// <summary>From the foot of the comment form to the list, by way of the letter.</summary>
    private async Task<IPage> ProvenAsync(int width = 1280, bool script = true, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await browser.OpenAsync(site, story, width, script: script, scheme: scheme);
        await page.ClickAsync(".leave__promise a");
        await page.FillAsync("[name='Input.Email']", Email);
        await page.ClickAsync("button:has-text('أرسل الرابط')");
        await Assertions.Expect(page.Locator("main [role=status]")).ToContainTextAsync("فقد أُرسل إليه رابط");
        await page.GotoAsync((await site.LettersAsync())[^1].Link);
        Assert.Equal("/comments/yours", new Uri(page.Url).PathAndQuery);
        return page;
    }
}
