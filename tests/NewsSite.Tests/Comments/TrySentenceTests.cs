using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

/// <summary>By words that no list has, so that the lists may change.</summary>
public sealed class TrySentenceTests : IAsyncLifetime
{
    private TestSite site = null!;
    private SignedIn moderator = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.EmptyAsync();
        moderator = await site.SignInAsync(Role.None, moderates: true);
        await site.InStoreAsync(async db =>
        {
            db.AddRange(TermPageTests.Change("قرنبيط", PostingRule.InsultToPerson, 70), TermPageTests.Change("بقدونس", PostingRule.Profanity, 97));
            await db.SaveChangesAsync();
        });
    }

    public async ValueTask DisposeAsync()
    {
        moderator.Dispose();
        await site.DisposeAsync();
    }

    [Theory]
    [InlineData("تحليل هادئ يستحق القراءة", "يُنشر")]
    [InlineData("أنت قرنبيط", "يُوقف للمراجعة")]
    [InlineData("يا بقدونس", "يُرفض")]
    public async Task It_says_what_would_happen_and_keeps_nothing(string sentence, string fate)
    {
        var page = await TryAsync(sentence);

        Assert.Equal(fate, page.QuerySelector("#fate")!.Seen());
        Assert.Equal(sentence, page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.False(await site.InStoreAsync(async db => await db.Comments.AnyAsync() || await db.Log.AnyAsync()));
    }

    [Fact]
    public async Task It_shows_the_rule_the_certainty_the_words_as_written_and_as_read_and_at_whom_they_are_aimed()
    {
        var page = await TryAsync("أنت قـــرنبيط يا هذا");

        Assert.Equal("قـــرنبيط", page.QuerySelector("mark.decides")!.TextContent);
        var verdict = page.QuerySelector("dl.verdict")!.Seen();
        Assert.Contains("الإساءة إلى الأشخاص", verdict, StringComparison.Ordinal);
        Assert.Contains("قرنبيط", verdict, StringComparison.Ordinal);
        Assert.Contains("المخاطَب", verdict, StringComparison.Ordinal);
        Assert.Matches("يقين (متوسط|عالٍ) \\([0-9]+ في المئة\\)", verdict);
        Assert.Contains("انت قرنبيط يا هذا", page.QuerySelector("#answer")!.Seen(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CommentLevel.AllHeld, "يُوقف للمراجعة")]
    [InlineData(CommentLevel.Closed, "لا يُقبل: باب التعليق مغلق هنا")]
    [InlineData(CommentLevel.Open, "يُنشر")]
    public async Task Under_a_story_its_level_counts_too(CommentLevel level, string fate)
    {
        var story = await site.SavedAsync(Make.Story(Make.Section()));
        await site.InStoreAsync(async db =>
        {
            var policy = new CommentPolicy(CommentPolicy.Article(story));
            policy.Set(new(level), moderator.Member, TestSite.Start);
            db.Add(policy);
            await db.SaveChangesAsync();
        });

        var page = await TryAsync("تحليل هادئ", $"{story}");

        Assert.Equal(fate, page.QuerySelector("#fate")!.Seen());
    }

    [Fact]
    public async Task What_is_tried_is_shown_as_text()
    {
        var page = await TryAsync("<script>x</script><b onclick=x>قرنبيط</b>");

        Assert.Empty(page.QuerySelectorAll("#answer script, #answer b"));
        Assert.Contains("<script>x</script>", page.QuerySelector(".chosen__text")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("جملة", "99")]
    [InlineData("جملة", "بلا رقم")]
    public async Task What_cannot_be_tried_is_sent_back(string sentence, string story)
    {
        using var answer = await moderator.PostAsync("/admin/comments/try", ("Input.Text", sentence), ("Input.Story", story));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Single((await Reading.ParseAsync(answer)).QuerySelectorAll("[aria-invalid=true]"));
    }

    private async Task<IHtmlDocument> TryAsync(string sentence, string story = "")
    {
        using var answer = await moderator.PostAsync("/admin/comments/try", ("Input.Text", sentence), ("Input.Story", story));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Reading.ParseAsync(answer);
    }
}
