using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Newsroom;

public sealed class StoryWayTests : IAsyncLifetime
{
    private TestSite site = null!;
    private SignedIn reporter = null!, editor = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.EmptyAsync();
        await site.SectionAsync();
        (reporter, editor) = (await site.SignInAsync(Role.Reporter), await site.SignInAsync(Role.Editor));
    }

    public ValueTask DisposeAsync()
    {
        reporter.Dispose();
        editor.Dispose();
        return site.DisposeAsync();
    }

    [Fact]
    public async Task A_story_goes_from_its_writer_over_the_desk_and_back_to_readers()
    {
        var number = await reporter.WriteAsync(("Headline", "من الميدان"));
        await reporter.PressAsync("HandIn", number, 1, ("Headline", "من الميدان"));
        Assert.Equal(ArticleStatus.InReview, (await site.StoryAsync(number)).Status);

        await editor.PressAsync("Return", number, 1, ("Headline", "من الميدان"), ("Reason", "أين المصدر الثاني؟"));
        Assert.Equal(ArticleStatus.Draft, (await site.StoryAsync(number)).Status);
        Assert.Contains("أين المصدر الثاني؟", (await reporter.OpenAsync($"/admin/articles/{number}")).Body!.Seen(), StringComparison.Ordinal);

        await reporter.PressAsync("HandIn", number, 1, ("Headline", "من الميدان"), ("Markdown", "نص بمصدرين"));
        await editor.PressAsync("Approve", number, 2, ("Headline", "من الميدان"), ("Markdown", "نص بمصدرين"));
        Assert.Equal(ArticleStatus.Ready, (await site.StoryAsync(number)).Status);
        await editor.PressAsync("Publish", number, 2, ("Headline", "من الميدان"), ("Markdown", "نص بمصدرين"));

        Assert.Equal(HttpStatusCode.OK, await site.ReaderFindsAsync(number));
        Assert.Equal(["story.handed-in", "story.returned", "story.handed-in", "story.approved", "story.published"],
            await site.InStoreAsync(db => db.Log.Where(entry => entry.SubjectId == number).OrderBy(entry => entry.Id).Select(entry => entry.Act).ToListAsync()));
    }

    [Fact]
    public async Task What_is_out_of_its_writers_hands_they_still_read_but_no_longer_change()
    {
        var number = await reporter.WriteAsync(("Headline", "من الميدان"), ("Markdown", "نص المراسلة"));
        await editor.PressAsync("Publish", number, 1, ("Headline", "من الميدان"), ("Markdown", "نص المحرر"));

        using var opened = await reporter.GetAsync($"/admin/articles/{number}");
        var page = await reporter.OpenAsync(opened.Headers.Location!.ToString());
        using var saved = await reporter.PressAsync("Save", number, 1, ("Markdown", "نص آخر"));

        Assert.Contains("نص المحرر", page.QuerySelector(".prose")!.Seen(), StringComparison.Ordinal);
        Assert.Contains("تقرؤها ولا تغيّرها", page.QuerySelector(".notice")!.Seen(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, "نص المحرر"), (saved.StatusCode, (await site.StoryAsync(number)).Markdown));
    }

    [Fact]
    public async Task The_writer_hears_by_letter_of_return_and_publication_and_nobody_of_their_own_deeds()
    {
        var number = await reporter.WriteAsync();
        await reporter.PressAsync("HandIn", number, 1);
        Assert.Equal(0, await site.InStoreAsync(db => db.OutgoingLetters.CountAsync()));

        await editor.PressAsync("Return", number, 1, ("Reason", "أين المصدر؟"));
        Assert.Equal(1, await site.InStoreAsync(db => db.OutgoingLetters.CountAsync()));
        await editor.PressAsync("Publish", number, 1);

        Assert.Equal(2, await site.InStoreAsync(db => db.OutgoingLetters.CountAsync()));
    }

    [Fact]
    public async Task A_return_without_a_note_is_asked_again_and_nothing_is_lost()
    {
        var number = await reporter.WriteAsync();
        await reporter.PressAsync("HandIn", number, 1);

        using var answer = await editor.PressAsync("Return", number, 1, ("Markdown", "تعديل المحرر"), ("Reason", " "));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Reading.ParseAsync(answer);
        Assert.Equal("true", page.QuerySelector("[name='Input.Reason']")!.GetAttribute("aria-invalid"));
        Assert.Equal("تعديل المحرر", page.QuerySelector("[name='Input.Markdown']")!.TextContent);
        Assert.Equal(ArticleStatus.InReview, (await site.StoryAsync(number)).Status);
    }

    [Fact]
    public async Task A_scheduled_story_appears_on_the_second_on_its_page_and_on_the_cached_front_page()
    {
        var at = TestSite.Start.AddHours(2);
        var number = StoryForm.NumberIn(await editor.PressAsync("Publish", null, 0, ("Headline", "موعدها بعد ساعتين"), ("PublishAt", "2026-03-10T14:30")));
        Assert.Equal(at, (await site.StoryAsync(number)).PublishedAt);
        await site.OpenAsync("/");

        site.Clock.Advance(at - TestSite.Start - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NotFound, await site.ReaderFindsAsync(number));
        Assert.DoesNotContain("موعدها بعد ساعتين", (await site.OpenAsync("/")).Headlines());
        site.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.OK, await site.ReaderFindsAsync(number));
        Assert.Contains("موعدها بعد ساعتين", (await site.OpenAsync("/")).Headlines());
    }

    [Fact]
    public async Task A_time_that_has_passed_is_a_sentence_at_its_field()
    {
        using var answer = await editor.PressAsync("Publish", null, 0, ("PublishAt", "2025-01-01T08:00"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Reading.ParseAsync(answer);
        Assert.Equal("هذا الموعد مضى.", page.QuerySelector("#Input_PublishAt-error")!.Seen());
        Assert.Equal("2025-01-01T08:00", page.QuerySelector("[name='Input.PublishAt']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_embargo_holds_page_lists_and_feeds_though_the_story_is_published()
    {
        var number = StoryForm.NumberIn(await editor.PressAsync("Publish", null, 0, ("Headline", "تحت الحظر"), ("EmbargoUntil", "2026-03-11T09:00")));

        Assert.Equal(HttpStatusCode.NotFound, await site.ReaderFindsAsync(number));
        foreach (var path in new[] { "/", "/politics", "/feed.xml", "/atom.xml", "/feed.json", "/sitemap-1.xml", "/news-sitemap.xml" })
        {
            Assert.DoesNotContain("تحت الحظر", await (await site.GetAsync(path)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.OK, await site.ReaderFindsAsync(number));
    }

    [Fact]
    public async Task A_withdrawn_story_says_why_with_410_and_can_come_back_under_its_old_date()
    {
        var number = StoryForm.NumberIn(await editor.PressAsync("Publish", null, 0, ("Headline", "خبر سُحب")));
        var published = (await site.StoryAsync(number)).PublishedAt;

        await editor.PressAsync("Withdraw", number, 1, ("Reason", "نُشر الخبر قبل تأكيده."));
        using var gone = await site.GetAsync(await site.AddressOfAsync(number));
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("نُشر الخبر قبل تأكيده.", (await Reading.ParseAsync(gone)).Body!.Seen(), StringComparison.Ordinal);
        Assert.DoesNotContain("خبر سُحب", (await site.OpenAsync("/")).Headlines());

        site.Clock.Advance(TimeSpan.FromHours(1));
        await editor.PressAsync("Publish", number, 1, ("Headline", "خبر سُحب"));
        Assert.Equal(HttpStatusCode.OK, await site.ReaderFindsAsync(number));
        Assert.Equal(published, (await site.StoryAsync(number)).PublishedAt);
    }

    [Fact]
    public async Task A_scheduled_story_can_be_taken_back_before_its_hour()
    {
        var number = StoryForm.NumberIn(await editor.PressAsync("Publish", null, 0, ("PublishAt", "2026-03-12T08:00")));

        await editor.PressAsync("Withdraw", number, 1, ("Reason", "تأجّل"));

        var story = await site.StoryAsync(number);
        Assert.Equal((ArticleStatus.Ready, null), (story.Status, story.PublishedAt));
        site.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(HttpStatusCode.NotFound, await site.ReaderFindsAsync(number));
    }

    [Fact]
    public async Task Two_who_publish_at_once_publish_once()
    {
        var number = await editor.WriteAsync(("Headline", "مرة واحدة"));
        using var other = await site.SignInAsync(Role.Editor);

        var answers = await Task.WhenAll(editor.PressAsync("Publish", number, 1, ("Headline", "مرة واحدة")), other.PressAsync("Publish", number, 1, ("Headline", "مرة واحدة")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Found, answer.StatusCode));
        Assert.Single((await site.OpenAsync("/latest")).Headlines(), "مرة واحدة");
    }

    [Theory]
    [InlineData("Headline", " ", "بلا عنوان")]
    [InlineData("Markdown", "", "بلا نص")]
    public async Task What_a_reader_would_miss_is_asked_for_before_publication_and_the_text_is_kept(string field, string value, string sentence)
    {
        using var answer = await editor.PressAsync("Publish", null, 0, (field, value), ("Standfirst", "مقدمة باقية"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Reading.ParseAsync(answer);
        Assert.Contains(sentence, page.QuerySelector("[role=alert]")!.Seen(), StringComparison.Ordinal);
        Assert.Equal("مقدمة باقية", page.QuerySelector("[name='Input.Standfirst']")!.TextContent);
        Assert.Equal(ArticleStatus.Draft, await site.InStoreAsync(db => db.Articles.Select(a => a.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_preview_link_shows_the_story_to_a_stranger_until_it_is_revoked_or_its_week_is_over()
    {
        var number = await editor.WriteAsync(("Headline", "لعين غريبة"));
        await editor.PressAsync("Share", number, 1, ("Headline", "لعين غريبة"));
        var link = new Uri((await editor.OpenAsync($"/admin/articles/{number}")).QuerySelector("[id^=shared-]")!.GetAttribute("value")!).PathAndQuery;

        using var shown = await site.GetAsync(link);
        Assert.Contains("لعين غريبة", (await Reading.ParseAsync(shown)).QuerySelector("h1")!.Seen(), StringComparison.Ordinal);
        Assert.Contains("no-store", shown.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(link[..^1] + (link[^1] == '0' ? '1' : '0'))).StatusCode);

        site.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task A_preview_link_shows_nothing_under_embargo_and_nothing_once_revoked()
    {
        var number = StoryForm.NumberIn(await editor.PressAsync("Publish", null, 0, ("Headline", "محظورة"), ("EmbargoUntil", "2026-03-12T09:00")));
        await editor.PressAsync("Share", number, 1, ("Headline", "محظورة"));
        var input = (await editor.OpenAsync($"/admin/articles/{number}")).QuerySelector("[id^=shared-]")!;
        var link = new Uri(input.GetAttribute("value")!).PathAndQuery;

        using var held = await site.GetAsync(link);
        Assert.Equal(HttpStatusCode.Forbidden, held.StatusCode);
        Assert.DoesNotContain("محظورة", (await Reading.ParseAsync(held)).QuerySelector("main")!.Seen(), StringComparison.Ordinal);
        await editor.PressAsync($"Unshare&link={input.Id!.Split('-')[1]}", number, 1, ("Headline", "محظورة"));

        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(link)).StatusCode);
    }
}
