using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Comments.Following;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

public sealed class AppealTests : IAsyncLifetime
{
    private const string Abuse = "اسكت يا شرموط", Sentence = "هذا اسم مسرحية معروفة ولا أشتم أحدًا.";

    private readonly MailServer mail = new();
    private TestSite site = null!;
    private SignedIn moderator = null!;
    private Commenter writer = null!;
    private int story;
    private string address = "";

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.EmptyAsync("--Comments:PerMinute=0");
        moderator = await site.SignInAsync(Role.None, moderates: true);
        writer = new Commenter(site, email: "salma@reader.example");
        story = await site.OpenStoryAsync();
        address = await site.AddressOfAsync(story);
    }

    public async ValueTask DisposeAsync()
    {
        moderator.Dispose();
        await site.DisposeAsync();
        await mail.DisposeAsync();
    }

    [Fact]
    public async Task A_refusal_offers_an_appeal_which_waits_in_its_own_queue_with_the_writers_sentence()
    {
        var comment = await RefusedAsync();

        using var sent = await AppealAsync(comment);

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Contains("وصل اعتراضك", (await writer.OpenAsync(AddressOf(comment))).Body!.Seen(), StringComparison.Ordinal);
        var queue = await moderator.OpenAsync("/admin/comments?tab=Appeals");
        Assert.Equal(Abuse, queue.QuerySelector(".chosen__text")!.Seen());
        Assert.Contains(Sentence, queue.QuerySelector(".chosen__said")!.Seen(), StringComparison.Ordinal);
        Assert.Equal("1", queue.QuerySelector(".tabs a[aria-current] .tabs__count")!.Seen());
        Assert.Contains("صاحب التعليق: اعترض على القرار", queue.Body!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_granted_appeal_stands_under_the_story_at_the_next_request_and_its_writer_gets_one_letter()
    {
        var comment = await RefusedAsync();
        await AppealAsync(comment);
        Assert.DoesNotContain(Abuse, (await site.OpenAsync(address)).Body!.Seen(), StringComparison.Ordinal);

        using var answer = await moderator.DecideAsync("Approve", comment, await site.SeenAsync(comment), ("Answer", "معك حق."));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains(Abuse, (await site.OpenAsync(address)).Body!.Seen(), StringComparison.Ordinal);
        Assert.Equal(ModerationAct.Restored, (await site.HistoryAsync(comment))[^1].Act);
        site.Clock.Advance(FollowerLetters.Settling);
        await site.DeliveryTo(mail).SendDueAsync(CancellationToken.None);
        var letter = Assert.Single(mail.Messages);
        Assert.Equal(["salma@reader.example"], mail.Recipients);
        Assert.Contains("معك حق.", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains($"/comments/{comment}", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("قُبل اعتراضك", (await writer.OpenAsync(AddressOf(comment))).Body!.Seen(), StringComparison.Ordinal);
        Assert.Empty((await moderator.OpenAsync("/admin/comments?tab=Appeals")).QuerySelectorAll(".item"));
    }

    [Fact]
    public async Task A_declined_appeal_leaves_all_as_it_was_says_why_and_can_be_made_only_once()
    {
        var comment = await RefusedAsync();
        await AppealAsync(comment);

        using var answer = await moderator.DecideAsync("Decline", comment, await site.SeenAsync(comment), ("Answer", "الكلمة شتيمة هنا."));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(CommentState.Refused, (await site.FoundCommentAsync(comment)).State);
        var page = await writer.OpenAsync(AddressOf(comment));
        Assert.Contains("الكلمة شتيمة هنا.", page.Body!.Seen(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[method=post] textarea"));
        await AppealAsync(comment);
        Assert.Empty((await moderator.OpenAsync("/admin/comments?tab=Appeals")).QuerySelectorAll(".item"));
        site.Clock.Advance(FollowerLetters.Settling);
        await site.DeliveryTo(mail).SendDueAsync(CancellationToken.None);
        Assert.Contains("الكلمة شتيمة هنا.", Assert.Single(mail.Messages).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_taken_back_at_once_is_told_to_nobody()
    {
        var comment = await RefusedAsync();
        await AppealAsync(comment);
        using var declined = await moderator.DecideAsync("Decline", comment, await site.SeenAsync(comment), ("Answer", "تسرعت."));
        using var undone = await moderator.DecideAsync("Undo", comment, await site.SeenAsync(comment));
        using var granted = await moderator.DecideAsync("Approve", comment, await site.SeenAsync(comment), ("Answer", "معك حق."));

        site.Clock.Advance(FollowerLetters.Settling);
        await site.DeliveryTo(mail).SendDueAsync(CancellationToken.None);

        Assert.Contains("معك حق.", Assert.Single(mail.Messages).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_second_moderator_decides_at_once_is_the_only_answer()
    {
        var comment = await RefusedAsync();
        await AppealAsync(comment);
        using var declined = await moderator.DecideAsync("Decline", comment, await site.SeenAsync(comment), ("Answer", "تسرعت."));
        using var second = await site.SignInAsync(Accounts.Role.None, moderates: true);
        using var granted = await second.DecideAsync("Approve", comment, await site.SeenAsync(comment), ("Answer", "معك حق."));

        site.Clock.Advance(FollowerLetters.Settling);
        await site.DeliveryTo(mail).SendDueAsync(CancellationToken.None);

        Assert.Contains("معك حق.", Assert.Single(mail.Messages).TextBody, StringComparison.Ordinal);
        Assert.Equal(ModerationAct.Restored, (await site.HistoryAsync(comment))[^1].Act);
        Assert.Contains("قُبل اعتراضك", (await writer.OpenAsync(AddressOf(comment))).Body!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_has_not_gone_out_yet_is_overtaken_by_a_later_decision()
    {
        var comment = await RefusedAsync();
        await AppealAsync(comment);
        using var declined = await moderator.DecideAsync("Decline", comment, await site.SeenAsync(comment), ("Answer", "تسرعت."));
        site.Clock.Advance(TimeSpan.FromHours(3));
        using var granted = await moderator.DecideAsync("Approve", comment, await site.SeenAsync(comment));

        site.Clock.Advance(FollowerLetters.Settling);
        await site.DeliveryTo(mail).SendDueAsync(CancellationToken.None);

        Assert.Contains("قرأ مشرف اعتراضك وقبله", Assert.Single(mail.Messages).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_has_gone_out_stands_whatever_is_decided_later()
    {
        var comment = await RefusedAsync();
        await AppealAsync(comment);
        using var declined = await moderator.DecideAsync("Decline", comment, await site.SeenAsync(comment), ("Answer", "الكلمة شتيمة هنا."));
        site.Clock.Advance(FollowerLetters.Settling);
        await site.DeliveryTo(mail).SendDueAsync(CancellationToken.None);
        using var approved = await moderator.DecideAsync("Approve", comment, await site.SeenAsync(comment));

        site.Clock.Advance(FollowerLetters.Settling);
        await site.DeliveryTo(mail).SendDueAsync(CancellationToken.None);

        Assert.Single(mail.Messages);
    }

    [Fact]
    public async Task Who_takes_the_comment_back_hears_no_more_that_it_is_posted()
    {
        var comment = await writer.SayAsync(story, "أنت حمار لا تفهم");
        await AppealAsync(comment);
        using var granted = await moderator.DecideAsync("Approve", comment, await site.SeenAsync(comment), ("Answer", "معك حق."));
        using var withdrawn = await writer.PostAsync($"/comments/mine/{comment}?handler=withdraw");

        site.Clock.Advance(FollowerLetters.Settling);
        await site.DeliveryTo(mail).SendDueAsync(CancellationToken.None);

        Assert.Empty(mail.Messages);
    }

    [Fact]
    public async Task A_ban_turns_down_the_appeal_against_what_was_refused_already_and_is_undone_with_it()
    {
        var comment = await RefusedAsync();
        await AppealAsync(comment);
        using var banned = await moderator.DecideAsync("Ban", comment, await site.SeenAsync(comment), ("Email", "true"), ("Rule", "7"), ("For", "Week"), ("Answer", "الكلمة شتيمة هنا."));

        Assert.Equal("الكلمة شتيمة هنا.", await site.InStoreAsync(db => db.Appeals.Where(appeal => appeal.AnsweredAt != null).Select(appeal => appeal.Answer).SingleAsync()));
        using var undone = await moderator.DecideAsync("Undo", comment, await site.SeenAsync(comment));

        Assert.True(await site.InStoreAsync(db => db.Bans.AllAsync(ban => ban.Until == site.Clock.GetUtcNow())));
        Assert.Null(await site.InStoreAsync(db => db.Appeals.Select(appeal => appeal.AnsweredAt).SingleAsync()));
    }

    [Fact]
    public async Task A_ban_from_a_page_of_before_the_decision_is_not_taken_for_that_decision()
    {
        var comment = await RefusedAsync();
        await AppealAsync(comment);
        var before = await site.SeenAsync(comment);
        using var declined = await moderator.DecideAsync("Decline", comment, before);

        using var stale = await moderator.DecideAsync("Ban", comment, before, ("Email", "true"), ("Rule", "7"), ("For", "Week"));

        Assert.False(await site.InStoreAsync(db => db.Bans.AnyAsync()));
        Assert.DoesNotContain("حُظر", (await moderator.OpenAsync(stale.Headers.Location!.ToString())).QuerySelector("#told")!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_mends_what_they_objected_about_has_no_objection_left_that_nobody_could_answer()
    {
        var held = await writer.SayAsync(story, "أنت حمار لا تفهم");
        using var sent = await AppealAsync(held);

        using var same = await writer.PostAsync($"/comments/mine/{held}", ("Input.Body", "أنت حمار لا تفهم"));
        using var refused = await writer.PostAsync($"/comments/mine/{held}", ("Input.Body", "اسكت يا شرموط"));
        Assert.Single((await moderator.OpenAsync("/admin/comments?tab=Appeals")).QuerySelectorAll(".item"));
        using var mended = await writer.PostAsync($"/comments/mine/{held}", ("Input.Body", "كلام عادي جدا عن الخبر"));

        Assert.Equal(CommentState.Posted, (await site.FoundCommentAsync(held)).State);
        Assert.Empty((await moderator.OpenAsync("/admin/comments?tab=Appeals")).QuerySelectorAll(".item"));
        Assert.DoesNotContain("وصل اعتراضك", (await writer.OpenAsync(address)).QuerySelector($"#comment-{held}")!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_moderator_rejected_may_be_appealed_from_the_thread_but_by_its_writer_alone()
    {
        var comment = await writer.SayAsync(story, "رأي سيُرفض");
        await moderator.DecideAsync("Reject", comment, await site.SeenAsync(comment), ("Rule", "2"), ("Why", "سر للسجل"));

        var link = (await writer.OpenAsync(address)).QuerySelector($"#comment-{comment} a[href$='/appeal']")!;

        Assert.Equal("هل ترى القرار خطأ؟ اعترض عليه", link.Seen());
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(AddressOf(comment))).StatusCode);
        var stranger = new Commenter(site, "آخر", "other@reader.example");
        await stranger.SayAsync(story, "كلام آخر تماما");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(AddressOf(comment), ("Input.Sentence", Sentence))).StatusCode);
        Assert.DoesNotContain("سر للسجل", (await writer.OpenAsync(AddressOf(comment))).Body!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_copies_a_comment_under_its_writers_email_from_elsewhere_gets_nothing_of_it_in_hand()
    {
        var comment = await site.CommentAsync(story, "كلام منشور للناس", "salma@reader.example", from: "203.0.113.1");

        using var copied = await new Commenter(site, email: "salma@reader.example").PostAsync(story, "كلام منشور للناس");

        Assert.NotEqual(comment, Commenter.NumberIn(copied));
    }

    [Fact]
    public async Task Who_has_proved_the_address_may_object_from_any_browser_when_the_one_that_sent_it_has_forgotten_and_nobody_else_may()
    {
        var comment = await RefusedAsync();
        site.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(HttpStatusCode.NotFound, (await writer.GetAsync(AddressOf(comment))).StatusCode);
        var (owner, other) = (new Prover(site), new Prover(site));
        await owner.ProveAsync("salma@reader.example");
        await site.CommentAsync(story, "كلام غيرها", "other@reader.example");
        await other.ProveAsync("other@reader.example");

        var link = (await owner.OpenAsync()).QuerySelector($"a[href='{AddressOf(comment)}']")!;
        Assert.Equal("هل ترى القرار خطأ؟ اعترض عليه", link.Seen());
        using var forbidden = await other.SendAsync(HttpMethod.Post, AddressOf(comment), ("Input.Sentence", Sentence));
        Assert.Equal(HttpStatusCode.NotFound, forbidden.StatusCode);
        using var sent = await owner.SendAsync(HttpMethod.Post, AddressOf(comment), ("Input.Sentence", Sentence));

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Equal([Sentence], await site.InStoreAsync(db => db.Appeals.Select(appeal => appeal.Sentence).ToListAsync()));
        Assert.Contains("وصل اعتراضك", (await owner.OpenAsync()).QuerySelector($"a[href='{AddressOf(comment)}']")!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_form_that_turns_an_appealed_hold_down_has_room_for_an_answer()
    {
        var comment = await writer.SayAsync(story, "أنت حمار لا تفهم");
        using var sent = await AppealAsync(comment);

        var forms = (await moderator.OpenAsync("/admin/comments?tab=Appeals")).QuerySelectorAll(".decide form:has([name='Input.Rule'])");
        using var banned = await moderator.DecideAsync("Ban", comment, await site.SeenAsync(comment), ("Email", "true"), ("Rule", "2"), ("For", "Week"), ("Why", "شتم"), ("Answer", new string('ج', 900)));

        Assert.Equal(3, forms.Length);
        Assert.All(forms, form => Assert.NotNull(form.QuerySelector("[name='Input.Answer']")));
        var answer = await site.InStoreAsync(db => db.Appeals.Select(appeal => appeal.Answer).SingleAsync());
        Assert.InRange(answer.Length, 1, ModerationEntry.MaxWhy);
    }

    [Fact]
    public async Task Who_objects_to_a_hold_that_is_then_refused_reads_the_moderators_answer()
    {
        var comment = await writer.SayAsync(story, "أنت حمار لا تفهم");
        using var sent = await AppealAsync(comment);

        using var rejected = await moderator.DecideAsync("Reject", comment, await site.SeenAsync(comment), ("Rule", "2"), ("Answer", "الكلمة شتيمة هنا."));

        Assert.Contains("الكلمة شتيمة هنا.", string.Join('\n', Assert.Single(await site.LettersToAsync("salma@reader.example")).Paragraphs), StringComparison.Ordinal);
        Assert.Contains("الكلمة شتيمة هنا.", (await writer.OpenAsync(AddressOf(comment))).Body!.Seen(), StringComparison.Ordinal);
        Assert.Equal("", (await site.HistoryAsync(comment))[^1].Why);
    }

    [Fact]
    public async Task An_empty_appeal_and_one_too_long_come_back_with_a_sentence_and_the_text()
    {
        var comment = await RefusedAsync();

        using var empty = await writer.PostAsync(AddressOf(comment), ("Input.Sentence", "  "));
        using var longer = await writer.PostAsync(AddressOf(comment), ("Input.Sentence", new string('ا', Appeal.MaxSentence + 1)));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (empty.StatusCode, longer.StatusCode));
        Assert.Equal("اكتب جملة تشرح اعتراضك.", (await Reading.ParseAsync(empty)).QuerySelector(".field__error")!.Seen());
        var page = await Reading.ParseAsync(longer);
        Assert.Equal("أطول من المسموح: 500 حرف على الأكثر.", page.QuerySelector(".field__error")!.Seen());
        Assert.Equal(Appeal.MaxSentence + 1, page.QuerySelector("textarea")!.TextContent.Trim().Length);
        Assert.Empty(await site.InStoreAsync(db => db.Appeals.ToListAsync()));
    }

    [Fact]
    public async Task Two_appeals_at_once_are_one()
    {
        var comment = await RefusedAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AppealAsync(comment)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        Assert.Single(await site.HistoryAsync(comment), line => line.Act == ModerationAct.Appealed);
    }

    [Fact]
    public async Task A_decision_that_is_taken_back_leaves_the_appeal_waiting_again()
    {
        var comment = await RefusedAsync();
        await AppealAsync(comment);
        await moderator.DecideAsync("Approve", comment, await site.SeenAsync(comment));

        await moderator.DecideAsync("Undo", comment, await site.SeenAsync(comment));

        Assert.Equal(CommentState.Refused, (await site.FoundCommentAsync(comment)).State);
        Assert.Single((await moderator.OpenAsync("/admin/comments?tab=Appeals")).QuerySelectorAll(".item"));
        Assert.DoesNotContain(Abuse, (await site.OpenAsync(address)).Body!.Seen(), StringComparison.Ordinal);
    }

    private async Task<int> RefusedAsync()
    {
        using var answer = await writer.PostAsync(story, Abuse);
        var link = (await Reading.ParseAsync(answer)).QuerySelector("[role=alert] a")!.GetAttribute("href")!;
        return await site.InStoreAsync(db => db.Comments.Where(c => link == "/comments/" + c.Id + "/appeal").Select(c => c.Id).SingleAsync());
    }

    private Task<HttpResponseMessage> AppealAsync(int comment) => writer.PostAsync(AddressOf(comment), ("Input.Sentence", Sentence));

    private static string AddressOf(int comment) => $"/comments/{comment}/appeal";
}
