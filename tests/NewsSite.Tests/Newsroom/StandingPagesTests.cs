using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Media;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Newsroom;

public sealed class StandingPagesTests : IAsyncLifetime
{
    private const string About = "/admin/pages/ar/about";

    private TestSite site = null!;
    private SignedIn editor = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.WithDemoAsync();
        editor = await site.SignInAsync(Role.Editor);
    }

    public async ValueTask DisposeAsync()
    {
        editor.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task What_an_editor_saves_readers_see_at_the_next_request()
    {
        Assert.DoesNotContain("نكتب بالعربية أولًا", (await site.OpenAsync("/about")).Body!.Seen(), StringComparison.Ordinal);

        using var answer = await editor.PostAsync(About, ("Input.Title", "عن الصحيفة"), ("Input.Markdown", "نكتب **بالعربية** أولًا."), ("Input.Since", await SinceAsync()));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await site.OpenAsync("/about");
        Assert.Equal("عن الصحيفة", page.QuerySelector("h1")!.Seen());
        Assert.Equal("بالعربية", page.QuerySelector(".prose strong")!.Seen());
        Assert.Equal(["page.written: عن الصحيفة /about"], await LoggedAsync());
    }

    [Fact]
    public async Task A_page_that_nobody_has_written_is_there_for_readers_once_it_is()
    {
        await site.InStoreAsync(db => db.StandingPages.Where(page => page.Language == "fr" && page.Name == "imprint").ExecuteDeleteAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/fr/imprint")).StatusCode);

        await editor.PostAsync("/admin/pages/fr/imprint", ("Input.Title", "Mentions légales"), ("Input.Markdown", "Rédaction."), ("Input.Since", ""));

        Assert.Equal("Mentions légales", (await site.OpenAsync("/fr/imprint")).QuerySelector("h1")!.Seen());
    }

    [Fact]
    public async Task A_preview_shows_the_text_and_keeps_nothing()
    {
        using var answer = await editor.PostAsync($"{About}?handler=Preview", ("Input.Title", "عن"), ("Input.Markdown", "## فصل\n\n<script>alert(1)</script>نص"), ("Input.Since", await SinceAsync()));

        var page = await Reading.ParseAsync(answer);
        Assert.Equal("فصل", page.QuerySelector(".prose h2")!.Seen());
        Assert.Null(page.QuerySelector(".prose script"));
        Assert.Empty(await LoggedAsync());
    }

    [Fact]
    public async Task A_form_in_error_comes_back_with_what_was_typed_and_a_sentence_at_the_field()
    {
        using var answer = await editor.PostAsync(About, ("Input.Title", "  "), ("Input.Markdown", "نص لم يضع"), ("Input.Since", await SinceAsync()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Reading.ParseAsync(answer);
        Assert.Equal("true", page.QuerySelector("#Input_Title")!.GetAttribute("aria-invalid"));
        Assert.Equal("نص لم يضع", page.QuerySelector("#Input_Markdown")!.Seen());
    }

    [Theory]
    [InlineData("/admin/pages/fr/imprint")]
    [InlineData("/admin/pages/ar/about")]
    public async Task Of_two_who_save_in_the_same_moment_the_second_is_told(string path)
    {
        await site.InStoreAsync(db => db.StandingPages.Where(page => page.Language == "fr" && page.Name == "imprint").ExecuteDeleteAsync());
        using var other = await site.SignInAsync(Role.Editor);
        var since = path.EndsWith("about", StringComparison.Ordinal) ? await SinceAsync() : "";
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        // Both have their page's token before the store is held.
        (await editor.PostAsync($"{path}?handler=Preview", ("Input.Title", "x"), ("Input.Markdown", "x"))).Dispose();
        (await other.PostAsync($"{path}?handler=Preview", ("Input.Title", "x"), ("Input.Markdown", "x"))).Dispose();
        var hold = site.HoldQueries("\"StandingPages\"");
        var late = editor.PostAsync(path, ("Input.Title", "المتأخر"), ("Input.Markdown", "نص المتأخر"), ("Input.Since", since));
        await hold.Reached;
        using var first = await other.PostAsync(path, ("Input.Title", "السابق"), ("Input.Markdown", "نص السابق"), ("Input.Since", since));
        hold.Release();

        using var second = await late;

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (first.StatusCode, second.StatusCode));
        var page = await Reading.ParseAsync(second);
        Assert.Equal(("نص السابق", "نص المتأخر"), (page.QuerySelector("pre")!.Seen(), page.QuerySelector("#Input_Markdown")!.Seen()));
    }

    [Fact]
    public async Task Who_saves_second_is_told_and_only_then_may_put_the_own_text_in_place()
    {
        var since = await SinceAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await editor.PostAsync(About, ("Input.Title", "الأول"), ("Input.Markdown", "نص الأول"), ("Input.Since", since));

        using var second = await editor.PostAsync(About, ("Input.Title", "الثاني"), ("Input.Markdown", "نص الثاني"), ("Input.Since", since));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        var page = await Reading.ParseAsync(second);
        Assert.Equal("نص الأول", page.QuerySelector("pre")!.Seen());
        Assert.Equal("الأول", (await site.OpenAsync("/about")).QuerySelector("h1")!.Seen());
        await editor.PostAsync(About, ("Input.Title", "الثاني"), ("Input.Markdown", "نص الثاني"), ("Input.Since", page.QuerySelector("[name='Input.Since']")!.GetAttribute("value")!));
        Assert.Equal("الثاني", (await site.OpenAsync("/about")).QuerySelector("h1")!.Seen());
    }

    [Fact]
    public async Task Removing_is_asked_once_and_then_readers_find_nothing()
    {
        await site.OpenAsync("/about");

        using var unsure = await editor.PostAsync($"{About}?handler=Remove");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.StatusCode);
        await editor.PostAsync($"{About}?handler=Remove", ("Input.Sure", "true"));

        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/about")).StatusCode);
        Assert.StartsWith("page.removed", Assert.Single(await LoggedAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_editor_has_rewritten_stays_when_the_demo_goes()
    {
        await editor.PostAsync(About, ("Input.Title", "لنا"), ("Input.Markdown", "نصنا"), ("Input.Since", await SinceAsync()));

        await site.InStoreAsync(db => new DemoContent(db, (MediaFolder)site.Services.GetService(typeof(MediaFolder))!, site.Clock).RemoveAsync(CancellationToken.None));

        Assert.Equal("لنا", (await site.OpenAsync("/about")).QuerySelector("h1")!.Seen());
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/contact")).StatusCode);
    }

    [Theory]
    [InlineData("/admin/pages/ar/rules")]
    [InlineData("/admin/pages/de/about")]
    public async Task There_is_no_page_but_the_four_in_the_editions(string path)
    {
        using var answer = await editor.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_reporter_may_not_touch_them()
    {
        using var reporter = await site.SignInAsync(Role.Reporter);

        foreach (var path in new[] { "/admin/pages", About })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await reporter.GetAsync(path)).StatusCode);
        }
        using var answer = await reporter.PostAsync(About, ("Input.Title", "x"), ("Input.Markdown", "x"), ("Input.Since", await SinceAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(await LoggedAsync());
    }

    private async Task<string> SinceAsync() => (await editor.OpenAsync(About)).QuerySelector("[name='Input.Since']")!.GetAttribute("value")!;

    private Task<List<string>> LoggedAsync() => site.InStoreAsync(db => db.Log.Where(entry => entry.Act.StartsWith("page.")).Select(entry => entry.Act + ": " + entry.Subject + " " + entry.Detail).ToListAsync());
}
