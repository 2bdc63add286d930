using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsSite.Articles;
using NewsSite.Mail;
using NewsSite.Tests.Support;

namespace NewsSite.BrowserTests;

public sealed class FollowJourneyTests : IAsyncLifetime
{
    private const string Reader = "hala@reader.example";

    private TestSite site = null!;
    private Browser browser = null!;
    private string address = "";
    private int story;

    public async ValueTask InitializeAsync()
    {
        browser = await Browser.StartAsync();
        site = await TestSite.WithDemoAsync("--Comments:PerMinute=0");
        address = await site.SeedAddressAsync();
        story = await site.InStoreAsync(db => db.Articles.Where(a => a.Headline.StartsWith("الأمين العام للناتو")).Select(a => a.Id).SingleAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        await site.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reader_follows_confirms_from_the_letter_is_written_to_and_stops_by_one_click(bool script)
    {
        var page = await browser.OpenAsync(site, address, script: script);
        await page.FillAsync("[name='Input.Name']", "هالة");
        await page.FillAsync("[name='Input.Email']", Reader);
        await page.FillAsync("[name='Input.Body']", "مقال واضح، شكرًا.");
        await page.GetByLabel("رسائل إلى بريدك").SelectOptionAsync("Conversation");
        await page.ClickAsync("text=إرسال التعليق");
        await Assertions.Expect(page.Locator(".comment [role=status]")).ToBeInViewportAsync();

        await page.GotoAsync(await NextLinkAsync(letter => letter.Button!.Address));
        await page.GetByRole(AriaRole.Button, new() { Name = "نعم، أرسلوها" }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice[role=status]")).ToContainTextAsync("تم التأكيد");
        await site.CommentAsync(story, "ولي رأي آخر في هذا", name: "سليم");
        await site.WriteLettersAsync(Followers.Soon);
        await page.GotoAsync(await NextLinkAsync(letter => letter.Parts.Single().Link.Address));
        await Assertions.Expect(page.Locator(".comment:target")).ToContainTextAsync("ولي رأي آخر في هذا");

        var stop = await NextLinkAsync(letter => letter.FootLink!.Address);
        await page.GotoAsync(stop);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "أوقف هذه الرسائل" })).ToBeVisibleAsync();
        using var clicked = await site.OneClickAsync((await site.WholeLettersAsync())[^1].StopAddress());
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".notice[role=status]")).ToContainTextAsync("لا رسائل تصلك");
    }

    [Fact]
    public async Task A_reader_follows_without_a_comment_and_stops_on_the_page()
    {
        var page = await browser.OpenAsync(site, address, script: false);
        await page.GetByRole(AriaRole.Link, new() { Name = "تابع التعليقات بالبريد" }).ClickAsync();
        await page.FillAsync("[name='Input.Email']", Reader);
        await page.GetByRole(AriaRole.Button, new() { Name = "أرسل رسالة التأكيد" }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice[role=status]")).ToContainTextAsync("رسالة");
        await page.GotoAsync(await NextLinkAsync(letter => letter.Button!.Address));
        await page.GetByRole(AriaRole.Button, new() { Name = "نعم، أرسلوها" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "أوقف هذه الرسائل" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "أوقف هذه الرسائل" }).ClickAsync();

        await Assertions.Expect(page.Locator(".notice[role=status]")).ToContainTextAsync("توقفت");
        Assert.Empty(await site.InStoreAsync(db => db.CommentSubscriptions.ToListAsync()));
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task Its_pages_have_no_fault_of_accessibility_and_scroll_nowhere_sideways(ColorScheme scheme, int width)
    {
        var follow = Address.FollowComments("ar", story);
        await new Commenter(site).AskToFollowAsync(story, Reader);
        var confirm = await NextLinkAsync(letter => letter.Button!.Address);
        var stop = (await site.WholeLettersAsync())[^1].StopAddress();
        List<string> faults = [];

        foreach (var path in new[] { follow, confirm, stop })
        {
            faults.AddRange(await Accessibility.FaultsAsync(await browser.OpenAsync(site, path, width, scheme: scheme), path));
        }
        await site.ConfirmAsync((await site.WholeLettersAsync())[^1]);
        faults.AddRange(await Accessibility.FaultsAsync(await browser.OpenAsync(site, stop, width, scheme: scheme), "following"));

        Accessibility.NoneOf(faults);
    }

    private async Task<string> NextLinkAsync(Func<Letter, string> link)
    {
        await site.WriteLettersAsync();
        return new Uri(link((await site.WholeLettersAsync())[^1])).PathAndQuery;
    }
}
