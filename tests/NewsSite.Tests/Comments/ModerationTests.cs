using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

public sealed class ModerationTests : IAsyncLifetime
{
    private TestSite site = null!;
    private SignedIn moderator = null!;
    private int story;
    private string address = "";

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.EmptyAsync();
        await site.HoldAllAsync();
        moderator = await site.SignInAsync(Role.None, moderates: true);
        story = await site.OpenStoryAsync();
        address = await site.AddressOfAsync(story);
    }

    public ValueTask DisposeAsync()
    {
        moderator.Dispose();
        return site.DisposeAsync();
    }

    [Fact]
    public async Task An_approved_comment_stands_under_its_story_at_the_next_request()
    {
        var comment = await site.CommentAsync(story, "رأي ينتظر");
        Assert.DoesNotContain("رأي ينتظر", (await site.OpenAsync(address)).Body!.Seen(), StringComparison.Ordinal);

        using var answer = await moderator.DecideAsync("Approve", comment, await site.SeenAsync(comment));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains("رأي ينتظر", (await site.OpenAsync(address)).Body!.Seen(), StringComparison.Ordinal);
        var line = (await site.HistoryAsync(comment))[^1];
        Assert.Equal((ModerationAct.Approved, moderator.Member.Id, CommentState.Held, CommentState.Posted), (line.Act, line.ById, line.Before, line.After));
    }

    [Fact]
    public async Task What_is_rejected_after_all_is_gone_at_the_next_request_and_its_writer_reads_which_rule()
    {
        using var sent = await SendAsync("رأي سيُرفض");
        var cookie = sent.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var comment = await site.InStoreAsync(db => db.Comments.Select(c => c.Id).SingleAsync());
        await moderator.DecideAsync("Approve", comment, await site.SeenAsync(comment));
        Assert.Contains("رأي سيُرفض", (await site.OpenAsync(address)).Body!.Seen(), StringComparison.Ordinal);

        await moderator.DecideAsync("Reject", comment, await site.SeenAsync(comment), ("Rule", "8"), ("Why", "رابط بيع"));

        Assert.DoesNotContain("رأي سيُرفض", (await site.OpenAsync(address)).Body!.Seen(), StringComparison.Ordinal);
        Assert.Contains("يخالف شرط «الإعلانات والروابط»", (await site.OpenAsync(address, ("Cookie", cookie))).QuerySelector($"#comment-{comment}")!.Seen(), StringComparison.Ordinal);
        var line = (await site.HistoryAsync(comment))[^1];
        Assert.Equal((ModerationAct.Rejected, CommentState.Removed, PostingRule.Spam, "رابط بيع"), (line.Act, line.After, line.Rule!.Value, line.Why));
    }

    [Fact]
    public async Task Undone_a_comment_is_as_it_was_and_the_log_keeps_both_lines()
    {
        var comment = await site.CommentAsync(story);
        await moderator.DecideAsync("Reject", comment, await site.SeenAsync(comment), ("Rule", "2"));

        await moderator.DecideAsync("Undo", comment, await site.SeenAsync(comment));

        var found = await site.FoundCommentAsync(comment);
        Assert.Equal((CommentState.Held, null), (found.State, found.Rule));
        Assert.Equal([ModerationAct.Judged, ModerationAct.Rejected, ModerationAct.Undone], (await site.HistoryAsync(comment)).Select(line => line.Act));
        using var again = await moderator.DecideAsync("Undo", comment, await site.SeenAsync(comment));
        Assert.Equal(3, (await site.HistoryAsync(comment)).Count);
    }

    [Fact]
    public async Task Anothers_decision_is_undone_within_a_day_and_not_later()
    {
        using var other = await site.SignInAsync(Role.Editor);
        var (early, late) = (await site.CommentAsync(story, "أول"), await site.CommentAsync(story, "ثانٍ"));
        await other.DecideAsync("Approve", late, await site.SeenAsync(late));
        site.Clock.Advance(TimeSpan.FromHours(2));
        await other.DecideAsync("Approve", early, await site.SeenAsync(early));
        site.Clock.Advance(TimeSpan.FromHours(23));

        await moderator.DecideAsync("Undo", early, await site.SeenAsync(early));
        await moderator.DecideAsync("Undo", late, await site.SeenAsync(late));

        Assert.Equal((CommentState.Held, CommentState.Posted), ((await site.FoundCommentAsync(early)).State, (await site.FoundCommentAsync(late)).State));
        await other.DecideAsync("Undo", late, await site.SeenAsync(late));
        Assert.Equal(CommentState.Held, (await site.FoundCommentAsync(late)).State);
    }

    [Fact]
    public async Task The_second_of_two_moderators_is_told_and_overwrites_nothing()
    {
        using var other = await site.SignInAsync(Role.Editor);
        var comment = await site.CommentAsync(story);
        var seen = await site.SeenAsync(comment);
        await other.DecideAsync("Reject", comment, seen, ("Rule", "2"));

        using var answer = await moderator.DecideAsync("Approve", comment, seen);

        Assert.Contains($"سبق قرار {other.Member.Name}: رُفض التعليق.", (await moderator.OpenAsync(answer.Headers.Location!.ToString())).QuerySelector("[role=status]")!.Seen(), StringComparison.Ordinal);
        Assert.Equal(CommentState.Refused, (await site.FoundCommentAsync(comment)).State);
        Assert.Equal(2, (await site.HistoryAsync(comment)).Count);
    }

    [Fact]
    public async Task A_button_pressed_twice_acts_once_and_says_so_twice()
    {
        var comment = await site.CommentAsync(story);
        var seen = await site.SeenAsync(comment);

        using var first = await moderator.DecideAsync("Approve", comment, seen);
        using var second = await moderator.DecideAsync("Approve", comment, seen);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(2, (await site.HistoryAsync(comment)).Count);
    }

    [Fact]
    public async Task Of_many_who_decide_in_the_same_moment_one_does()
    {
        var team = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => site.SignInAsync(Role.Editor)));
        var comment = await site.CommentAsync(story);
        var seen = await site.SeenAsync(comment);

        await Task.WhenAll(team.Select((one, place) => place % 2 == 0 ? one.DecideAsync("Approve", comment, seen) : one.DecideAsync("Reject", comment, seen, ("Rule", "2"))));

        Assert.Equal(2, (await site.HistoryAsync(comment)).Count);
        Array.ForEach(team, one => one.Dispose());
    }

    [Fact]
    public async Task A_text_that_its_writer_changed_meanwhile_is_not_posted_unread()
    {
        using var sent = await SendAsync("نص أول");
        var cookie = sent.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var comment = await site.InStoreAsync(db => db.Comments.Select(c => c.Id).SingleAsync());
        var seen = await site.SeenAsync(comment);
        using var mended = await PostAsync($"/comments/mine/{comment}", cookie, ("Input.Body", "نص آخر"));

        using var answer = await moderator.DecideAsync("Approve", comment, seen);

        var found = await site.FoundCommentAsync(comment);
        Assert.Equal(("نص آخر", CommentState.Held), (found.Body, found.State));
        Assert.Contains("تغيّر التعليق", (await moderator.OpenAsync(answer.Headers.Location!.ToString())).QuerySelector("[role=status]")!.Seen(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A.B+x@Gmail.com", "ab@gmail.com", true)]
    [InlineData("A.B+x@Gmail.com", "a.b@googlemail.com", true)]
    [InlineData("A.B+x@Example.org", "a.b@example.org", true)]
    [InlineData("A.B+x@Example.org", "ab@example.org", false)]
    public async Task A_ban_by_email_holds_however_the_address_is_spelled(string written, string again, bool holds)
    {
        var comment = await site.CommentAsync(story, email: written);

        await moderator.DecideAsync("Ban", comment, await site.SeenAsync(comment), ("Email", "true"), ("Rule", "2"), ("For", "Good"));

        Assert.Equal(CommentState.Refused, (await site.FoundCommentAsync(comment)).State);
        Assert.Equal(holds, await site.SubmitAsync(story, "عدت", again) is CommentOutcome.Banned);
        Assert.Equal([ModerationAct.Judged, ModerationAct.Rejected, ModerationAct.Banned], (await site.HistoryAsync(comment)).Select(line => line.Act));
    }

    [Theory]
    [InlineData("Week", 7)]
    [InlineData("Day", 1)]
    public async Task A_ban_ends(string length, int days)
    {
        var comment = await site.CommentAsync(story);
        await moderator.DecideAsync("Ban", comment, await site.SeenAsync(comment), ("Email", "true"), ("Rule", "2"), ("For", length));

        site.Clock.Advance(TimeSpan.FromDays(days) - TimeSpan.FromMinutes(1));
        Assert.IsType<CommentOutcome.Banned>(await site.SubmitAsync(story, "قبل الوقت"));
        site.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.IsType<CommentOutcome.Held>(await site.SubmitAsync(story, "بعده"));
    }

    [Fact]
    public async Task A_ban_by_network_address_holds_what_comes_from_there_for_a_day_at_most()
    {
        var comment = await site.CommentAsync(story, from: "192.0.2.7");

        await moderator.DecideAsync("Ban", comment, await site.SeenAsync(comment), ("Address", "true"), ("Rule", "2"), ("For", "Good"));

        Assert.Equal(HoldReason.BannedAddress, Assert.IsType<CommentOutcome.Held>(await site.SubmitAsync(story, "جار له", "neighbour@example.org", from: "192.0.2.7")).Reason);
        Assert.Equal(HoldReason.EveryComment, Assert.IsType<CommentOutcome.Held>(await site.SubmitAsync(story, "بعيد", "far@example.org", from: "192.0.2.8")).Reason);
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HoldReason.EveryComment, Assert.IsType<CommentOutcome.Held>(await site.SubmitAsync(story, "في الغد", "neighbour@example.org", from: "192.0.2.7")).Reason);
    }

    [Fact]
    public async Task A_rejection_undone_takes_its_ban_along()
    {
        var comment = await site.CommentAsync(story);
        await moderator.DecideAsync("Ban", comment, await site.SeenAsync(comment), ("Email", "true"), ("Rule", "2"), ("For", "Good"));

        await moderator.DecideAsync("Undo", comment, await site.SeenAsync(comment));

        Assert.Equal(CommentState.Held, (await site.FoundCommentAsync(comment)).State);
        Assert.IsType<CommentOutcome.Held>(await site.SubmitAsync(story, "عدت"));
    }

    [Theory]
    [InlineData("Rule")]
    [InlineData("Email")]
    public async Task A_ban_of_nobody_or_by_no_rule_is_asked_again(string missing)
    {
        var comment = await site.CommentAsync(story);

        (string, string)[] all = [("Rule", "2"), ("Email", "true"), ("For", "Week"), ("Why", "تكرار")];
        using var answer = await moderator.DecideAsync("Ban", comment, await site.SeenAsync(comment), [.. all.Where(one => one.Item1 != missing)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Reading.ParseAsync(answer);
        Assert.NotNull(page.QuerySelector("details[open] [role=alert]"));
        Assert.Equal("تكرار", page.QuerySelector("#ban-why")!.GetAttribute("value"));
        Assert.False(await site.InStoreAsync(db => db.Bans.AnyAsync()));
    }

    [Fact]
    public async Task An_address_is_shown_when_asked_for_once_and_the_log_says_to_whom()
    {
        var comment = await site.CommentAsync(story, email: "salim.secret@example.org");
        using var before = await moderator.GetAsync("/admin/comments");
        Assert.DoesNotContain("salim.secret", await before.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var answer = await moderator.DecideAsync("Reveal", comment, 0);

        Assert.Equal("salim.secret@example.org", (await Reading.ParseAsync(answer)).QuerySelector(".chosen__address")!.Seen());
        Assert.Contains("no-store", answer.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
        Assert.Equal((ModerationAct.Revealed, moderator.Member.Id), ((await site.HistoryAsync(comment))[^1].Act, (await site.HistoryAsync(comment))[^1].ById));
        using var after = await moderator.GetAsync($"/admin/comments?comment={comment}");
        Assert.DoesNotContain("salim.secret", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_decides_and_whoever_mends_at_the_same_moment_leave_what_the_log_says()
    {
        for (var round = 0; round < 30; round++)
        {
            var writer = new Commenter(site, "سلمى", $"writer{round}@example.org");
            var comment = await writer.SayAsync(story, $"كلام أول {round}");
            var seen = await site.SeenAsync(comment);

            var deciding = moderator.DecideAsync(round % 2 == 0 ? "Approve" : "Reject", comment, seen, ("Rule", "2"));
            var mending = writer.PostAsync($"/comments/mine/{comment}", ("Input.Body", $"كلام لم يقرأه أحد {round}"));
            using var decided = await deciding;
            using var mended = await mending;

            var (now, log) = (await site.FoundCommentAsync(comment), await site.HistoryAsync(comment));
            Assert.Equal(log[^1].After, now.State);
            // What was read and approved stands, and nothing else.
            Assert.False(now.State == CommentState.Posted && now.Body.StartsWith("كلام لم يقرأه", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Who_was_banned_meanwhile_mends_nothing_any_more()
    {
        var writer = new Commenter(site);
        var (first, second) = (await writer.SayAsync(story, "كلام أول"), await writer.SayAsync(story, "كلام ثان"));
        using var banned = await moderator.DecideAsync("Ban", first, await site.SeenAsync(first), ("Email", "true"), ("Rule", "2"), ("For", "Good"));

        using var answer = await writer.PostAsync($"/comments/mine/{second}", ("Input.Body", "كلام آخر"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var page = await Reading.ParseAsync(answer);
        Assert.Contains("كلام آخر", page.QuerySelector("#kept")!.Seen(), StringComparison.Ordinal);
        Assert.Equal("كلام ثان", (await site.FoundCommentAsync(second)).Body);
    }

    [Fact]
    public async Task What_its_writer_took_back_is_shown_to_no_moderator_at_its_answers_either()
    {
        var writer = new Commenter(site, "نادمة");
        var comment = await writer.SayAsync(story, "كلام أندم عليه");
        using var approved = await moderator.DecideAsync("Approve", comment, await site.SeenAsync(comment));
        var answering = await site.CommentAsync(story, "أنت حمار لا تفهم", "other@example.org", parent: comment);
        Assert.Contains("كلام أندم عليه", (await moderator.OpenAsync($"/admin/comments?comment={answering}")).Body!.Seen(), StringComparison.Ordinal);

        using var withdrawn = await writer.PostAsync($"/comments/mine/{comment}?handler=withdraw");

        var page = (await moderator.OpenAsync($"/admin/comments?comment={answering}")).Body!.Seen();
        Assert.Contains("أنت حمار لا تفهم", page, StringComparison.Ordinal);
        Assert.DoesNotContain("أندم", page, StringComparison.Ordinal);
        Assert.DoesNotContain("نادمة", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_reported_hears_that_its_writer_took_it_back()
    {
        var writer = new Commenter(site);
        var comment = await writer.SayAsync(story, "كلام يبلغ عنه");
        using var approved = await moderator.DecideAsync("Approve", comment, await site.SeenAsync(comment));
        await site.FlagAsync(comment, PostingRule.Spam, "203.0.113.1", "reporter@reader.example");

        using var withdrawn = await writer.PostAsync($"/comments/mine/{comment}?handler=withdraw");

        Assert.Contains("سحبه كاتبه", Assert.Single(await site.LettersToAsync("reporter@reader.example")).Paragraphs[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_its_writer_took_back_is_out_of_the_moderators_hands()
    {
        using var sent = await SendAsync("سأسحبه");
        var cookie = sent.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var comment = await site.InStoreAsync(db => db.Comments.Select(c => c.Id).SingleAsync());
        var seen = await site.SeenAsync(comment);
        using var withdrawn = await PostAsync($"/comments/mine/{comment}?handler=withdraw", cookie);

        using var answer = await moderator.DecideAsync("Approve", comment, seen);

        Assert.Equal(CommentState.Removed, (await site.FoundCommentAsync(comment)).State);
        Assert.Contains("سحبه صاحبه", (await moderator.OpenAsync(answer.Headers.Location!.ToString())).Body!.Seen(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> SendAsync(string body) =>
        PostAsync($"/comments/new?article={story}", "", ("Input.Name", "سليم"), ("Input.Email", "salim@example.org"), ("Input.Body", body));

    private async Task<HttpResponseMessage> PostAsync(string path, string cookie, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(one => KeyValuePair.Create(one.Name, one.Value))) };
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        return await site.Client.SendAsync(request);
    }
}
