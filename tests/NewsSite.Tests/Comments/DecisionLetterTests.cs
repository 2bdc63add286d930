using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Comments.Following;
using NewsSite.Comments.PostingRules;
using NewsSite.Import;
using NewsSite.Mail;
using NewsSite.Tests.Support;
using NewsSite.Web.Comments;

namespace NewsSite.Tests.Comments;

public sealed class DecisionLetterTests : IAsyncLifetime
{
    private const string Writer = "hala@reader.example";

    private TestSite site = null!;
    private SignedIn moderator = null!;
    private int story;

    public async ValueTask InitializeAsync()
    {
        (site, story, _) = await Commented.WithStoryAsync();
        await site.HoldAllAsync();
        moderator = await site.SignInAsync(Role.None, moderates: true);
    }

    public async ValueTask DisposeAsync()
    {
        moderator.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Who_asked_is_told_once_that_a_comment_was_posted()
    {
        var id = await SayAsync("كلام عادي جدا");
        await DecideAsync("Approve", id);

        await site.WriteLettersAsync(Followers.Soon);
        await site.WriteLettersAsync(FollowerLetters.Between);

        var letter = Assert.Single(await site.LettersToAsync(Writer));
        var part = Assert.Single(letter.Parts);
        Assert.Equal(("نُشر تعليقك على «عنوان للاختبار»", "كلام عادي جدا"), (part.Head, part.Text));
        Assert.EndsWith($"/comments/{id}", part.Link.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_a_posted_comment_stays_is_no_news_but_for_whoever_was_told_that_it_is_gone()
    {
        var id = await SayAsync("كلام عادي جدا");
        await DecideAsync("Approve", id);
        await site.WriteLettersAsync(Followers.Soon);
        await site.FlagAsync(id, PostingRule.Spam, "203.0.113.9");
        await DecideAsync("Approve", id);
        await site.WriteLettersAsync(FollowerLetters.Between);
        Assert.Single(await site.LettersToAsync(Writer));

        await DecideAsync("Reject", id, ("Rule", nameof(PostingRule.Spam)));
        await site.WriteLettersAsync(FollowerLetters.Between);
        await DecideAsync("Undo", id);
        await DecideAsync("Approve", id);
        await site.WriteLettersAsync(FollowerLetters.Between);

        Assert.Equal(["نُشر", "حُذف", "نُشر"], (await site.LettersToAsync(Writer)).Select(letter => letter.Parts.Single().Head.Split(' ')[0]));
    }

    [Fact]
    public async Task A_rejection_names_the_rule_and_several_decisions_come_in_one_letter()
    {
        var (first, second) = (await SayAsync("كلام أول عادي"), await SayAsync("كلام ثان عادي"));
        await DecideAsync("Reject", first, ("Rule", nameof(PostingRule.Spam)), ("Why", "سر بين المشرفين"));
        await DecideAsync("Approve", second);

        await site.WriteLettersAsync(Followers.Soon);

        var letter = Assert.Single(await site.LettersToAsync(Writer));
        Assert.Equal(["لم يُنشر تعليقك على «عنوان للاختبار»", "نُشر تعليقك على «عنوان للاختبار»"], letter.Parts.Select(part => part.Head));
        Assert.Equal("يخالف شرط «الإعلانات والروابط»", letter.Parts[0].Text);
    }

    [Fact]
    public async Task What_was_undone_in_time_is_not_told_and_the_later_decision_is()
    {
        var id = await SayAsync("كلام عادي جدا");
        await DecideAsync("Reject", id, ("Rule", nameof(PostingRule.Spam)));
        await DecideAsync("Undo", id);
        await site.WriteLettersAsync(Followers.Soon);
        Assert.Empty(await site.LettersToAsync(Writer));

        await DecideAsync("Approve", id);
        await site.WriteLettersAsync(Followers.Soon);

        Assert.StartsWith("نُشر", Assert.Single(await site.LettersToAsync(Writer)).Parts[0].Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asked_is_told_that_readers_reports_have_stopped_a_comment_and_where_to_object()
    {
        await site.InStoreAsync(async db =>
        {
            db.RemoveRange(db.CommentPolicies.ToList());
            db.Add(new Settings.Setting(nameof(Settings.SiteSettings.FlagsToHold), "1"));
            await db.SaveChangesAsync();
        });
        var comment = await SayAsync("كلام عادي جدا");
        await site.FlagAsync(comment, PostingRule.Spam, "203.0.113.9");

        await site.WriteLettersAsync(Followers.Soon);

        var part = Assert.Single(Assert.Single(await site.LettersToAsync(Writer)).Parts);
        Assert.StartsWith("أُوقف تعليقك", part.Head, StringComparison.Ordinal);
        Assert.Contains("قد يخالف شرط «الإعلانات", part.Text, StringComparison.Ordinal);
        Assert.EndsWith("/comments/yours", part.Link.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_did_not_ask_is_not_told_and_who_stops_is_told_no_more()
    {
        var silent = await site.CommentAsync(story, "كلام بلا طلب", "quiet@reader.example");
        await DecideAsync("Approve", silent);
        await DecideAsync("Approve", await SayAsync("كلام عادي جدا"));
        await site.WriteLettersAsync(Followers.Soon);
        Assert.Empty(await site.LettersToAsync("quiet@reader.example"));
        var letter = Assert.Single(await site.LettersToAsync(Writer));
        var waiting = await SayAsync("كلام آخر عادي");

        using var stopped = await site.OneClickAsync(letter.StopAddress());
        await DecideAsync("Approve", waiting);
        await site.WriteLettersAsync(FollowerLetters.Between);

        Assert.Equal(HttpStatusCode.OK, stopped.StatusCode);
        Assert.Single(await site.LettersToAsync(Writer));
    }

    [Fact]
    public async Task Two_processes_tell_each_decision_once()
    {
        await using var other = await site.AnotherProcessAsync();
        for (var i = 0; i < 8; i++)
        {
            await DecideAsync("Approve", await SayAsync("كلام عادي جدا", $"writer{i}@reader.example"));
        }

        site.Clock.Advance(Followers.Soon);
        await Task.WhenAll(site.WriteLettersAsync(), other.WriteLettersAsync());

        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"writer{i}@reader.example"), (await site.WholeLettersAsync()).Select(letter => letter.To).Where(to => to.EndsWith("reader.example", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task A_neighbours_letter_box_hears_of_its_own_comments_only()
    {
        const string neighbour = "hala+news@reader.example";
        var (mine, theirs) = (await SayAsync("كلام هالة"), await SayAsync("كلام الجارة", neighbour));
        await DecideAsync("Approve", mine);
        await DecideAsync("Approve", theirs);

        await site.WriteLettersAsync(Followers.Soon);
        await site.WriteLettersAsync(FollowerLetters.Between);

        Assert.Equal("كلام هالة", Assert.Single(Assert.Single(await site.LettersToAsync(Writer)).Parts).Text);
        Assert.Equal("كلام الجارة", Assert.Single(Assert.Single(await site.LettersToAsync(neighbour)).Parts).Text);
    }

    [Fact]
    public async Task However_much_is_decided_one_mailbox_gets_five_letters_in_a_day_over_all_kinds()
    {
        for (var i = 0; i < 7; i++)
        {
            var reported = await site.CommentAsync(story, $"كلام عادي {i}", $"writer{i}@reader.example");
            await DecideAsync("Approve", reported);
            await site.FlagAsync(reported, PostingRule.Spam, "203.0.113.4", i % 2 == 0 ? Writer : "HALA+x@reader.example");
            await DecideAsync("Approve", reported);
        }
        Assert.Equal(5, await LettersToAllAsync());

        await DecideAsync("Approve", await SayAsync("كلام عادي جدا"));
        await site.WriteLettersAsync(Followers.Soon);
        Assert.Equal(5, await LettersToAllAsync());

        site.Clock.Advance(TimeSpan.FromDays(1));
        await DecideAsync("Approve", await SayAsync("كلام آخر عادي"));
        await site.WriteLettersAsync(Followers.Soon);
        Assert.Equal(6, await LettersToAllAsync());

        async Task<int> LettersToAllAsync() => (await site.LettersToAsync(Writer)).Count + (await site.LettersToAsync("HALA+x@reader.example")).Count;
    }

    [Fact]
    public async Task Answers_that_brought_no_letter_count_for_none()
    {
        for (var i = 0; i < 5; i++)
        {
            await ReportAsync(i);
        }
        site.Clock.Advance(TimeSpan.FromHours(23));
        for (var i = 5; i < 10; i++)
        {
            await ReportAsync(i);
        }
        Assert.Equal(5, (await site.LettersToAsync(Writer)).Count);

        site.Clock.Advance(TimeSpan.FromHours(2));
        await ReportAsync(10);

        Assert.Equal(6, (await site.LettersToAsync(Writer)).Count);

        async Task ReportAsync(int number)
        {
            var reported = await site.CommentAsync(story, $"كلام عادي {number}", $"writer{number}@reader.example");
            await DecideAsync("Approve", reported);
            await site.FlagAsync(reported, PostingRule.Spam, $"203.0.113.{number}", Writer);
            await DecideAsync("Approve", reported);
        }
    }

    [Fact]
    public async Task A_process_that_looks_only_at_what_is_new_still_tells_who_had_to_rest()
    {
        var letters = ActivatorUtilities.CreateInstance<DecisionLetters>(site.Services);
        var (first, second) = (await SayAsync("كلام أول عادي"), await SayAsync("كلام ثان عادي"));
        await DecideAsync("Approve", first);
        await RoundAsync(Followers.Soon);
        await DecideAsync("Approve", second);
        await RoundAsync(Followers.Soon);
        await RoundAsync(TimeSpan.FromSeconds(10));
        Assert.Single(await site.LettersToAsync(Writer));

        await RoundAsync(FollowerLetters.Between);
        await RoundAsync(FollowerLetters.Between);

        Assert.Equal(["كلام أول عادي", "كلام ثان عادي"], (await site.LettersToAsync(Writer)).Select(letter => Assert.Single(letter.Parts).Text));

        async Task RoundAsync(TimeSpan after)
        {
            site.Clock.Advance(after);
            await letters.TellAsync(await site.Services.GetRequiredService<CommentWordings>().NowAsync(CancellationToken.None), CancellationToken.None);
        }
    }

    private async Task<int> SayAsync(string text, string email = Writer)
    {
        using var posted = await new Commenter(site).PostAsync($"/comments/new?article={story}", ("Input.Name", "هالة"), ("Input.Email", email), ("Input.Body", text), ("Input.TellMe", "true"));
        return Commenter.NumberIn(posted);
    }

    private async Task DecideAsync(string handler, int comment, params (string, string)[] fields)
    {
        using var decided = await moderator.DecideAsync(handler, comment, await site.SeenAsync(comment), fields);
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
    }
}

public sealed class WaitingDigestTests : IAsyncLifetime
{
    // By the newsroom's clock in Riyadh it is half past twelve.
    private static readonly TimeSpan UntilEight = TimeSpan.FromHours(19.5);

    private TestSite site = null!;
    private int story;

    public async ValueTask InitializeAsync()
    {
        (site, story, _) = await Commented.WithStoryAsync();
        await site.HoldAllAsync();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Each_morning_moderators_are_told_what_waits_by_rule_and_nobody_else_is()
    {
        await site.AccountAsync(Role.None, moderates: true, "mo@newsroom.example");
        await site.AccountAsync(Role.Reporter, email: "rita@newsroom.example");
        await site.WriteLettersAsync();
        await site.CommentAsync(story, "كلام عادي جدا", "a@writer.example");
        await site.CommentAsync(story, "أنت حمار يا هذا", "b@writer.example");

        await site.WriteLettersAsync(UntilEight - TimeSpan.FromMinutes(1));
        Assert.Empty(await site.WholeLettersAsync());
        await using var other = await site.AnotherProcessAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await Task.WhenAll(site.WriteLettersAsync(), other.WriteLettersAsync());

        var letter = Assert.Single(await site.WholeLettersAsync());
        Assert.Equal(("mo@newsroom.example", "تعليقان ينتظران المراجعة"), (letter.To, letter.Subject));
        Assert.Contains("لأسباب أخرى: 1", letter.Paragraphs[1], StringComparison.Ordinal);
        Assert.Equal("أقدمها: قبل 19 ساعة.", letter.Paragraphs[2].Replace("منذ", "قبل", StringComparison.Ordinal));
        Assert.EndsWith("/admin/comments", letter.Button!.Address, StringComparison.Ordinal);
        Assert.DoesNotContain("writer.example", string.Join('\n', letter.Paragraphs), StringComparison.Ordinal);
        await site.WriteLettersAsync(TimeSpan.FromDays(1));
        Assert.Equal(2, (await site.WholeLettersAsync()).Count);
    }

    [Fact]
    public async Task No_letter_comes_where_nothing_waits_nor_to_who_has_switched_it_off()
    {
        using var moderator = await site.SignInAsync(Role.None, moderates: true);
        await site.WriteLettersAsync(UntilEight);
        Assert.Empty(await site.WholeLettersAsync());
        Assert.NotNull((await moderator.OpenAsync("/account")).QuerySelector("[name='Input.Letters'][checked]"));

        using var off = await moderator.PostAsync("/account?handler=Letters");
        await site.CommentAsync(story);
        await site.WriteLettersAsync(TimeSpan.FromDays(1));
        Assert.Empty(await site.WholeLettersAsync());
        Assert.Null((await moderator.OpenAsync("/account")).QuerySelector("[name='Input.Letters'][checked]"));

        using var on = await moderator.PostAsync("/account?handler=Letters", ("Input.Letters", "true"));
        await site.WriteLettersAsync(TimeSpan.FromDays(1));
        Assert.Single(await site.WholeLettersAsync());
    }

    [Fact]
    public async Task Reports_and_appeals_alone_are_told_too()
    {
        await site.AccountAsync(Role.None, moderates: true, "mo@newsroom.example");
        await site.InStoreAsync(async db =>
        {
            db.RemoveRange(db.CommentPolicies.ToList());
            await db.SaveChangesAsync();
        });
        await site.WriteLettersAsync();
        await site.FlagAsync(await site.CommentAsync(story, "كلام عادي"), PostingRule.Spam, "203.0.113.1");
        await site.AppealAsync(await site.CommentAsync(story, "اسكت يا شرموط"));

        await site.WriteLettersAsync(UntilEight);

        var letter = Assert.Single(await site.WholeLettersAsync());
        Assert.Equal("تعليقان ينتظران المراجعة", letter.Subject);
        Assert.Equal(["أبلغ عنها القراء: 1", "اعترض أصحابها: 1", "أقدمها: منذ 19 ساعة."], letter.Paragraphs);
    }

    [Fact]
    public async Task A_comment_that_was_brought_along_waits_since_it_came_and_not_since_it_was_written()
    {
        await site.AccountAsync(Role.None, moderates: true, "mo@newsroom.example");
        await site.WriteLettersAsync();
        await site.ImportAsync(ImportSource.WordPress, map: $"/a,{story}", export: Importing.WordPress(Importing.Item("https://old.example/a", "", Importing.Comment(1, "ينتظر", approved: "0"))));

        await site.WriteLettersAsync(UntilEight);

        Assert.Equal("أقدمها: منذ 19 ساعة.", Assert.Single(await site.WholeLettersAsync()).Paragraphs[2]);
    }

    [Fact]
    public async Task A_comment_that_readers_have_reported_waits_since_then()
    {
        await site.AccountAsync(Role.None, moderates: true, "mo@newsroom.example");
        await site.InStoreAsync(async db =>
        {
            db.RemoveRange(db.CommentPolicies.ToList());
            db.Add(new Settings.Setting(nameof(Settings.SiteSettings.FlagsToHold), "1"));
            await db.SaveChangesAsync();
        });
        var posted = await site.CommentAsync(story, "كلام منشور");
        await site.WriteLettersAsync(TimeSpan.FromDays(10));
        await site.FlagAsync(posted, PostingRule.Spam, "203.0.113.1");

        await site.WriteLettersAsync(UntilEight);

        Assert.Equal("أقدمها: منذ 19 ساعة.", Assert.Single(await site.WholeLettersAsync()).Paragraphs[^1]);
    }

    [Fact]
    public async Task Who_does_not_moderate_has_nothing_to_switch()
    {
        using var reporter = await site.SignInAsync(Role.Reporter);

        using var tried = await reporter.PostAsync("/account?handler=Letters", ("Input.Letters", "true"));

        Assert.Null((await reporter.OpenAsync("/account")).QuerySelector("[name='Input.Letters']"));
        Assert.NotEqual(HttpStatusCode.OK, tried.StatusCode);
        Assert.Empty(await site.InStoreAsync(db => Task.FromResult(db.ModeratorLetters.ToList())));
    }
}
