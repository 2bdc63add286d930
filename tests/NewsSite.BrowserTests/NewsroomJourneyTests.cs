using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Tests.Support;
using NewsSite.Web.Accounts;
using SigningIn = NewsSite.Tests.Support.SigningIn;

namespace NewsSite.BrowserTests;

/// <summary>A day in the newsroom, as those who work there live it.</summary>
public sealed class NewsroomJourneyTests : IAsyncLifetime
{
    private TestSite site = null!;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        browser = await Browser.StartAsync();
        site = await TestSite.EmptyAsync();
        await site.SectionAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task From_the_set_up_link_to_a_published_story_with_a_picture_by_keyboard_alone()
    {
        // The browser lives in real time, and drops a sign-in that has long expired there.
        site.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        var page = await browser.OpenAsync(site, site.Services.GetRequiredService<SetUpLink>().Make());
        await page.FocusAsync("[name='Input.Name']");
        foreach (var typed in new[] { "ليلى حدّاد", "laila@example.org", SigningIn.Password })
        {
            await page.Keyboard.InsertTextAsync(typed);
            await page.Keyboard.PressAsync("Tab");
        }
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/admin");

        await page.FocusAsync("a[href='/admin/articles/new']");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/admin/articles/new");
        await page.FocusAsync("[name='Input.Headline']");
        await page.Keyboard.InsertTextAsync("أول خبر");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.InsertTextAsync("مقدمة الخبر");
        await page.FocusAsync("[name='Input.Markdown']");
        await page.Keyboard.InsertTextAsync("نص الخبر");
        await page.SetInputFilesAsync("#Input_Upload", new FilePayload { Name = "ميناء.jpg", MimeType = "image/jpeg", Buffer = Pictures.Jpeg(700, 500) });
        await Assertions.Expect(page.Locator(".panel__picture")).ToBeVisibleAsync();
        foreach (var (field, typed) in new[] { ("PictureText", "رصيف الميناء عند الفجر"), ("PictureCredit", "تصوير: ليلى") })
        {
            await page.FocusAsync($"[name='Input.{field}']");
            await page.Keyboard.InsertTextAsync(typed);
        }
        await page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(page.Locator(".notice--good")).ToHaveTextAsync("نُشرت المادة.");
        Assert.Contains("أول خبر", (await site.OpenAsync("/")).Headlines());
        var number = await site.InStoreAsync(db => db.Articles.Select(a => a.Id).SingleAsync());
        Assert.Equal("رصيف الميناء عند الفجر", (await site.OpenAsync(await site.AddressOfAsync(number))).QuerySelector("article figure img")!.GetAttribute("alt"));
    }

    [Fact]
    public async Task A_second_factor_is_set_up_and_asked_for_at_the_next_sign_in()
    {
        site.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        var user = await site.AccountAsync();
        var page = await browser.OpenAsync(site, "/account/sign-in");
        await SignInAsync();
        await page.WaitForURLAsync("**/admin");
        await page.GotoAsync("/account/second-factor/set-up");
        var key = await page.Locator(".steps code").InnerTextAsync();
        await page.FillAsync("[name='Input.Code']", DeviceCode.Now(key));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".codes li")).ToHaveCountAsync(10);
        await page.ClickAsync("form[action='/account/sign-out'] button");

        await page.GotoAsync("/account/sign-in");
        await SignInAsync();
        await page.FillAsync("[name='Input.Code']", DeviceCode.Now(key));
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync("**/admin");

        async Task SignInAsync()
        {
            await page.FillAsync("[name='Input.Email']", user.Email!);
            await page.FillAsync("[name='Input.Password']", SigningIn.Password);
            await page.Keyboard.PressAsync("Enter");
        }
    }

    [Fact]
    public async Task Pictures_are_uploaded_many_at_once_and_cut_around_the_point_that_was_pressed()
    {
        using var editor = await site.SignInAsync(Role.Editor);
        var page = await browser.OpenAsync(site, "/admin/media", by: editor);
        await page.SetInputFilesAsync("#files", [Picture("ميناء.jpg", 700), Picture("سوق.jpg", 720)]);
        await page.ClickAsync("form:has(#files) button");
        await Assertions.Expect(page.Locator("a[href^='/admin/media/'] img")).ToHaveCountAsync(2);

        await page.Locator("a[href^='/admin/media/']:has(img)").First.ClickAsync();
        var picture = page.Locator("input[type=image]");
        var box = (await picture.BoundingBoxAsync())!;
        await picture.ClickAsync(new() { Position = new() { X = box.Width / 4, Y = box.Height / 2 } });

        await Assertions.Expect(page.Locator("[name='Input.FocalX']")).ToHaveValueAsync("25");
        var cut = await site.InStoreAsync(db => db.Pictures.SingleAsync(one => one.FocalX != .5));
        Assert.Equal((.25, .5), (Math.Round(cut.FocalX, 2), Math.Round(cut.FocalY, 2)));

        static FilePayload Picture(string name, int width) => new() { Name = name, MimeType = "image/jpeg", Buffer = Pictures.Jpeg(width, 500) };
    }

    [Fact]
    public async Task What_is_typed_is_saved_by_itself_and_shown_beside_the_text()
    {
        using var editor = await site.SignInAsync(Role.Editor);
        var page = await browser.OpenAsync(site, "/admin/articles/new", width: 1400, by: editor);

        await page.FillAsync("[name='Input.Headline']", "يُحفظ وحده");
        await page.FillAsync("[name='Input.Markdown']", "فقرة **غامقة**");

        await Assertions.Expect(page.FrameLocator("[data-preview-frame]").Locator("h1")).ToHaveTextAsync("يُحفظ وحده");
        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("حُفظ تلقائيًا", new() { Timeout = 15_000 });
        await page.WaitForURLAsync("**/admin/articles/*1");
        Assert.Equal("يُحفظ وحده", await site.InStoreAsync(db => db.Articles.Select(a => a.Headline).SingleAsync()));
    }

    [Fact]
    public async Task A_story_sent_while_it_is_being_saved_by_itself_is_begun_once()
    {
        using var editor = await site.SignInAsync(Role.Editor);
        var page = await browser.OpenAsync(site, "/admin/articles/new", by: editor);
        var (asked, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync("**/*handler=Autosave", async route =>
        {
            asked.TrySetResult();
            await go.Task;
            await route.ContinueAsync();
        });
        await page.FillAsync("[name='Input.Headline']", "مرة واحدة");
        await page.FillAsync("[name='Input.Markdown']", "نص");
        await asked.Task;
        await page.Keyboard.PressAsync("Control+Enter");
        go.SetResult();

        await Assertions.Expect(page.Locator(".notice--good")).ToHaveTextAsync("نُشرت المادة.");
        Assert.Equal(["مرة واحدة"], await site.InStoreAsync(db => db.Articles.Select(a => a.Headline).ToListAsync()));
    }

    [Fact]
    public async Task Two_editors_in_one_paragraph_end_with_both_their_words()
    {
        using var one = await site.SignInAsync(Role.Editor);
        using var other = await site.SignInAsync(Role.Editor);
        var number = await one.WriteAsync(("Markdown", "قال الوزير إن المفاوضات تبدأ غدًا في المدينة."));
        var mine = await browser.OpenAsync(site, $"/admin/articles/{number}", by: one);
        var theirs = await browser.OpenAsync(site, $"/admin/articles/{number}", by: other);

        await mine.FillAsync("[name='Input.Markdown']", "قال الرئيس إن المفاوضات تبدأ غدًا في المدينة.");
        await mine.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(mine.Locator("[data-saved][data-state=saved]")).ToBeVisibleAsync();
        await theirs.FillAsync("[name='Input.Markdown']", "قال الوزير إن المفاوضات تبدأ غدًا في العاصمة.");
        await theirs.Keyboard.PressAsync("Control+s");

        await Assertions.Expect(theirs.Locator("[name='Input.Markdown']")).ToHaveValueAsync("قال الرئيس إن المفاوضات تبدأ غدًا في العاصمة.");
        Assert.Equal("قال الرئيس إن المفاوضات تبدأ غدًا في العاصمة.", (await site.StoryAsync(number)).Markdown);
    }

    [Fact]
    public async Task On_a_phone_a_reporter_writes_adds_a_picture_and_hands_in()
    {
        using var reporter = await site.SignInAsync(Role.Reporter);
        var page = await browser.OpenAsync(site, "/admin/articles/new", width: 390, by: reporter);
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));

        await page.FillAsync("[name='Input.Headline']", "من الهاتف");
        await page.FillAsync("[name='Input.Markdown']", "نص من الميدان");
        await page.SetInputFilesAsync("#Input_Upload", new FilePayload { Name = "ميناء.jpg", MimeType = "image/jpeg", Buffer = Pictures.Jpeg() });
        await Assertions.Expect(page.Locator(".panel__picture")).ToBeVisibleAsync();
        await page.FillAsync("[name='Input.PictureText']", "رصيف الميناء عند الفجر");
        await page.FillAsync("[name='Input.PictureCredit']", "تصوير: ريتا");
        await page.ClickAsync("[data-publish]");

        await Assertions.Expect(page.Locator(".status").First).ToHaveTextAsync("قيد المراجعة");
        var story = await site.InStoreAsync(db => db.Articles.Include(a => a.Picture).SingleAsync());
        Assert.Equal((ArticleStatus.InReview, "رصيف الميناء عند الفجر"), (story.Status, story.PictureText));
        Assert.NotNull(story.Picture);
    }

    [Fact]
    public async Task Pasted_from_a_page_a_text_arrives_as_it_would_have_been_typed()
    {
        using var editor = await site.SignInAsync(Role.Editor);
        var page = await browser.OpenAsync(site, "/admin/articles/new", by: editor);
        await page.FocusAsync("[name='Input.Markdown']");

        await page.EvaluateAsync("""
            () => {
              const data = new DataTransfer();
              data.setData("text/html", "<h2>عنوان</h2><p>فقرة <b>مهمة</b> <script>x</script></p>");
              data.setData("text/plain", "عنوان فقرة مهمة");
              document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);

        await Assertions.Expect(page.Locator("[name='Input.Markdown']")).ToHaveValueAsync("## عنوان\n\nفقرة **مهمة**");
    }

    [Fact]
    public async Task A_text_typed_without_network_waits_on_the_device_and_is_offered_on_return()
    {
        using var editor = await site.SignInAsync(Role.Editor);
        var number = await editor.WriteAsync(("Headline", "مادة"), ("Markdown", "قبل الانقطاع"));
        var page = await browser.OpenAsync(site, $"/admin/articles/{number}", by: editor);
        await page.Context.SetOfflineAsync(true);
        await page.FillAsync("[name='Input.Markdown']", "كُتبت بلا شبكة");
        await Assertions.Expect(page.Locator("[data-saved][data-state=bad]")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await page.CloseAsync();

        var again = await page.Context.NewPageAsync();
        await page.Context.SetOfflineAsync(false);
        await again.GotoAsync($"/admin/articles/{number}");
        await Assertions.Expect(again.Locator("[name='Input.Markdown']")).ToHaveValueAsync("قبل الانقطاع");
        await again.ClickAsync("[data-copy-use]");

        await Assertions.Expect(again.Locator("[name='Input.Markdown']")).ToHaveValueAsync("كُتبت بلا شبكة");
        await Assertions.Expect(again.Locator("[data-saved][data-state=saved]")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        Assert.Equal("كُتبت بلا شبكة", (await site.StoryAsync(number)).Markdown);
        await again.ReloadAsync();
        await Assertions.Expect(again.Locator("[data-copy-notice]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Without_script_a_story_is_written_scheduled_published_and_withdrawn()
    {
        using var editor = await site.SignInAsync(Role.Editor);
        var page = await browser.OpenAsync(site, "/admin/articles/new", script: false, by: editor);
        await page.FillAsync("[name='Input.Headline']", "بلا برمجة");
        await page.FillAsync("[name='Input.Markdown']", "نص");
        await page.FillAsync("[name='Input.PublishAt']", "2026-03-11T08:00");
        await page.ClickAsync("[data-publish]");
        await Assertions.Expect(page.Locator(".status").First).ToHaveTextAsync("مجدولة");

        site.Clock.Advance(TimeSpan.FromDays(1));
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".status").First).ToHaveTextAsync("منشورة");
        await page.FillAsync("[name='Input.Reason']", "سُحبت للتجربة");
        await page.ClickAsync(".button--bad");

        await Assertions.Expect(page.Locator(".status").First).ToHaveTextAsync("مسحوبة");
    }
}
