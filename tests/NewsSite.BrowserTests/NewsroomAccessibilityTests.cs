using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsSite.Accounts;
using NewsSite.Tests.Support;

namespace NewsSite.BrowserTests;

public sealed class NewsroomAccessibilityTests : IAsyncLifetime
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
        var story = await site.InStoreAsync(async db => (await db.Articles.FirstAsync(a => a.Status == NewsSite.Articles.ArticleStatus.Published)).Id);
        await site.CommentAsync(story, "هذا حمار لا يفهم\n\nفقرة ثانية", parent: await site.CommentAsync(story, "ما يُرد عليه", "other@example.org"));
        var refused = await site.CommentAsync(story, "تعليق مرفوض", "third@example.org");
        await editor.DecideAsync("Reject", refused, await site.SeenAsync(refused), ("Rule", "8"), ("Why", "سبب"));
        await site.AppealAsync(refused);
        await site.FlagAsync(await site.CommentAsync(story, "تعليق أبلغ عنه", "fifth@example.org"), NewsSite.Comments.PostingRules.PostingRule.Spam, "203.0.113.1");
        var weighed = await site.CommentAsync(story, "الكاتب عقله فاضي وما عنده ضمير، يروح يبيع بصل أحسن له من الكتابة", "fourth@example.org");
        string[] pages =
        [
            "/admin", "/admin/articles", "/admin/articles/new", $"/admin/articles/{number}", $"/admin/articles/{number}/revisions", $"/admin/preview/{number}",
            "/admin/media", $"/admin/media/{picture}", "/admin/sections", $"/admin/sections/{section}", "/admin/tags", $"/admin/tags/{tag}", "/admin/authors", $"/admin/authors/{author}",
            "/admin/pages", "/admin/pages/ar/about", "/admin/redirects", "/admin/missed", "/admin/users", "/admin/users/new", $"/admin/users/{editor.Member.Id}",
            "/admin/comments/levels?story=1", "/admin/comments/bans", "/admin/comments/log", "/admin/comments/try", "/admin/comments/terms", "/admin/comments/term", "/admin/comments/terms/import",
            "/admin/settings", "/admin/settings/rules", "/admin/settings/announcements", "/admin/log", "/admin/demo", "/account", "/account/second-factor/set-up",
            "/admin/comments", $"/admin/comments?tab=Removed&comment={refused}&ask=true", $"/admin/comments?comment={weighed}", "/admin/comments?tab=Appeals", "/admin/comments?tab=Reported",
        ];
        var page = await browser.OpenAsync(site, "/account", width, scheme: scheme, by: editor);
        await page.Context.AddCookiesAsync([new() { Name = "NewsSite.Language", Value = language, Url = site.Address.ToString() }]);
        List<string> faults = [];
        foreach (var path in pages.Where((path, place) => place % 2 == (language == "ar" ? 0 : 1) || path.StartsWith("/admin/articles/", StringComparison.Ordinal) || path.StartsWith("/admin/comments", StringComparison.Ordinal)))
        {
            await page.GotoAsync(path);
            if (await page.Locator("[data-preview-frame]").IsVisibleAsync())
            {
                await Assertions.Expect(page.FrameLocator("[data-preview-frame]").Locator("h1")).ToBeVisibleAsync();
            }
            faults.AddRange(await Accessibility.FaultsAsync(page, path));
        }
        Accessibility.NoneOf(faults);
    }
}
