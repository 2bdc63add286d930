using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Tests.Support;
using NewsSite.Text;

namespace NewsSite.Tests.Comments;

public sealed class LevelTests : IAsyncLifetime
{
    private const string ClosedSentence = "أُغلق باب التعليق على هذا المقال.";

    private TestSite site = null!;
    private SignedIn editor = null!;
    private int story, other;
    private string address = "", otherAddress = "";

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.EmptyAsync();
        editor = await site.SignInAsync(Role.Editor);
        story = await site.SavedAsync(Make.Story(Make.Section(), "مادة للنقاش"));
        other = await site.SavedAsync(Make.Story(Make.Section("sport", "الرياضة"), "مادة أخرى"));
        (address, otherAddress) = (await site.AddressOfAsync(story), await site.AddressOfAsync(other));
    }

    public async ValueTask DisposeAsync()
    {
        editor.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_cached_story_loses_its_form_with_the_next_request_after_it_is_closed_and_has_it_again_when_it_is_opened()
    {
        Assert.True(await site.TakesCommentsAsync(address));
        Assert.True(await site.TakesCommentsAsync(otherAddress));

        await SetStoryAsync("Closed");
        var (closed, untouched) = (await site.OpenAsync(address), await site.TakesCommentsAsync(otherAddress));
        await SetStoryAsync("", wasLevel: "Closed");

        Assert.Null(closed.QuerySelector("#leave form"));
        Assert.Contains(ClosedSentence, closed.Body!.Seen(), StringComparison.Ordinal);
        Assert.True(untouched);
        Assert.True(await site.TakesCommentsAsync(address));
        Assert.False(await site.InStoreAsync(db => db.CommentPolicies.AnyAsync()));
    }

    [Fact]
    public async Task Who_closes_a_story_by_hand_says_why_and_readers_read_it_until_it_is_opened_again()
    {
        const string note = "نعود إليكم بعد صدور الحكم.";
        using var closing = await editor.PostAsync($"/admin/comments/levels?handler=Story&id={story}", ("Input.Level", "Closed"), ("Input.Note", note));

        var closed = await site.OpenAsync(address);
        using var late = await new Commenter(site).PostAsync(story, "كلام متأخر");
        await SetStoryAsync("Open", wasLevel: "Closed");

        Assert.EndsWith(note, closed.QuerySelector(".comments__closed")!.Seen(), StringComparison.Ordinal);
        Assert.Contains(note, (await Reading.ParseAsync(late)).QuerySelector("[role=alert]")!.Seen(), StringComparison.Ordinal);
        Assert.DoesNotContain(note, (await site.OpenAsync(address)).Body!.Seen(), StringComparison.Ordinal);
        Assert.Equal(note, (await editor.OpenAsync($"/admin/comments/levels?story={story}")).QuerySelector($"#article-{story} [name='Input.Note']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Before_the_clock_closes_a_story_the_form_says_when_and_afterwards_the_page_does()
    {
        await SetStoryAsync("", days: "2");
        var open = (await site.OpenAsync(address)).QuerySelector("#leave")!.Seen();
        site.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Contains("يُغلق باب التعليق في ", open, StringComparison.Ordinal);
        Assert.StartsWith("أُغلق باب التعليق على هذا المقال في ", (await site.OpenAsync(address)).QuerySelector(".comments__closed")!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_story_goes_before_its_section_and_the_section_before_the_site()
    {
        var section = await site.InStoreAsync(db => db.Articles.Where(a => a.Id == story).Select(a => a.SectionId).SingleAsync());
        Assert.True(await site.TakesCommentsAsync(address));

        await SetAsync("handler=Site", "Closed");
        var bySite = (await site.TakesCommentsAsync(address), await site.TakesCommentsAsync(otherAddress));
        await SetAsync($"handler=Section&id={section}", "Open");
        var bySection = (await site.TakesCommentsAsync(address), await site.TakesCommentsAsync(otherAddress));
        await SetStoryAsync("Closed");
        var byStory = (await site.TakesCommentsAsync(address), await site.TakesCommentsAsync(otherAddress));

        Assert.Equal(((false, false), (true, false), (false, false)), (bySite, bySection, byStory));
    }

    [Fact]
    public async Task The_clock_closes_a_story_to_the_second_and_who_writes_in_it_keeps_the_text()
    {
        await SetAsync("handler=Site", "", days: "2");
        var closes = TestSite.Start.AddHours(-1).AddDays(2);
        site.Clock.SetUtcNow(closes.AddSeconds(-1));
        var before = await site.TakesCommentsAsync(address);

        site.Clock.SetUtcNow(closes);
        using var answer = await site.PostCommentAsync(story, "كتبتُ هذا في آخر ثانية");
        var page = await Reading.ParseAsync(answer);

        Assert.True(before);
        Assert.Contains("أُغلق باب التعليق على هذا المقال في ", page.Body!.Seen(), StringComparison.Ordinal);
        Assert.Equal("كتبتُ هذا في آخر ثانية", page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.False(await site.InStoreAsync(db => db.Comments.AnyAsync()));
        Assert.False(await site.TakesCommentsAsync(address));
    }

    [Theory]
    [InlineData("Open", CommentState.Posted, CommentState.Posted)]
    [InlineData("FirstHeld", CommentState.Held, CommentState.Held)]
    [InlineData("AllHeld", CommentState.Held, CommentState.Held)]
    public async Task A_level_decides_who_is_read_before_readers_see_it(string level, CommentState first, CommentState second)
    {
        await SetStoryAsync(level);

        using var one = await site.PostCommentAsync(story, "تحليل يستحق القراءة");
        using var two = await site.PostCommentAsync(story, "وأضيف إليه ملاحظة");

        Assert.Equal([first, second], await site.InStoreAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => c.State).ToListAsync()));
    }

    [Fact]
    public async Task Somebody_who_is_known_passes_where_only_the_first_is_held()
    {
        using var before = await site.PostCommentAsync(other, "تعليق معروف صاحبه");
        await SetStoryAsync("FirstHeld");

        using var known = await site.PostCommentAsync(story, "تحليل يستحق القراءة");
        using var stranger = await site.PostCommentAsync(story, "تحليل يستحق القراءة", email: "new@example.org");

        Assert.Equal([CommentState.Posted, CommentState.Posted, CommentState.Held], await site.InStoreAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => c.State).ToListAsync()));
    }

    [Theory]
    [InlineData("{id}")]
    [InlineData("{address}")]
    [InlineData("{short}")]
    [InlineData("https://news.example/comments/thread?article={id}&sort=newest")]
    public async Task What_holds_for_a_story_is_shown_with_its_reason_however_the_story_is_named(string typed)
    {
        await SetAsync("handler=Site", "AllHeld", days: "7");
        await SetStoryAsync("", days: "0");
        typed = typed.Replace("{id}", $"{story}", StringComparison.Ordinal).Replace("{address}", $"https://news.example{address}#comments", StringComparison.Ordinal)
            .Replace("{short}", $"https://news.example/a/{ShortCode.Of(story)}", StringComparison.Ordinal);

        var page = await editor.OpenAsync($"/admin/comments/levels?story={Uri.EscapeDataString(typed)}");

        Assert.Equal("مادة للنقاش", page.QuerySelector($"a[href='/admin/articles/{story}']")!.Seen());
        Assert.Equal(["يقبل التعليقات", "كل تعليق يُراجع · كما في الموقع", "لا يُغلق بالوقت · حُدِّد للمادة نفسها"], page.QuerySelectorAll(".facts-list dd").Select(dd => dd.Seen()));
    }

    [Fact]
    public async Task Of_two_editors_each_changes_only_what_they_changed()
    {
        await SetAsync("handler=Site", "AllHeld");

        await SetAsync("handler=Site", "", days: "3");

        var policy = await site.InStoreAsync(db => db.CommentPolicies.SingleAsync());
        Assert.Equal((CommentLevel.AllHeld, 3), (policy.Level, policy.ClosesAfterDays));
    }

    [Theory]
    [InlineData("Closed", "كثيرًا")]
    [InlineData("Closed", "3651")]
    [InlineData("Sometimes", "3")]
    [InlineData("17", "")]
    public async Task What_cannot_be_read_is_not_saved_and_comes_back(string level, string days)
    {
        using var answer = await SendAsync($"handler=Story&id={story}", level, days);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var form = (await Reading.ParseAsync(answer)).QuerySelector($"#article-{story}")!;
        Assert.Equal(days, form.QuerySelector("[name='Input.Days']")!.GetAttribute("value"));
        Assert.Equal(level == "Closed" ? ["Input.Days"] : [], form.QuerySelectorAll("[aria-invalid=true]").Select(one => one.GetAttribute("name")));
        Assert.False(await site.InStoreAsync(db => db.CommentPolicies.AnyAsync()));
    }

    [Fact]
    public async Task Each_change_stands_in_the_log_and_none_that_changed_nothing()
    {
        await SetStoryAsync("Closed", days: "٥");
        await SetStoryAsync("Closed", days: "5", wasLevel: "Closed", wasDays: "5");

        var entry = await site.InStoreAsync(db => db.Log.SingleAsync(entry => entry.Act == "comments.level"));

        Assert.Equal(("مادة للنقاش", "Level: – → Closed\nClosesAfterDays: – → 5"), (entry.Subject, entry.Detail));
        using var administrator = await site.SignInAsync(Role.Administrator);
        Assert.Contains("المستوى: – → مغلق يُغلق بعد عدد من الأيام: – → 5", (await administrator.OpenAsync("/admin/log")).QuerySelector("tbody")!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_log_a_notes_own_words_are_as_they_were_written()
    {
        using var set = await editor.PostAsync($"/admin/comments/levels?handler=Story&id={story}", ("Input.Level", "Closed"), ("Input.Note", "Closed until Monday"));
        using var administrator = await site.SignInAsync(Role.Administrator);

        Assert.Contains("Closed until Monday", (await administrator.OpenAsync("/admin/log")).QuerySelector("tbody")!.Seen(), StringComparison.Ordinal);
    }

    private Task SetStoryAsync(string level, string days = "", string wasLevel = "", string wasDays = "") => SetAsync($"handler=Story&id={story}", level, days, wasLevel, wasDays);

    private async Task SetAsync(string handler, string level, string days = "", string wasLevel = "", string wasDays = "")
    {
        using var answer = await SendAsync(handler, level, days, wasLevel, wasDays);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private Task<HttpResponseMessage> SendAsync(string handler, string level, string days, string wasLevel = "", string wasDays = "") =>
        editor.PostAsync($"/admin/comments/levels?{handler}", ("Input.Level", level), ("Input.Days", days), ("Input.WasLevel", wasLevel), ("Input.WasDays", wasDays));
}
