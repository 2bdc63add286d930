using Microsoft.Playwright;
using NewsSite.Tests.Support;

namespace NewsSite.BrowserTests;

public sealed class CommentJourneyTests : IAsyncLifetime
{
    private TestSite site = null!;
    private Browser browser = null!;
    private string story = "";

    public async ValueTask InitializeAsync()
    {
        browser = await Browser.StartAsync();
        site = await TestSite.WithDemoAsync("--Comments:PerMinute=0");
        story = await site.SeedAddressAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        await site.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reader_comments_is_answered_and_answers_until_the_thread_is_flat(bool script)
    {
        var page = await browser.OpenAsync(site, story, script: script);
        await WriteAsync(page, "مروان", "مقال واضح، شكرًا.");
        await Assertions.Expect(page.Locator(".comment [role=status]")).ToBeInViewportAsync();

        foreach (var (name, text) in new[] { ("نوف", "أوافقك الرأي"), ("سليم", "ولي ملاحظة صغيرة"), ("هند", "تفضل بها إذن") })
        {
            await page.Locator(".comment >> nth=-1").GetByRole(AriaRole.Link, new() { Name = "رد", Exact = true }).ClickAsync();
            await WriteAsync(page, name, text);
        }

        Assert.Equal(["comment--1", "comment--2", "comment--3", "comment--3"],
            await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.comment')].map(one => one.classList[1])"));
        await Assertions.Expect(page.Locator(".comment >> nth=3")).ToContainTextAsync("ردًا على سليم");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refused_text_is_mended_and_sent_again(bool script)
    {
        var page = await browser.OpenAsync(site, story, script: script);
        await WriteAsync(page, "سليم", "الخبر ناقص. اسكت يا ابن الشرموطة");

        await Assertions.Expect(page.Locator(".leave__form [role=alert]")).ToContainTextAsync("يخالف شرط «الشتائم»");
        await Assertions.Expect(page.Locator("[name='Input.Body']")).ToHaveValueAsync("الخبر ناقص. اسكت يا ابن الشرموطة");
        if (script)
        {
            await Assertions.Expect(page.Locator("[name='Input.Body']")).ToBeFocusedAsync();
        }
        await page.FillAsync("[name='Input.Body']", "الخبر ناقص، والأجدر نشر رد موسكو كاملًا.");
        await page.ClickAsync("text=إرسال التعليق");

        await Assertions.Expect(page.Locator(".comment")).ToContainTextAsync("والأجدر نشر رد موسكو");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_held_comment_waits_for_its_writer_alone_who_mends_it_and_takes_it_back(bool script)
    {
        var page = await browser.OpenAsync(site, story, script: script);
        await WriteAsync(page, "Abu Omar", "أنت حمار يا هذا");
        await Assertions.Expect(page.Locator(".comment--held")).ToContainTextAsync("بانتظار المراجعة");
        Assert.Equal(0, await (await browser.OpenAsync(site, story, script: script)).Locator(".comment").CountAsync());

        await page.GetByRole(AriaRole.Link, new() { Name = "تعديل" }).ClickAsync();
        await page.FillAsync("[name='Input.Body']", "أخالفك الرأي يا أخي");
        await page.ClickAsync("text=حفظ التعديل");
        await Assertions.Expect(page.Locator(".comment")).ToContainTextAsync("أخالفك الرأي يا أخي");
        await page.GetByRole(AriaRole.Link, new() { Name = "سحب التعليق" }).ClickAsync();
        await page.ClickAsync("button:has-text('سحب التعليق')");

        Assert.Equal(0, await page.Locator(".comment").CountAsync());
    }

    [Fact]
    public async Task A_draft_and_where_asked_for_the_name_are_kept_in_this_browser_and_the_letters_counted()
    {
        var page = await browser.OpenAsync(site, story);
        await page.FillAsync("[name='Input.Body']", "كلام لم يكتمل");
        await Assertions.Expect(page.Locator("[data-comment-count]")).ToHaveTextAsync("13 من 3000 حرف");
        await page.FillAsync("[name='Input.Name']", "سلمى");
        await page.GetByLabel("تذكّر اسمي على هذا الجهاز").CheckAsync();

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[name='Input.Body']")).ToHaveValueAsync("كلام لم يكتمل");
        await Assertions.Expect(page.Locator("[name='Input.Name']")).ToHaveValueAsync("سلمى");
        await WriteAsync(page, "سلمى", "كلام اكتمل الآن");

        await Assertions.Expect(page.Locator("[name='Input.Body']")).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator("[name='Input.Email']")).ToHaveValueAsync("");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task Thread_form_and_refusal_have_no_fault_of_accessibility_and_scroll_nowhere_sideways(ColorScheme scheme, int width)
    {
        var number = await site.InStoreAsync(db => Task.FromResult(db.Articles.Single(a => a.Headline.StartsWith("الأمين العام للناتو")).Id));
        var root = await new Commenter(site, "Salma_K").SayAsync(number, "مقال واضح https://example.com/a-long-address-that-goes-on-and-on-and-on-without-an-end");
        await new Commenter(site, "نوف").SayAsync(number, "أوافقك الرأي", root);
        var page = await browser.OpenAsync(site, story, width, scheme: scheme);
        await WriteAsync(page, "Abu Omar", "أنت حمار يا هذا");
        List<string> faults = [.. await Accessibility.FaultsAsync(page, "story")];

        await WriteAsync(page, "سليم", "اسكت يا ابن الشرموطة");
        faults.AddRange(await Accessibility.FaultsAsync(page, "refusal"));
        faults.AddRange(await Accessibility.FaultsAsync(await browser.OpenAsync(site, $"/comments/thread?article={number}&sort=newest", width, scheme: scheme), "thread"));

        Accessibility.NoneOf(faults);
    }

    private static async Task WriteAsync(IPage page, string name, string text)
    {
        await page.FillAsync("[name='Input.Name']", name);
        await page.FillAsync("[name='Input.Email']", "reader@example.org");
        await page.FillAsync("[name='Input.Body']", text);
        await page.ClickAsync("text=إرسال التعليق");
        await page.WaitForLoadStateAsync();
    }
}
