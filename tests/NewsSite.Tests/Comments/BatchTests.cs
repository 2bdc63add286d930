using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

public sealed class BatchTests : IAsyncLifetime
{
    private TestSite site = null!;
    private SignedIn moderator = null!;
    private int story, other;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.EmptyAsync("--Comments:PerMinute=0");
        moderator = await site.SignInAsync(Role.None, moderates: true);
        (story, other) = (await site.OpenStoryAsync(), await site.OpenStoryAsync("خبر آخر"));
    }

    public ValueTask DisposeAsync()
    {
        moderator.Dispose();
        return site.DisposeAsync();
    }

    [Fact]
    public async Task All_of_a_writer_is_seen_alone_hidden_at_once_under_every_story_and_brought_back_together()
    {
        var (first, second) = (await site.CommentAsync(story, "كلام أول", "flood@example.org"), await site.CommentAsync(other, "كلام ثانٍ", "FLOOD+x@example.org"));
        var innocent = await site.CommentAsync(story, "كلام غيره", "else@example.org");

        var page = await moderator.OpenAsync($"/admin/comments?tab=All&writer={first}");
        Assert.Equal(2, page.QuerySelectorAll(".item").Length);
        Assert.Contains("هنا تعليقان ينتظران أو منشوران.", page.QuerySelector("#batch")!.Seen(), StringComparison.Ordinal);
        using var hidden = await ActAsync("HideAll", first, page, ("Rule", "8"), ("Why", "إغراق"));

        Assert.Equal([CommentState.Removed, CommentState.Removed, CommentState.Posted], await StatesAsync(first, second, innocent));
        foreach (var one in new[] { story, other })
        {
            Assert.DoesNotContain(["كلام أول", "كلام ثانٍ"], text => site.OpenAsync(site.AddressOfAsync(one).Result).Result.Body!.Seen().Contains(text, StringComparison.Ordinal));
        }
        var after = await moderator.OpenAsync(hidden.Headers.Location!.ToString());
        Assert.Contains("تم القرار في تعليقين.", after.QuerySelector("#told")!.Seen(), StringComparison.Ordinal);

        using var back = await moderator.PostAsync(after.QuerySelector("#told form")!.GetAttribute("action")!);

        Assert.Equal(HttpStatusCode.Found, back.StatusCode);
        Assert.Equal([CommentState.Posted, CommentState.Posted], await StatesAsync(first, second));
        Assert.Contains("عاد تعليقان كما كانا.", (await moderator.OpenAsync(back.Headers.Location!.ToString())).QuerySelector("#told")!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_of_one_network_address_is_posted_at_once_and_its_refusals_stay()
    {
        var refused = await site.CommentAsync(story, "اسكت يا شرموط", "three@example.org", from: "203.0.113.5");
        await site.HoldAllAsync();
        var (one, two) = (await site.CommentAsync(story, "من الشبكة", "one@example.org", from: "203.0.113.5"), await site.CommentAsync(story, "منها أيضًا", "two@example.org", from: "203.0.113.5"));
        var elsewhere = await site.CommentAsync(story, "من غيرها", "four@example.org", from: "203.0.113.6");

        var page = await moderator.OpenAsync($"/admin/comments?tab=All&network={one}");
        using var answer = await ActAsync("ApproveAll", one, page, kind: "network");

        Assert.Equal(3, page.QuerySelectorAll(".item").Length);
        Assert.Equal([CommentState.Posted, CommentState.Posted, CommentState.Refused, CommentState.Held], await StatesAsync(one, two, refused, elsewhere));
    }

    [Fact]
    public async Task Where_one_of_them_was_decided_meanwhile_nothing_is_done()
    {
        var first = await site.CommentAsync(story, "كلام أول", "flood@example.org");
        var second = await site.CommentAsync(story, "كلام ثانٍ", "flood@example.org");
        var page = await moderator.OpenAsync($"/admin/comments?tab=All&writer={first}");
        await moderator.DecideAsync("Reject", second, await site.SeenAsync(second), ("Rule", "2"));

        using var answer = await ActAsync("HideAll", first, page, ("Rule", "8"));

        Assert.Contains("فلم يُفعل شيء", (await moderator.OpenAsync(answer.Headers.Location!.ToString())).QuerySelector("#told")!.Seen(), StringComparison.Ordinal);
        Assert.Equal(CommentState.Posted, (await site.FoundCommentAsync(first)).State);
    }

    [Fact]
    public async Task What_was_decided_anew_after_the_act_is_not_brought_back_with_it()
    {
        var (first, second) = (await site.CommentAsync(story, "كلام أول", "flood@example.org"), await site.CommentAsync(story, "كلام ثانٍ", "flood@example.org"));
        using var hidden = await ActAsync("HideAll", first, await moderator.OpenAsync($"/admin/comments?tab=All&writer={first}"), ("Rule", "8"));
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await moderator.DecideAsync("Reject", second, await site.SeenAsync(second), ("Rule", "2"));

        await moderator.PostAsync((await moderator.OpenAsync(hidden.Headers.Location!.ToString())).QuerySelector("#told form")!.GetAttribute("action")!);

        Assert.Equal([CommentState.Posted, CommentState.Removed], await StatesAsync(first, second));
    }

    [Fact]
    public async Task Comments_whose_network_address_was_forgotten_have_nothing_in_common()
    {
        var (first, second) = (await site.CommentAsync(story, "كلام أول", "one@example.org"), await site.CommentAsync(story, "كلام ثانٍ", "two@example.org"));

        var page = await moderator.OpenAsync($"/admin/comments?tab=All&network={first}");
        using var answer = await moderator.PostAsync($"/admin/comments?tab=All&network={first}&handler=HideAll", ("Input.Seen", "1000000"), ("Input.Rule", "8"));

        Assert.Empty(page.QuerySelectorAll(".item"));
        Assert.Equal([CommentState.Posted, CommentState.Posted], await StatesAsync(first, second));
    }

    [Fact]
    public async Task What_was_forgotten_after_the_act_does_not_come_back_with_it()
    {
        var first = await site.CommentAsync(story, "كلام أول", "flood@example.org");
        using var hidden = await ActAsync("HideAll", first, await moderator.OpenAsync($"/admin/comments?tab=All&writer={first}"), ("Rule", "8"));
        var undo = (await moderator.OpenAsync(hidden.Headers.Location!.ToString())).QuerySelector("#told form")!.GetAttribute("action")!;
        await site.InStoreAsync(db => db.Comments.Where(c => c.Id == first).ExecuteUpdateAsync(set => set.SetProperty(c => c.Body, "")));

        await moderator.PostAsync(undo);

        Assert.Equal([CommentState.Removed], await StatesAsync(first));
    }

    [Fact]
    public async Task Hiding_all_without_naming_a_rule_is_asked_back()
    {
        var first = await site.CommentAsync(story, "كلام أول", "flood@example.org");

        using var answer = await ActAsync("HideAll", first, await moderator.OpenAsync($"/admin/comments?tab=All&writer={first}"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(CommentState.Posted, (await site.FoundCommentAsync(first)).State);
    }

    [Fact]
    public async Task Who_asked_about_many_comments_is_answered_with_as_few_questions_to_the_store_as_about_two()
    {
        await HideReportedAsync(1, "warm");
        var (few, many) = (await HideReportedAsync(2, "few"), await HideReportedAsync(9, "many"));

        Assert.Equal(few, many);

        async Task<(int Act, int Undo)> HideReportedAsync(int count, string writer)
        {
            var ids = new List<int>();
            for (var i = 0; i < count; i++)
            {
                ids.Add(await site.CommentAsync(i % 2 == 0 ? story : other, $"كلام {writer} {i}", $"{writer}@example.org"));
                await site.FlagAsync(ids[i], PostingRule.Spam, "203.0.113.4", $"{writer}{i}@reader.example");
            }
            var page = await moderator.OpenAsync($"/admin/comments?tab=All&writer={ids[0]}");
            site.Queries.Clear();
            using var hidden = await ActAsync("HideAll", ids[0], page, ("Rule", "8"));
            var act = Questions();
            Assert.Equal(count, (await site.LettersAsync()).Count);
            var undo = (await moderator.OpenAsync(hidden.Headers.Location!.ToString())).QuerySelector("#told form")!.GetAttribute("action")!;
            site.Queries.Clear();
            using var back = await moderator.PostAsync(undo);
            var undone = Questions();
            Assert.Empty(await site.LettersAsync());
            Assert.All(await site.InStoreAsync(db => db.CommentFlags.Where(flag => ids.Contains(flag.CommentId)).ToListAsync()), flag => Assert.Null(flag.AnsweredAt));
            return (act, undone);
        }

        int Questions() => site.Queries.Statements.Count(one => one.StartsWith("SELECT", StringComparison.Ordinal));
    }

    private Task<HttpResponseMessage> ActAsync(string handler, int like, IDocument page, params (string Name, string Value)[] fields) => ActAsync(handler, like, page, "writer", fields);

    private Task<HttpResponseMessage> ActAsync(string handler, int like, IDocument page, string kind, params (string Name, string Value)[] fields) => moderator.PostAsync(
        string.Create(CultureInfo.InvariantCulture, $"/admin/comments?tab=All&{kind}={like}&handler={handler}"),
        [("Input.Seen", page.QuerySelector("[aria-labelledby=batch] [name='Input.Seen']")!.GetAttribute("value")!), .. fields.Select(one => ($"Input.{one.Name}", one.Value))]);

    private async Task<List<CommentState>> StatesAsync(params int[] ids)
    {
        var states = await site.InStoreAsync(db => db.Comments.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.State));
        return [.. ids.Select(id => states[id])];
    }
}
