using Microsoft.Playwright;
using NewsSite.Accounts;
using NewsSite.Comments.PostingRules;
using NewsSite.Tests.Support;

namespace NewsSite.BrowserTests;

/// <summary>A reader reports, a writer appeals, a moderator answers.</summary>
public sealed class AnswerJourneyTests : IAsyncLifetime
{
    private TestSite site = null!;
    private Browser browser = null!;
    private SignedIn moderator = null!;
    private string story = "";

    public async ValueTask InitializeAsync()
    {
        browser = await Browser.StartAsync();
        site = await TestSite.WithDemoAsync("--Comments:PerMinute=0");
        moderator = await site.SignInAsync(Role.None, moderates: true);
        story = await site.SeedAddressAsync();
    }

    public async ValueTask DisposeAsync()
    {
        moderator.Dispose();
        await browser.DisposeAsync();
        await site.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refused_writer_appeals_and_finds_the_comment_restored(bool script)
    {
        var page = await browser.OpenAsync(site, story, script: script);
        await page.FillAsync("[name='Input.Name']", "سلمى");
        await page.FillAsync("[name='Input.Email']", "salma@example.org");
        await page.FillAsync("[name='Input.Body']", "اسم المسرحية: اسكت يا شرموط");
        await page.ClickAsync("text=إرسال التعليق");
        await page.ClickAsync("text=هل ترى القرار خطأ؟ اعترض عليه");
        await page.FillAsync("[name='Input.Sentence']", "هذا اسم مسرحية معروفة.");
        await page.ClickAsync("text=أرسل الاعتراض");
        await Assertions.Expect(page.Locator("p.notice[role=status]")).ToContainTextAsync("وصل اعتراضك");

        var desk = await browser.OpenAsync(site, "/admin/comments?tab=Appeals", script: script, by: moderator);
        await Assertions.Expect(desk.Locator(".chosen__said")).ToContainTextAsync("هذا اسم مسرحية معروفة.");
        await desk.FillAsync("[name='Input.Answer']", "صحيح، نعتذر.");
        await desk.ClickAsync(".decide .button--first");
        await Assertions.Expect(desk.Locator("#told")).ToContainTextAsync("نُشر.");

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".leave__appeal")).ToContainTextAsync("صحيح، نعتذر.");
        await page.ClickAsync("text=اذهب إليه");
        await Assertions.Expect(page.Locator(".comment")).ToContainTextAsync("اسم المسرحية");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reader_reports_a_comment_and_the_moderator_removes_it(bool script)
    {
        var number = NumberOf(story);
        await site.CommentAsync(number, "تعليق يُبلَّغ عنه");
        var page = await browser.OpenAsync(site, story, script: script);
        await page.GetByRole(AriaRole.Link, new() { Name = "أبلغ", Exact = true }).ClickAsync();
        await page.SelectOptionAsync("[name='Input.Rule']", ((int)PostingRule.SectarianIncitement).ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.FillAsync("[name='Input.Note']", "يحرض على طائفة");
        await page.ClickAsync("text=أرسل البلاغ");
        await Assertions.Expect(page.Locator("p.notice[role=status]")).ToContainTextAsync("وصل بلاغك");

        var desk = await browser.OpenAsync(site, "/admin/comments?tab=Reported", script: script, by: moderator);
        await Assertions.Expect(desk.Locator(".chosen__said")).ToContainTextAsync("يحرض على طائفة");
        await desk.ClickAsync(".decide__more summary");
        await desk.ClickAsync($".decide__rules button[value='{(int)PostingRule.SectarianIncitement}']");
        await Assertions.Expect(desk.Locator("#told")).ToContainTextAsync("رُفض.");

        await page.GotoAsync(story);
        await Assertions.Expect(page.Locator("#comments")).Not.ToContainTextAsync("يُبلَّغ عنه");
    }

    [Theory]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task The_pages_for_reports_appeals_and_counts_have_no_fault_that_a_machine_finds(int width, ColorScheme scheme)
    {
        var number = NumberOf(story);
        var comment = await site.CommentAsync(number, "تعليق يُبلَّغ عنه");
        await site.CommentAsync(number, "اسكت يا شرموط");
        site.Clock.Advance(TimeSpan.FromDays(31));
        await site.CommentAsync(number, "اسكت يا شرموط مرة أخرى");
        await site.CommentAsync(number, "أنت حمار لا تفهم شيئا");
        var page = await browser.OpenAsync(site, "/comments/report", width, scheme: scheme);
        List<string> faults = [.. await Accessibility.FaultsAsync(page, "/comments/report")];
        var flag = NewsSite.Articles.Address.Flag("ar", comment);
        await page.GotoAsync(flag);
        faults.AddRange(await Accessibility.FaultsAsync(page, flag));
        Accessibility.NoneOf(faults);
    }

    private static int NumberOf(string story) => int.Parse(story.Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture);
}
