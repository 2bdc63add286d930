using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Data;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

public sealed class CommentSubmissionTests
{
    private static readonly StaffMember Mona = new(1, "منى", Role.None, Moderates: true);

    [Fact]
    public async Task The_same_words_again_give_the_first_outcome_for_a_day_however_they_are_spelled()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        var first = await new Commenter(site).SayAsync(story, "أرى أن القرار صائب");

        var again = await new Commenter(site).SayAsync(story, "ارى  ان القرار صائب");
        site.Clock.Advance(CommentLimits.Once);
        var tomorrow = await new Commenter(site).SayAsync(story, "أرى أن القرار صائب");
        var another = await new Commenter(site, email: "omar@example.org").SayAsync(story, "أرى أن القرار صائب");

        Assert.Equal(first, again);
        Assert.NotEqual(first, tomorrow);
        Assert.NotEqual(tomorrow, another);
    }

    [Fact]
    public async Task Twenty_presses_of_the_button_at_once_are_one_comment()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;

        var numbers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => new Commenter(site).SayAsync(story, "أرى أن القرار صائب")));

        Assert.Single(numbers.Distinct());
        Assert.Equal(1, await site.InStoreAsync(db => db.Comments.CountAsync()));
        Assert.Equal(1, await site.InStoreAsync(db => db.Moderation.CountAsync()));
    }

    [Fact]
    public async Task Twenty_who_write_at_once_are_twenty_comments()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        var root = await new Commenter(site).SayAsync(story, "بداية النقاش هنا");

        var numbers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => new Commenter(site, $"قارئ {i}", $"reader{i}@example.org").SayAsync(story, $"رأيي في النقطة {i}", i % 2 == 0 ? root : null)));

        Assert.Equal(20, numbers.Distinct().Count());
        Assert.Equal(21, await site.InStoreAsync(db => db.CommentEmails.CountAsync()));
        Assert.All(await site.InStoreAsync(db => db.Comments.Where(c => c.Id != root).ToListAsync()), comment => Assert.Equal(comment.ParentId ?? comment.Id, comment.RootId));
    }

    [Fact]
    public async Task Who_writes_too_fast_is_told_when_to_try_again_and_keeps_the_text()
    {
        var (site, story, _) = await Commented.WithStoryAsync("--Comments:PerMinute=2");
        await using var closing = site;
        var writer = new Commenter(site);
        await writer.SayAsync(story, "الكلام الأول");
        site.Clock.Advance(TimeSpan.FromSeconds(20));
        await writer.SayAsync(story, "الكلام الثاني");

        using var third = await writer.PostAsync(story, "الكلام الثالث");

        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.Equal("40", third.Headers.GetValues("Retry-After").Single());
        var page = await Reading.ParseAsync(third);
        Assert.Contains("حاول بعد 40 ثانية", page.QuerySelector("[role=alert]")!.Seen());
        Assert.Equal("الكلام الثالث", page.QuerySelector("textarea")!.TextContent.Trim());
        site.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.True(await writer.SayAsync(story, "الكلام الثالث") > 0);
    }

    [Fact]
    public async Task A_clock_that_was_set_back_silences_nobody()
    {
        var (site, story, _) = await Commented.WithStoryAsync("--Comments:PerMinute=1");
        await using var closing = site;
        await site.InStoreAsync(db => db.Database.ExecuteSqlAsync($"SELECT 1"));
        await new Commenter(site).SayAsync(story, "الكلام الأول");
        await site.InStoreAsync(async db =>
        {
            var ahead = TestSite.Start.AddHours(1);
            await db.Comments.ExecuteUpdateAsync(set => set.SetProperty(c => c.At, ahead));
        });

        Assert.True(await new Commenter(site).SayAsync(story, "الكلام الثاني") > 1);
    }

    [Fact]
    public async Task An_address_that_many_share_is_held_when_it_is_busy_and_never_refused()
    {
        var (site, story, _) = await Commented.WithStoryAsync("--Comments:PerMinute=1");
        await using var closing = site;
        for (var i = 0; i < CommentLimits.AddressFactor; i++)
        {
            await new Commenter(site, email: $"reader{i}@example.org").SayAsync(story, $"رأيي في النقطة {i}");
        }

        var held = await site.FoundCommentAsync(await new Commenter(site, email: "late@example.org").SayAsync(story, "وصلت متأخرا قليلا"));

        Assert.Equal((CommentState.Held, HoldReason.BusyAddress), (held.State, held.Reason));
    }

    [Fact]
    public async Task Levels_hold_the_first_comment_or_all_and_the_nearest_place_decides()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        var section = await site.InStoreAsync(db => db.Articles.Where(a => a.Id == story).Select(a => a.SectionId).SingleAsync());
        await SetAsync(site, CommentPolicy.Site, CommentLevel.Closed);
        await SetAsync(site, CommentPolicy.Section(section), CommentLevel.FirstHeld);

        var first = await site.FoundCommentAsync(await new Commenter(site).SayAsync(story, "الكلام الأول"));
        await DecideAsync(site, first.Id, comment => comment.Approve(Mona, TestSite.Start));
        var second = await site.FoundCommentAsync(await new Commenter(site).SayAsync(story, "الكلام الثاني"));
        await SetAsync(site, CommentPolicy.Article(story), CommentLevel.AllHeld);
        var third = await site.FoundCommentAsync(await new Commenter(site).SayAsync(story, "الكلام الثالث"));

        Assert.Equal((CommentState.Held, HoldReason.Newcomer), (first.State, first.Reason));
        Assert.Equal(CommentState.Posted, second.State);
        Assert.Equal((CommentState.Held, HoldReason.EveryComment), (third.State, third.Reason));
    }

    [Fact]
    public async Task A_closed_story_says_so_and_a_text_that_comes_in_the_second_of_closing_is_given_back()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;
        await SetAsync(site, CommentPolicy.Site, null, closesAfterDays: 1);
        await site.OpenAsync(address);
        site.Clock.Advance(TimeSpan.FromHours(23));

        using var late = await new Commenter(site).PostAsync(story, "كلام جاء متأخرا");
        var page = await site.OpenAsync(address);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        var answer = await Reading.ParseAsync(late);
        Assert.Contains("أُغلق باب التعليق على هذا المقال", answer.QuerySelector("[role=alert]")!.Seen());
        Assert.Equal("كلام جاء متأخرا", answer.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Null(page.QuerySelector("form[data-comment]"));
        Assert.Contains("أُغلق باب التعليق", page.QuerySelector("main")!.Seen());
        Assert.Equal(0, await site.InStoreAsync(db => db.Comments.CountAsync()));
    }

    [Fact]
    public async Task Who_is_banned_is_told_so_in_every_spelling_of_the_address_and_until_when()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        await BanAsync(site, BanKind.Email, "ab@gmail.com", TestSite.Start.AddDays(7));
        await BanAsync(site, BanKind.Email, "a.b@example.org", null);

        using var gmail = await new Commenter(site, email: "A.B+news@Gmail.com").PostAsync(story, "كلام عادي جدا");
        using var exact = await new Commenter(site, email: "A.B+x@example.org").PostAsync(story, "كلام عادي جدا");
        using var dots = await new Commenter(site, email: "ab@example.org").PostAsync(story, "كلام عادي جدا");

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.SeeOther], [gmail.StatusCode, exact.StatusCode, dots.StatusCode]);
        Assert.Contains("17 مارس 2026", (await Reading.ParseAsync(gmail)).QuerySelector("[role=alert]")!.Seen());
        Assert.Contains("كلام عادي جدا", (await Reading.ParseAsync(exact)).QuerySelector("textarea")!.TextContent);
        site.Clock.Advance(TimeSpan.FromDays(7));
        Assert.True(await new Commenter(site, email: "ab@gmail.com").SayAsync(story, "عدت بعد أسبوع") > 0);
    }

    [Fact]
    public async Task A_banned_network_is_held_and_its_ban_ends_within_a_day()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        var key = CommenterKeys.AddressKey(site.Services.GetRequiredService<SiteKey>(), IPAddress.Loopback);
        await site.InStoreAsync(async db =>
        {
            db.Add(new Ban(BanKind.Address, key, Mona, "", TestSite.Start, until: null));
            await db.SaveChangesAsync();
        });

        var held = await site.FoundCommentAsync(await new Commenter(site).SayAsync(story, "كلام عادي جدا"));
        site.Clock.Advance(Ban.LongestForAddress);
        var after = await site.FoundCommentAsync(await new Commenter(site).SayAsync(story, "كلام عادي آخر"));

        Assert.Equal((CommentState.Held, HoldReason.BannedAddress), (held.State, held.Reason));
        Assert.Equal(CommentState.Posted, after.State);
    }

    [Fact]
    public async Task A_household_is_one_network_however_many_addresses_it_has()
    {
        await using var site = await TestSite.EmptyAsync();
        var key = site.Services.GetRequiredService<SiteKey>();

        Assert.Equal(CommenterKeys.AddressKey(key, IPAddress.Parse("2001:db8:1:2::1")), CommenterKeys.AddressKey(key, IPAddress.Parse("2001:db8:1:2:ffff::9")));
        Assert.NotEqual(CommenterKeys.AddressKey(key, IPAddress.Parse("2001:db8:1:2::1")), CommenterKeys.AddressKey(key, IPAddress.Parse("2001:db8:1:3::1")));
        Assert.Equal(CommenterKeys.AddressKey(key, IPAddress.Parse("10.0.0.1")), CommenterKeys.AddressKey(key, IPAddress.Parse("::ffff:10.0.0.1")));
    }

    [Fact]
    public async Task Of_a_writers_refusals_five_a_day_keep_their_words_and_all_are_counted()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        for (var i = 0; i < CommentLimits.RefusalsADay + 2; i++)
        {
            using var refused = await new Commenter(site).PostAsync(story, $"اسكت يا شرموط {i}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }

        var kept = await site.InStoreAsync(db => db.Comments.Select(c => c.Body.Length > 0).ToListAsync());

        Assert.Equal((CommentLimits.RefusalsADay, 2), (kept.Count(one => one), kept.Count(one => !one)));
        Assert.Equal(CommentLimits.RefusalsADay, await site.InStoreAsync(db => db.CommentEmails.CountAsync()));
        Assert.Equal(CommentLimits.RefusalsADay + 2, await site.InStoreAsync(db => db.Moderation.CountAsync(entry => entry.Rule == PostingRule.Profanity)));
    }

    [Fact]
    public async Task A_guest_with_the_authors_name_is_held_so_that_nobody_takes_it_for_the_authors_word()
    {
        await using var site = await TestSite.WithDemoAsync("--Comments:PerMinute=0");
        var story = await site.InStoreAsync(db => db.Articles.Where(a => a.Headline.StartsWith("الأمين العام للناتو")).Select(a => a.Id).SingleAsync());

        var borrowed = await site.FoundCommentAsync(await new Commenter(site, "نور السبكى").SayAsync(story, "أنا كتبت المقال"));
        var namesake = await site.FoundCommentAsync(await new Commenter(site, "مروان الخطيب").SayAsync(story, "المقال واضح جدا"));

        Assert.Equal(HoldReason.BorrowedName, borrowed.Reason);
        Assert.Equal(CommentState.Posted, namesake.State);
    }

    [Fact]
    public async Task A_program_that_fills_the_hidden_field_is_held_not_dropped()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;

        using var answer = await new Commenter(site).PostAsync(story, "كلام عادي جدا", trap: "https://example.com");

        var comment = await site.FoundCommentAsync(Commenter.NumberIn(answer));
        Assert.Equal((CommentState.Held, HoldReason.Trap), (comment.State, comment.Reason));
    }

    [Fact]
    public async Task A_name_is_judged_too()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;

        var comment = await site.FoundCommentAsync(await new Commenter(site, "ابن الشرموطة").SayAsync(story, "كلام عادي جدا"));

        Assert.Equal((CommentState.Held, HoldReason.Rule), (comment.State, comment.Reason));
    }

    [Fact]
    public async Task The_log_says_which_rule_why_and_where()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        const string Text = "المقال جيد لكن اسكت يا شرموط";

        using var refused = await new Commenter(site).PostAsync(story, Text);

        var entry = await site.InStoreAsync(db => db.Moderation.SingleAsync());
        Assert.Equal((ModerationAct.Judged, CommentState.Refused, PostingRule.Profanity), (entry.Act, entry.After, entry.Rule!.Value));
        var evidence = entry.Verdicts[0].Evidence.First(one => one.Decides);
        Assert.Contains("شرموط", Text.Substring(evidence.Start, evidence.Length));
    }

    private static Task SetAsync(TestSite site, string scope, CommentLevel? level, int? closesAfterDays = null) => site.InStoreAsync(async db =>
    {
        var policy = new CommentPolicy(scope);
        policy.Set(new(level, closesAfterDays), Mona, TestSite.Start);
        db.Add(policy);
        await db.SaveChangesAsync();
    });

    private static Task BanAsync(TestSite site, BanKind kind, string email, DateTimeOffset? until) => site.InStoreAsync(async db =>
    {
        db.Add(new Ban(kind, CommenterKeys.EmailKey(site.Services.GetRequiredService<SiteKey>(), email), Mona, "", TestSite.Start, until));
        await db.SaveChangesAsync();
    });

    private static Task DecideAsync(TestSite site, int id, Func<Comment, ModerationEntry> decision) => site.InStoreAsync(async db =>
    {
        db.Add(decision((await db.Comments.FindAsync(id))!));
        await db.SaveChangesAsync();
    });
}
