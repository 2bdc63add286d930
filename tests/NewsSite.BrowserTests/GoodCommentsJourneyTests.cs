using Microsoft.Playwright;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Tests.Support;

namespace NewsSite.BrowserTests;

/// <summary>The good ones rise: votes, pins and picks, badges, and word of new comments.</summary>
public sealed class GoodCommentsJourneyTests : IAsyncLifetime
{
    private TestSite site = null!;
    private Browser browser = null!;
    private SignedIn editor = null!;
    private int story;
    private string address = "";

    public async ValueTask InitializeAsync()
    {
        browser = await Browser.StartAsync();
        (site, story, address) = await Commented.WithStoryAsync();
        editor = await site.SignInAsync(Role.Editor);
    }

    public async ValueTask DisposeAsync()
    {
        editor.Dispose();
        await browser.DisposeAsync();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_vote_is_cast_and_taken_back_in_place_and_this_browser_remembers_it()
    {
        var comment = await site.CommentAsync(story, name: "سلمى");
        var page = await browser.OpenAsync(site, address);
        var button = page.GetByRole(AriaRole.Button, new() { Name = "مفيد" });
        await Assertions.Expect(button).ToHaveAccessibleDescriptionAsync("تعليق سلمى");

        await button.ClickAsync();
        await Assertions.Expect(button).ToHaveTextAsync("مفيد 1");
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(button).ToBeFocusedAsync();
        Assert.EndsWith(address, page.Url, StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        await page.ReloadAsync();
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
        await button.ClickAsync();

        await Assertions.Expect(button).ToHaveAttributeAsync("aria-pressed", "false");
        await Assertions.Expect(button).ToHaveTextAsync("مفيد");
        Assert.Equal(0, (await site.FoundCommentAsync(comment)).Useful);
    }

    [Fact]
    public async Task Without_script_a_vote_leads_back_to_the_comment_and_a_second_one_offers_to_take_it_back()
    {
        var comment = await site.CommentAsync(story);
        // What changes within a second of another change is shown at its end.
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        var page = await browser.OpenAsync(site, address, script: false);
        var button = page.GetByRole(AriaRole.Button, new() { Name = "مفيد" });

        await button.ClickAsync();
        await Assertions.Expect(button).ToHaveTextAsync("مفيد 1");
        Assert.EndsWith($"#comment-{comment}", page.Url, StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        await button.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("سُجّل من قبل");
        await page.GetByRole(AriaRole.Button, new() { Name = "تراجع عن ذلك" }).ClickAsync();

        await Assertions.Expect(button).ToHaveTextAsync("مفيد");
        Assert.Equal(0, (await site.FoundCommentAsync(comment)).Useful);
    }

    [Fact]
    public async Task A_vote_that_is_refused_says_why_beside_the_button()
    {
        await site.CommentAsync(story);
        var page = await browser.OpenAsync(site, address);
        await site.LevelAsync(CommentLevel.Closed);

        await page.GetByRole(AriaRole.Button, new() { Name = "مفيد" }).ClickAsync();

        await Assertions.Expect(page.Locator(".useful__said[role=status]")).ToContainTextAsync("أُغلق باب التعليق");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_editor_picks_and_pins_in_the_queue_and_the_reader_finds_it_in_the_story(bool script)
    {
        var comment = await site.CommentAsync(story, "شهادة من عمل في المصنع عشرين عامًا", name: "سلمى");
        var desk = await browser.OpenAsync(site, $"/admin/comments?comment={comment}", script: script, by: editor);

        await desk.GetByRole(AriaRole.Button, new() { Name = "تثبيت فوق التعليقات" }).ClickAsync();
        await Assertions.Expect(desk.Locator("#honour-wrong")).ToContainTextAsync("اكتب سبب التثبيت");
        await desk.GetByLabel("السبب، ويقرؤه القراء").FillAsync("شاهد على ما جرى");
        await desk.GetByRole(AriaRole.Button, new() { Name = "تثبيت فوق التعليقات" }).ClickAsync();
        await Assertions.Expect(desk.Locator("#told")).ToContainTextAsync("ثُبّت فوق التعليقات");
        await desk.GetByRole(AriaRole.Button, new() { Name = "اختيار المحرر: يظهر في المقال" }).ClickAsync();
        var page = await browser.OpenAsync(site, address, script: script);

        await Assertions.Expect(page.Locator(".pinned figcaption")).ToHaveTextAsync("مثبّت شاهد على ما جرى");
        await Assertions.Expect(page.GetByRole(AriaRole.Figure, new() { Name = "اختيار المحرر" })).ToContainTextAsync("شهادة من عمل في المصنع");
        await page.Locator(".pick a").ClickAsync();
        Assert.EndsWith($"#comment-{comment}", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bar_tells_of_new_comments_moves_nothing_and_leads_to_the_first_of_them()
    {
        await site.CommentAsync(story, "التعليق الأول");
        var page = await browser.OpenAsync(site, address);
        await page.Clock.InstallAsync();
        await page.ReloadAsync();
        await page.Locator("#comments").ScrollIntoViewIfNeededAsync();
        var before = await PlacesAsync(page);
        var bar = page.Locator("[data-fresh]");

        await page.Clock.FastForwardAsync(31_000);
        await Assertions.Expect(bar).ToBeEmptyAsync();
        var first = await site.CommentAsync(story, "وصل الآن");
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        await page.Clock.FastForwardAsync(31_000);
        await Assertions.Expect(bar).ToHaveTextAsync("تعليق جديد");
        Assert.Equal(before, await PlacesAsync(page));
        await site.CommentAsync(story, "ثم هذا", "b@example.org");
        await site.CommentAsync(story, "ثم ذاك", "c@example.org");
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        await page.Clock.FastForwardAsync(31_000);

        await Assertions.Expect(bar).ToHaveTextAsync("3 تعليقات جديدة");
        await Assertions.Expect(bar).ToHaveAttributeAsync("aria-live", "off");
        await bar.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.Locator($"#comment-{first}")).ToBeInViewportAsync();
        Assert.EndsWith($"#comment-{first}", page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task Marks_votes_quotes_and_the_bar_have_no_fault_of_accessibility_and_scroll_nowhere_sideways(ColorScheme scheme, int width)
    {
        var comment = await site.CommentAsync(story, "رأي من أهل المهنة", name: "سلمى");
        using var staff = await editor.PostAsync($"/comments/new?article={story}", ("Input.Name", "x"), ("Input.Email", "e@example.org"), ("Input.Body", "توضيح من التحرير"), ("Input.ParentId", $"{comment}"), ("Input.AsStaff", "true"));
        foreach (var kind in Enum.GetValues<HonourKind>())
        {
            using var given = await editor.PostAsync("/admin/comments?handler=Honour", ("Input.Comment", $"{comment}"), ("Honour.Kind", $"{kind}"), ("Honour.Why", "سبب يقرؤه القراء"));
        }
        var page = await browser.OpenAsync(site, address, width, scheme: scheme);
        await page.Clock.InstallAsync();
        await page.ReloadAsync();
        await page.Locator("button.useful").First.ClickAsync();
        await Assertions.Expect(page.Locator("button.useful").First).ToHaveAttributeAsync("aria-pressed", "true");
        await site.CommentAsync(story, "وصل الآن", "late@example.org");
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        await page.Clock.FastForwardAsync(31_000);
        await Assertions.Expect(page.Locator(".fresh a")).ToBeVisibleAsync();
        List<string> faults = [.. await Accessibility.FaultsAsync(page, "story")];

        faults.AddRange(await Accessibility.FaultsAsync(await browser.OpenAsync(site, $"/comments/thread?article={story}&sort=useful", width, scheme: scheme), "useful"));
        faults.AddRange(await Accessibility.FaultsAsync(await browser.OpenAsync(site, address, width, scheme: scheme, by: editor), "signed in"));
        faults.AddRange(await Accessibility.FaultsAsync(await browser.OpenAsync(site, $"/admin/comments?comment={comment}", width, scheme: scheme, by: editor), "queue"));

        Accessibility.NoneOf(faults);
    }

    private static Task<double[]> PlacesAsync(IPage page) =>
        page.EvaluateAsync<double[]>("[scrollY, document.documentElement.scrollHeight, ...[...document.querySelectorAll('.comment, .leave')].map(one => one.getBoundingClientRect().top)]");
}
