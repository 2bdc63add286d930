using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Comments.Following;
using NewsSite.Comments.PostingRules;
using NewsSite.Settings;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

public sealed class FlagTests : IAsyncLifetime
{
    private readonly MailServer mail = new();
    private TestSite site = null!;
    private SignedIn moderator = null!;
    private int story, comment;
    private string address = "";

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.EmptyAsync("--Comments:PerMinute=0", "--ReverseProxy:Trusted=127.0.0.1,::1");
        moderator = await site.SignInAsync(Role.None, moderates: true);
        story = await site.OpenStoryAsync();
        address = await site.AddressOfAsync(story);
        comment = await site.CommentAsync(story, "تعليق يُبلَّغ عنه");
    }

    public async ValueTask DisposeAsync()
    {
        moderator.Dispose();
        await site.DisposeAsync();
        await mail.DisposeAsync();
    }

    [Fact]
    public async Task Who_reports_what_others_reports_have_stopped_meanwhile_is_thanked_and_not_sent_astray()
    {
        var comment = await site.CommentAsync(story, "كلام يبلغ عنه");
        foreach (var network in new[] { "203.0.113.1", "198.51.100.2", "192.0.2.3" })
        {
            await site.FlagAsync(comment, PostingRule.Spam, network);
        }
        Assert.Equal(CommentState.Held, (await site.FoundCommentAsync(comment)).State);

        using var late = await new Commenter(site).PostAsync($"/comments/{comment}/flag", ("Input.Rule", "8"), ("Input.Note", "إعلان"));

        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
        var page = (await Reading.ParseAsync(late)).QuerySelector("main")!.Seen();
        Assert.Contains("لم يعد ظاهرًا للقراء", page, StringComparison.Ordinal);
        Assert.DoesNotContain("كلام يبلغ عنه", page, StringComparison.Ordinal);
        await moderator.DecideAsync("Reject", comment, await site.SeenAsync(comment), ("Rule", "8"));
        using var later = await new Commenter(site).PostAsync($"/comments/{comment}/flag", ("Input.Rule", "8"));
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        var neverShown = await site.CommentAsync(story, "اسكت يا شرموط");
        using var unseen = await new Commenter(site).PostAsync($"/comments/{neverShown}/flag", ("Input.Rule", "8"));
        Assert.Equal(HttpStatusCode.NotFound, unseen.StatusCode);
    }

    [Fact]
    public async Task Every_comment_leads_to_a_report_that_names_the_rule_and_waits_in_its_own_queue()
    {
        var link = (await site.OpenAsync(address)).QuerySelector($"#comment-{comment} a[href$='/flag']")!;
        Assert.Equal("أبلغ", link.Seen());
        Assert.Contains("تعليق يُبلَّغ عنه", (await site.OpenAsync(link.GetAttribute("href")!)).QuerySelector("blockquote")!.Seen(), StringComparison.Ordinal);

        using var answer = await new Commenter(site).PostAsync(link.GetAttribute("href")!, ("Input.Rule", "5"), ("Input.Note", "يحرض على طائفة"));

        Assert.Contains("وصل بلاغك", (await Reading.ParseAsync(answer)).QuerySelector("[role=status]")!.Seen(), StringComparison.Ordinal);
        var queue = await moderator.OpenAsync("/admin/comments?tab=Reported");
        Assert.Contains("بلاغ واحد", queue.QuerySelector(".chosen__said")!.Seen(), StringComparison.Ordinal);
        Assert.Contains("يحرض على طائفة", queue.QuerySelector(".chosen__said q")!.Seen(), StringComparison.Ordinal);
        Assert.Contains("إبقاء", queue.QuerySelector(".decide .button--first")!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_without_a_rule_or_with_an_address_that_is_none_comes_back_with_what_was_typed()
    {
        using var answer = await new Commenter(site).PostAsync(AddressOf(comment), ("Input.Rule", "99"), ("Input.Note", "ملاحظة"), ("Input.Email", "ليس بريدا"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Reading.ParseAsync(answer);
        Assert.Equal(["اختر الشرط الذي يخالفه التعليق", "عنوان البريد غير صحيح."], page.QuerySelectorAll(".field__error").Select(one => one.Seen()));
        Assert.Equal("ملاحظة", page.QuerySelector("[name='Input.Note']")!.GetAttribute("value"));
        Assert.Empty(await FlagsAsync());
    }

    [Fact]
    public async Task The_same_reader_twice_is_one_report_and_the_later_word_counts()
    {
        await FlagAsync(PostingRule.Spam, "203.0.113.1");

        var again = await FlagAsync(PostingRule.Profanity, "203.0.113.1");

        Assert.IsType<FlagOutcome.Taken>(again);
        Assert.Equal(PostingRule.Profanity, Assert.Single(await FlagsAsync()).Rule);
    }

    [Fact]
    public async Task Who_types_the_address_of_one_who_has_reported_learns_nothing_and_takes_nothing_back()
    {
        const string typed = "colleague@reader.example";
        await using (var scope = site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Flagging>().FlagAsync(new(comment, PostingRule.SectarianIncitement, "يحرض على طائفة", typed) { From = IPAddress.Parse("203.0.113.1") }, CancellationToken.None);
        }

        using var answer = await new Commenter(site).PostAsync(AddressOf(comment), ("Input.Rule", "8"), ("Input.Note", "لا شيء فيه"), ("Input.Email", typed));
        using var unknown = await new Commenter(site).PostAsync(AddressOf(comment), ("Input.Rule", "8"), ("Input.Email", "somebody@reader.example"));

        Assert.Equal(await SaidAsync(unknown), await SaidAsync(answer));
        Assert.Equal((PostingRule.SectarianIncitement, "يحرض على طائفة / لا شيء فيه"), (await FlagsAsync()).Select(flag => (flag.Rule, flag.Note)).First());

        static async Task<string> SaidAsync(HttpResponseMessage answer) => (await Reading.ParseAsync(answer)).QuerySelector("[role=status]")!.Seen();
    }

    [Fact]
    public async Task So_many_readers_as_the_newsroom_set_hold_a_comment_by_the_rule_that_most_of_them_named()
    {
        await FlagAsync(PostingRule.Spam, "203.0.113.1");
        await FlagAsync(PostingRule.RacistIncitement, "203.0.113.2");
        Assert.Contains("يُبلَّغ عنه", (await site.OpenAsync(address)).Body!.Seen(), StringComparison.Ordinal);

        await FlagAsync(PostingRule.RacistIncitement, "203.0.113.3");

        Assert.DoesNotContain("يُبلَّغ عنه", (await site.OpenAsync(address)).Body!.Seen(), StringComparison.Ordinal);
        var held = await site.FoundCommentAsync(comment);
        Assert.Equal((CommentState.Held, HoldReason.Reported, PostingRule.RacistIncitement), (held.State, held.Reason, held.Rule!.Value));
    }

    [Fact]
    public async Task Readers_behind_one_network_address_cannot_hold_a_comment_together()
    {
        foreach (var reader in Enumerable.Range(0, 5))
        {
            await FlagAsync(PostingRule.Spam, "203.0.113.9", $"reader{reader}@reader.example");
        }

        Assert.Equal(5, (await FlagsAsync()).Count);
        Assert.Equal(CommentState.Posted, (await site.FoundCommentAsync(comment)).State);
    }

    [Fact]
    public async Task What_a_moderator_approved_is_not_held_by_reports_again()
    {
        await FlagAsync(PostingRule.Spam, "203.0.113.1");
        await moderator.DecideAsync("Approve", comment, await site.SeenAsync(comment));
        Assert.Empty((await moderator.OpenAsync("/admin/comments?tab=Reported")).QuerySelectorAll(".item"));

        foreach (var reader in Enumerable.Range(2, 4))
        {
            await FlagAsync(PostingRule.Spam, $"203.0.113.{reader}");
        }

        Assert.Equal(CommentState.Posted, (await site.FoundCommentAsync(comment)).State);
        Assert.Single((await moderator.OpenAsync("/admin/comments?tab=Reported")).QuerySelectorAll(".item"));
    }

    [Fact]
    public async Task What_was_mended_after_a_moderators_approval_is_held_by_reports_like_any_other()
    {
        var writer = new Commenter(site);
        var mended = await writer.SayAsync(story, "كلام عادي");
        await site.FlagAsync(mended, PostingRule.Spam, "203.0.113.1");
        await moderator.DecideAsync("Approve", mended, await site.SeenAsync(mended));
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        using var changed = await writer.PostAsync($"/comments/mine/{mended}", ("Input.Body", "كلام آخر تماما"));

        foreach (var reader in Enumerable.Range(1, 3))
        {
            await site.FlagAsync(mended, PostingRule.Spam, $"203.0.113.{reader}");
        }

        Assert.Equal(CommentState.Held, (await site.FoundCommentAsync(mended)).State);
    }

    [Fact]
    public async Task Where_reports_hold_nothing_they_hold_nothing()
    {
        await site.InStoreAsync(async db =>
        {
            db.Add(new Setting(nameof(SiteSettings.FlagsToHold), "0"));
            await db.SaveChangesAsync();
        });

        foreach (var reader in Enumerable.Range(1, 6))
        {
            await FlagAsync(PostingRule.Spam, $"203.0.113.{reader}");
        }

        Assert.Equal(CommentState.Posted, (await site.FoundCommentAsync(comment)).State);
    }

    [Theory]
    [InlineData("Reject", "وحذفه: يخالف شرط «الإساءة إلى الأشخاص»")]
    [InlineData("Approve", "وبقي منشورًا")]
    public async Task Who_asked_hears_the_result_once_and_nothing_of_the_writer(string act, string result)
    {
        await FlagAsync(PostingRule.InsultToPerson, "203.0.113.1", "reporter@reader.example");
        await FlagAsync(PostingRule.InsultToPerson, "203.0.113.2");

        await moderator.DecideAsync(act, comment, await site.SeenAsync(comment), ("Rule", "2"), ("Why", "للسجل وحده"));
        site.Clock.Advance(FollowerLetters.Settling);
        await site.DeliveryTo(mail).SendDueAsync(CancellationToken.None);

        Assert.Equal(["reporter@reader.example"], mail.Recipients);
        var text = mail.Messages[0].TextBody;
        Assert.Contains(result, text, StringComparison.Ordinal);
        Assert.DoesNotContain("salim@example.org", text, StringComparison.Ordinal);
        Assert.DoesNotContain("للسجل وحده", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_reports_their_own()
    {
        var writer = new Commenter(site);
        var own = await writer.SayAsync(story, "تعليقي أنا");

        using var answer = await writer.PostAsync(AddressOf(own), ("Input.Rule", "8"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("هذا تعليقك", (await Reading.ParseAsync(answer)).QuerySelector("[role=alert]")!.Seen(), StringComparison.Ordinal);
        Assert.Empty(await FlagsAsync());
    }

    [Fact]
    public async Task Who_asked_hears_the_later_of_two_decisions_of_one_moment()
    {
        await FlagAsync(PostingRule.InsultToPerson, "203.0.113.1", "reporter@reader.example");
        await moderator.DecideAsync("Approve", comment, await site.SeenAsync(comment));
        using var second = await site.SignInAsync(Accounts.Role.None, moderates: true);
        await second.DecideAsync("Reject", comment, await site.SeenAsync(comment), ("Rule", "2"));

        site.Clock.Advance(FollowerLetters.Settling);
        await site.DeliveryTo(mail).SendDueAsync(CancellationToken.None);

        Assert.Contains("وحذفه: يخالف شرط «الإساءة إلى الأشخاص»", Assert.Single(mail.Messages).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_beyond_what_an_hour_may_bring_from_one_network_are_asked_to_wait()
    {
        foreach (var reader in Enumerable.Range(0, Flagging.PerHour))
        {
            await FlagAsync(PostingRule.Spam, "203.0.113.9", $"reader{reader}@reader.example");
        }

        Assert.IsType<FlagOutcome.TooMany>(await FlagAsync(PostingRule.Spam, "203.0.113.9", "one.more@reader.example"));
        Assert.IsType<FlagOutcome.Taken>(await FlagAsync(PostingRule.Spam, "203.0.113.10"));
    }

    [Fact]
    public async Task A_comment_that_readers_cannot_see_cannot_be_reported()
    {
        await moderator.DecideAsync("Reject", comment, await site.SeenAsync(comment), ("Rule", "2"));

        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(AddressOf(comment))).StatusCode);
        Assert.IsType<FlagOutcome.NotThere>(await FlagAsync(PostingRule.Spam, "203.0.113.1"));
    }

    [Fact]
    public async Task The_network_address_and_the_email_of_who_reported_are_kept_in_no_readable_form_and_ninety_days()
    {
        await FlagAsync(PostingRule.Spam, "203.0.113.77", "reporter@reader.example");
        var stored = string.Join(' ', (await FlagsAsync()).Select(flag => $"{flag.ReaderKey} {flag.AddressKey} {System.Text.Encoding.Latin1.GetString(flag.SealedEmail!)}"));
        Assert.DoesNotContain("reporter", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("203.0.113.77", stored, StringComparison.Ordinal);

        site.Clock.Advance(TimeSpan.FromDays(CommentRetention.MostNetwork) + TimeSpan.FromMinutes(1));
        await site.SweepAsync();

        Assert.Empty(await FlagsAsync());
        Assert.Contains(await site.HistoryAsync(comment), line => line.Act == ModerationAct.Flagged);
    }

    private Task<FlagOutcome> FlagAsync(PostingRule rule, string from, string email = "") => site.FlagAsync(comment, rule, from, email);

    private Task<List<CommentFlag>> FlagsAsync() => site.InStoreAsync(db => db.CommentFlags.AsNoTracking().OrderBy(flag => flag.Id).ToListAsync());

    private static string AddressOf(int comment) => $"/comments/{comment}/flag";
}
