using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

public sealed class BanListTests : IAsyncLifetime
{
    private TestSite site = null!;
    private SignedIn moderator = null!;
    private int story;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.EmptyAsync();
        moderator = await site.SignInAsync(Role.None, moderates: true);
        story = await site.SavedAsync(Make.Story(Make.Section()));
    }

    public async ValueTask DisposeAsync()
    {
        moderator.Dispose();
        await site.DisposeAsync();
    }

    [Theory]
    [InlineData("A.B+news@Gmail.com", "ab@gmail.com", true)]
    [InlineData("ab@gmail.com", "a.b@googlemail.com", true)]
    [InlineData("a.b@example.org", "ab@example.org", false)]
    [InlineData("a.b@example.org", "A.B+x@EXAMPLE.org", true)]
    public async Task A_banned_address_may_not_comment_however_it_is_spelled(string banned, string writes, bool refused)
    {
        await BanAsync(banned);

        using var answer = await site.PostCommentAsync(story, "تعليق عادي", email: writes);

        Assert.Equal(refused ? HttpStatusCode.Forbidden : HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(!refused, await site.InStoreAsync(db => db.Comments.AnyAsync()));
    }

    [Fact]
    public async Task The_address_is_kept_nowhere_in_clear_and_shown_nowhere()
    {
        await BanAsync("secret.person@example.org", why: "تكرار الشتم");

        var page = await moderator.OpenAsync("/admin/comments/bans");
        var (ban, entry) = await site.InStoreAsync(async db => (await db.Bans.SingleAsync(), await db.Log.SingleAsync(entry => entry.Act == "comments.ban")));

        Assert.Contains("تكرار الشتم", page.QuerySelector("table")!.Seen(), StringComparison.Ordinal);
        foreach (var text in new[] { page.DocumentElement.OuterHtml, ban.Key, ban.Why, entry.Subject, entry.Detail })
        {
            Assert.DoesNotContain("secret", text, StringComparison.OrdinalIgnoreCase);
        }
        Assert.DoesNotContain(ban.Key, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal((BanKind.Email, moderator.Member.Id), (ban.Kind, ban.ById));
    }

    [Fact]
    public async Task A_reason_that_names_the_address_is_sent_back()
    {
        using var answer = await SendAsync("someone@example.org", "هذا Someone@example.org يشتم");

        Assert.Contains("لا تكتب عنوان البريد في السبب", await answer.SaidAsync(), StringComparison.Ordinal);
        Assert.False(await site.InStoreAsync(db => db.Bans.AnyAsync()));
    }

    [Fact]
    public async Task A_ban_ends_by_itself_and_a_lifted_one_at_once()
    {
        await BanAsync("one@example.org", ends: "Week");
        await BanAsync("two@example.org", ends: "Never");
        var second = await site.InStoreAsync(db => db.Bans.OrderByDescending(ban => ban.Id).Select(ban => ban.Id).FirstAsync());

        using var lift = await moderator.PostAsync("/admin/comments/bans?handler=Lift", ("id", $"{second}"));
        using var lifted = await site.PostCommentAsync(story, "عدتُ إلى النقاش", email: "two@example.org");
        using var banned = await site.PostCommentAsync(story, "تعليق عادي", email: "one@example.org");
        site.Clock.Advance(TimeSpan.FromDays(7));
        using var over = await site.PostCommentAsync(story, "تعليق عادي", email: "one@example.org");

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Forbidden, HttpStatusCode.SeeOther), (lifted.StatusCode, banned.StatusCode, over.StatusCode));
        Assert.Equal(second, await site.InStoreAsync(db => db.Log.Where(entry => entry.Act == "comments.ban.lifted").Select(entry => entry.SubjectId).SingleAsync()));
        Assert.Equal(2, (await moderator.OpenAsync("/admin/comments/bans?ended=true")).QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Who_is_banned_already_is_not_banned_twice()
    {
        await BanAsync("one@example.org", ends: "Never");

        using var again = await SendAsync("One+again@example.org", "مرة أخرى");

        Assert.Contains("محظور حظرًا دائمًا", await again.SaidAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await site.InStoreAsync(db => db.Bans.CountAsync()));
    }

    [Fact]
    public async Task A_ban_without_a_word_of_its_own_is_known_again_by_its_rule()
    {
        var comment = await site.CommentAsync(story, "كلام", "one@example.org");

        using var banned = await moderator.DecideAsync("Ban", comment, await site.SeenAsync(comment), ("Email", "true"), ("Rule", "2"), ("For", "Week"));

        Assert.Contains("شرط «الإساءة إلى الأشخاص»", (await moderator.OpenAsync("/admin/comments/bans")).QuerySelector("main")!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_moderators_bans_of_one_writer_are_lifted_together_and_the_longer_one_counts()
    {
        var comment = await site.CommentAsync(story, "كلام", "one@example.org");
        using var week = await moderator.DecideAsync("Ban", comment, await site.SeenAsync(comment), ("Email", "true"), ("Rule", "2"), ("For", "Week"), ("Why", "شتم"));
        using var forGood = await moderator.DecideAsync("Ban", comment, await site.SeenAsync(comment), ("Email", "true"), ("Rule", "2"), ("For", "Good"), ("Why", "شتم"));
        using var day = await moderator.DecideAsync("Ban", comment, await site.SeenAsync(comment), ("Email", "true"), ("Rule", "2"), ("For", "Day"), ("Why", "شتم"));
        var bans = await site.InStoreAsync(db => db.Bans.AsNoTracking().OrderBy(ban => ban.Id).ToListAsync());
        Assert.Equal([true, false, true], bans.Select(ban => ban.Until.HasValue));
        Assert.Null(Assert.IsType<CommentOutcome.Banned>(await site.SubmitAsync(story, "عدت", "one@example.org")).Until);

        using var lifted = await moderator.PostAsync("/admin/comments/bans?handler=Lift", ("id", bans[0].Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        Assert.IsType<CommentOutcome.Posted>(await site.SubmitAsync(story, "عدت", "one@example.org"));
    }

    [Fact]
    public async Task Who_takes_a_ban_back_takes_back_no_other_moderators()
    {
        using var second = await site.SignInAsync(NewsSite.Accounts.Role.None, moderates: true);
        var (one, two) = (await site.CommentAsync(story, "كلام أول", "one@example.org"), await site.CommentAsync(story, "كلام ثان", "one@example.org"));
        using var forGood = await moderator.DecideAsync("Ban", one, await site.SeenAsync(one), ("Email", "true"), ("Rule", "2"), ("For", "Good"), ("Why", "شتم"));
        using var week = await second.DecideAsync("Ban", two, await site.SeenAsync(two), ("Email", "true"), ("Rule", "2"), ("For", "Week"), ("Why", "شتم"));

        using var undone = await moderator.DecideAsync("Undo", one, await site.SeenAsync(one));

        Assert.NotNull(Assert.IsType<CommentOutcome.Banned>(await site.SubmitAsync(story, "عدت", "one@example.org")).Until);
    }

    [Fact]
    public async Task A_reason_in_the_queue_that_names_the_writers_address_is_sent_back()
    {
        var comment = await site.CommentAsync(story, "كلام", "one@example.org");

        using var answer = await moderator.DecideAsync("Ban", comment, await site.SeenAsync(comment), ("Email", "true"), ("Rule", "2"), ("For", "Week"), ("Why", "يكتب من One@example.org"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("لا تكتب عنوان البريد في السبب", (await Reading.ParseAsync(answer)).QuerySelector(".field__error")!.Seen(), StringComparison.Ordinal);
        Assert.Equal((0, CommentState.Posted), (await site.InStoreAsync(db => db.Bans.CountAsync()), (await site.FoundCommentAsync(comment)).State));
    }

    [Theory]
    [InlineData("", "سبب", "Week", "")]
    [InlineData("not an address", "سبب", "Week", "")]
    [InlineData("one@example.org", "", "Week", "")]
    [InlineData("one@example.org", "سبب", "At", "")]
    [InlineData("one@example.org", "سبب", "At", "2020-01-01T10:00")]
    [InlineData("one@example.org", "سبب", "Someday", "")]
    public async Task A_ban_that_says_too_little_is_sent_back(string email, string why, string ends, string until)
    {
        using var answer = await SendAsync(email, why, ends, until);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotEmpty((await Reading.ParseAsync(answer)).QuerySelectorAll(".field__error"));
        Assert.False(await site.InStoreAsync(db => db.Bans.AnyAsync()));
    }

    private async Task BanAsync(string email, string why = "سبب", string ends = "Week")
    {
        using var answer = await SendAsync(email, why, ends);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private Task<HttpResponseMessage> SendAsync(string email, string why, string ends = "Week", string until = "") =>
        moderator.PostAsync("/admin/comments/bans?handler=Add", ("Input.Email", email), ("Input.Why", why), ("Input.Ends", ends), ("Input.Until", until));
}
