using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Newsroom;

public sealed class BadInputTests : IAsyncLifetime
{
    private TestSite site = null!;
    private SignedIn editor = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.EmptyAsync();
        await site.SectionAsync();
        editor = await site.SignInAsync(Role.Editor);
    }

    public ValueTask DisposeAsync()
    {
        editor.Dispose();
        return site.DisposeAsync();
    }

    [Theory]
    [InlineData("Headline", 10_000)]
    [InlineData("Standfirst", 2_000)]
    [InlineData("Markdown", 3_000_000)]
    public async Task What_is_too_long_comes_back_whole_with_a_sentence_at_its_field(string field, int length)
    {
        var typed = string.Concat(Enumerable.Repeat("كلمة ", length / 5));

        using var answer = await editor.PressAsync("Save", null, 0, (field, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var control = (await Reading.ParseAsync(answer)).QuerySelector($"[name='Input.{field}']")!;
        Assert.Equal(typed, control.TextContent);
        Assert.Equal("true", control.GetAttribute("aria-invalid"));
        Assert.True(control.HasAttribute("autofocus"));
        Assert.Equal($"Input_{field}-error", control.GetAttribute("aria-describedby"));
    }

    [Theory]
    [InlineData("\u0001\u0002\u200F")]
    [InlineData("،")]
    [InlineData("ــــ")]
    [InlineData("!!!")]
    public async Task A_tag_without_a_letter_makes_no_tag(string tag)
    {
        using var answer = await editor.PressAsync("Save", null, 0, ("Tags", $"موانئ، {tag}"));

        Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Found, $"{answer.StatusCode}");
        Assert.DoesNotContain(await site.InStoreAsync(db => db.Tags.Select(one => one.Name).ToListAsync()), name => !name.Any(char.IsLetterOrDigit));
    }

    [Theory]
    [InlineData("PublishAt", "not a time")]
    [InlineData("EmbargoUntil", "2026-02-31T10:00")]
    [InlineData("BreakingUntil", "99999999999")]
    public async Task A_time_that_is_none_comes_back_as_it_was_typed(string field, string typed)
    {
        using var answer = await editor.PressAsync("Publish", null, 0, (field, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var control = (await Reading.ParseAsync(answer)).QuerySelector($"[name='Input.{field}']")!;
        Assert.Equal((typed, "true"), (control.GetAttribute("value"), control.GetAttribute("aria-invalid")));
    }

    [Fact]
    public async Task A_full_disk_while_a_picture_comes_with_the_form_is_said_and_the_text_comes_back()
    {
        await using var disk = SmallDisk.TryMount(Path.Combine(site.Database.Settings.DataFolder, "media"));
        Assert.SkipWhen(disk is null, "Only root on Linux can mount a disk that is too small; the full disk was not tried.");

        using var answer = await editor.UploadAsync("/admin/articles/new?handler=Save", "Input.Upload", "ميناء.png", Pictures.Large(), ("BasedOn", "0"), ("Input.Headline", "من الميناء"), ("Input.Markdown", "نص لا يضيع"));
        var page = await Reading.ParseAsync(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("لم يبقَ مكان", page.Body!.Seen(), StringComparison.Ordinal);
        Assert.Equal("نص لا يضيع", page.QuerySelector("[name='Input.Markdown']")!.Seen());
        Assert.Empty(Directory.GetFiles(Path.Combine(site.Database.Settings.DataFolder, "media")));
        Assert.Equal(0, await site.InStoreAsync(db => db.Pictures.CountAsync()));
    }

    [Fact]
    public async Task Override_characters_and_NUL_are_taken_out_of_a_headline()
    {
        var number = await editor.WriteAsync(("Headline", "قبل \u202Eقلب\u202C بعد\u0000"));

        Assert.Equal("قبل قلب بعد", (await site.StoryAsync(number)).Headline);
    }

    [Fact]
    public async Task What_was_typed_while_the_sign_in_ended_is_sent_again_behind_it()
    {
        var account = await site.AccountAsync();
        await editor.WriteAsync();
        await site.InStoreAsync(db => db.SignIns.ExecuteDeleteAsync());

        using var refused = await editor.PressAsync("Save", null, 0, ("Headline", "كتبته قبل الانقطاع"), ("Markdown", "سطر\n\nوسطر"));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        using var browser = site.NewClient();
        var token = await TokenAsync(browser);
        var kept = Fields(await Reading.ParseAsync(refused));
        using var signedIn = await browser.PostAsync("/account/sign-in", Form([.. kept.Where(one => one.Name.StartsWith("Kept", StringComparison.Ordinal)),
            ("Input.Email", account.Email!), ("Input.Password", SigningIn.Password), ("__RequestVerificationToken", token)]));

        var page = await Reading.ParseAsync(signedIn);
        var form = page.QuerySelector("main form")!;
        Assert.Equal("/admin/articles/new?handler=Save", form.GetAttribute("action"));
        browser.DefaultRequestHeaders.Remove("Cookie");
        browser.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Append(signedIn.Headers.GetValues("Set-Cookie").First(one => one.StartsWith("NewsSite.SignIn", StringComparison.Ordinal)).Split(';')[0])));
        using var saved = await browser.PostAsync(form.GetAttribute("action"), Form(Fields(page)));

        var story = await site.StoryAsync(StoryForm.NumberIn(saved));
        Assert.Equal(("كتبته قبل الانقطاع", "سطر\n\nوسطر"), (story.Headline, story.Markdown));
    }

    [Fact]
    public async Task A_form_kept_for_elsewhere_than_the_newsroom_is_not_sent_on()
    {
        var account = await site.AccountAsync();
        using var browser = site.NewClient();
        var token = await TokenAsync(browser);

        using var answer = await browser.PostAsync("/account/sign-in", Form([("KeptPath", "https://evil.example/admin/"), ("Kept.a", "b"), ("Input.Email", account.Email!), ("Input.Password", SigningIn.Password), ("__RequestVerificationToken", token)]));

        Assert.Equal("/admin", answer.Headers.Location?.ToString());
    }

    private readonly List<string> cookies = [];

    private async Task<string> TokenAsync(HttpClient browser)
    {
        using var start = await browser.GetAsync("/account/sign-in");
        cookies.Add(start.Headers.GetValues("Set-Cookie").First(one => one.StartsWith("NewsSite.Form", StringComparison.Ordinal)).Split(';')[0]);
        browser.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", cookies[0]);
        browser.DefaultRequestHeaders.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        return (await Reading.ParseAsync(start)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    private static List<(string Name, string Value)> Fields(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("main form textarea[name], main form input[name]").Select(one => (one.GetAttribute("name")!, one is IHtmlTextAreaElement area ? area.TextContent : one.GetAttribute("value") ?? ""))];

    private static MultipartFormDataContent Form(IEnumerable<(string Name, string Value)> fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }
        return content;
    }
}
