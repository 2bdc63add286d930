using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Tests.Support;

namespace NewsSite.BrowserTests;

/// <summary>A moderator clears the queue.</summary>
public sealed class ModerationJourneyTests : IAsyncLifetime
{
    private TestSite site = null!;
    private Browser browser = null!;
    private SignedIn moderator = null!;
    private int story;

    public async ValueTask InitializeAsync()
    {
        browser = await Browser.StartAsync();
        site = await TestSite.EmptyAsync("--Comments:PerMinute=0");
        await site.HoldAllAsync();
        moderator = await site.SignInAsync(Role.None, moderates: true);
        story = await site.OpenStoryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        moderator.Dispose();
        await browser.DisposeAsync();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Thirty_comments_are_cleared_by_keyboard_alone_on_an_Arabic_one_too()
    {
        await HeldAsync(30);
        var page = await browser.OpenAsync(site, "/admin/comments", by: moderator);

        for (var left = 30; left > 0; left--)
        {
            await Assertions.Expect(page.Locator("[data-moderation=ready] .item")).ToHaveCountAsync(left);
            switch (left % 3)
            {
                case 0:
                    // What the key A types there.
                    await page.EvaluateAsync("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ش', code: 'KeyA', bubbles: true, cancelable: true }))");
                    break;
                case 1:
                    await page.Keyboard.PressAsync("a");
                    break;
                default:
                    await page.Keyboard.PressAsync("r");
                    await page.Keyboard.PressAsync("8");
                    break;
            }
        }

        await Assertions.Expect(page.Locator(".empty")).ToHaveTextAsync("لا تعليق موقوفًا ينتظر.");
        Assert.Equal((20, 10), await site.InStoreAsync(async db => (
            await db.Comments.CountAsync(c => c.State == CommentState.Posted), await db.Comments.CountAsync(c => c.State == CommentState.Refused && c.Rule == PostingRule.Spam))));

        await page.Keyboard.PressAsync("z");

        await Assertions.Expect(page.Locator("[data-moderation=ready] .item")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Keys_move_undo_and_open_what_has_to_be_filled_in_and_write_letters_in_fields()
    {
        await HeldAsync(3);
        var page = await browser.OpenAsync(site, "/admin/comments", by: moderator);
        await Assertions.Expect(page.Locator("[data-moderation=ready] .chosen__text")).ToHaveTextAsync("تعليق 1");

        await page.Keyboard.PressAsync("j");
        await ReadsAsync(page, "تعليق 2");
        await page.Keyboard.PressAsync("k");
        await ReadsAsync(page, "تعليق 1");
        await page.Keyboard.PressAsync("a");
        await ReadsAsync(page, "تعليق 2", "نُشر. التالي 1 من 2");
        await page.Keyboard.PressAsync("z");
        await ReadsAsync(page, "تعليق 1", "عاد التعليق كما كان.");
        await page.Keyboard.PressAsync("b");
        await Assertions.Expect(page.Locator("#ban-why")).ToBeVisibleAsync();
        await page.FocusAsync("#ban-why");
        await page.Keyboard.TypeAsync("aaa");
        await page.SelectOptionAsync("#ban-rule", "2");
        await page.Keyboard.PressAsync("Enter");

        await ReadsAsync(page, "تعليق 2", "حُظر ورُفض. التالي 1 من 2");
        Assert.Equal("aaa", await site.InStoreAsync(db => db.Bans.Select(ban => ban.Why).SingleAsync()));
    }

    [Fact]
    public async Task Single_letters_can_be_turned_off_and_stay_off()
    {
        await HeldAsync(2);
        var page = await browser.OpenAsync(site, "/admin/comments", by: moderator);

        await Assertions.Expect(page.Locator("[data-moderation=ready]")).ToBeVisibleAsync();
        await page.CheckAsync("[data-keys-off]");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[data-moderation=ready] [data-keys-off]")).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("a");
        await page.Locator("[data-key=j]").ClickAsync();

        await Assertions.Expect(page.Locator(".chosen__text")).ToHaveTextAsync("تعليق 2");
        Assert.Equal(2, await site.InStoreAsync(db => db.Comments.CountAsync(c => c.State == CommentState.Held)));
    }

    [Fact]
    public async Task The_tabs_count_what_comes_in_while_a_moderator_reads_and_nothing_moves()
    {
        await HeldAsync(1);
        var page = await browser.OpenAsync(site, "/", by: moderator);
        await page.Clock.InstallAsync();
        await page.GotoAsync("/admin/comments");
        var held = page.Locator("[data-count=Held]");
        await Assertions.Expect(held).ToHaveTextAsync("1");

        await site.CommentAsync(story, "تعليق جاء بعد", "later@example.org");
        await page.Clock.FastForwardAsync(31_000);

        await Assertions.Expect(held).ToHaveTextAsync("2");
        await Assertions.Expect(page.Locator(".item")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task On_a_phone_without_script_comments_are_cleared_from_the_list_and_one_by_one()
    {
        await HeldAsync(5);
        var page = await browser.OpenAsync(site, "/admin/comments", width: 390, script: false, by: moderator);

        await page.Locator(".item").First.GetByRole(AriaRole.Button, new() { Name = "نشر" }).ClickAsync();
        await Assertions.Expect(page.Locator(".chosen__text")).ToHaveTextAsync("تعليق 2");
        Assert.True((await page.Locator("[data-key=a]").BoundingBoxAsync())!.Height >= 44);
        await page.Locator("[data-key=a]").ClickAsync();
        await page.Locator("#told button").ClickAsync();
        await Assertions.Expect(page.Locator(".chosen__text")).ToHaveTextAsync("تعليق 2");
        await page.Locator(".decide__more").First.Locator("summary").ClickAsync();
        await page.Locator(".decide__rules button[value='8']").ClickAsync();
        await Assertions.Expect(page.Locator("#told p")).ToHaveTextAsync("رُفض. التالي 1 من 3");
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await page.Locator("[data-key=a]").ClickAsync();
        }

        await Assertions.Expect(page.Locator(".empty")).ToHaveTextAsync("لا تعليق موقوفًا ينتظر.");
        Assert.Equal(4, await site.InStoreAsync(db => db.Comments.CountAsync(c => c.State == CommentState.Posted)));
    }

    /// <summary>After an act a screen reader starts at the next comment: the browser takes the focus there in the page's first frame, keys pressed before it or not.</summary>
    private static async Task ReadsAsync(IPage page, string comment, string? told = null)
    {
        await Assertions.Expect(page.Locator("[data-moderation=ready] .chosen__text")).ToHaveTextAsync(comment);
        await Assertions.Expect(page.Locator("#chosen")).ToBeFocusedAsync();
        if (told is not null)
        {
            await Assertions.Expect(page.Locator("#told p")).ToHaveTextAsync(told);
        }
    }

    private async Task HeldAsync(int count)
    {
        foreach (var n in Enumerable.Range(1, count))
        {
            await site.CommentAsync(story, $"تعليق {n}", $"w{n}@example.org");
        }
    }
}
