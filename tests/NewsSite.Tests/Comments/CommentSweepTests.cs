using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

public sealed class CommentSweepTests : IAsyncLifetime
{
    private static readonly StaffMember Mona = new(1, "منى", Role.None, Moderates: true);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private TestSite site = null!;
    private int story;

    public async ValueTask InitializeAsync() => (site, story, _) = await Commented.WithStoryAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Network_addresses_are_forgotten_after_ninety_days_and_the_words_of_refusals_after_thirty()
    {
        var posted = await new Commenter(site).SayAsync(story, "كلام عادي جدا");
        using var refused = await new Commenter(site).PostAsync(story, "اسكت يا شرموط");

        await SweepAfterAsync(TimeSpan.FromDays(CommentRetention.MostRefused) + Hour);
        var afterAMonth = await site.InStoreAsync(db => db.Comments.AsNoTracking().OrderBy(c => c.Id).ToListAsync());
        await SweepAfterAsync(TimeSpan.FromDays(CommentRetention.MostNetwork - CommentRetention.MostRefused));

        Assert.Equal(["كلام عادي جدا", ""], afterAMonth.Select(c => c.Body));
        Assert.NotNull(afterAMonth[0].AddressKey);
        Assert.Null((await site.FoundCommentAsync(posted)).AddressKey);
        Assert.Equal([posted], await site.InStoreAsync(db => db.CommentEmails.Select(email => email.CommentId).ToListAsync()));
        Assert.Equal(2, await site.InStoreAsync(db => db.Moderation.CountAsync()));
    }

    [Fact]
    public async Task Of_what_was_refused_not_a_word_is_left_in_the_evidence_either()
    {
        using var refused = await new Commenter(site, "غاضب جدا", "angry.person@example.org").PostAsync(story, "اسكت يا شرموط");
        Assert.Equal(["شرموط", "غاضب جدا"], await site.FoundAsync("شرموط", "غاضب جدا"));

        await SweepAfterAsync(TimeSpan.FromDays(CommentRetention.MostRefused) + Hour);

        Assert.Empty(await site.FoundAsync("شرموط", "غاضب جدا"));
        Assert.Equal(CommentState.Refused, (await site.InStoreAsync(db => db.Comments.AsNoTracking().SingleAsync())).State);
    }

    [Fact]
    public async Task What_a_writer_took_back_and_what_a_moderator_removed_is_forgotten_as_long_after_that()
    {
        var writer = new Commenter(site);
        var withdrawn = await writer.SayAsync(story, "كلام سيسحب");
        using var back = await writer.PostAsync($"/comments/mine/{withdrawn}?handler=withdraw");
        var removed = await writer.SayAsync(story, "كلام سيحذف بعد أربعين يوما");
        await SweepAfterAsync(TimeSpan.FromDays(40));
        await RejectAsync(removed);

        await SweepAfterAsync(TimeSpan.FromDays(CommentRetention.MostRefused) - Hour);
        var early = (await site.FoundCommentAsync(removed)).Body;
        await SweepAfterAsync(2 * Hour);

        Assert.Equal(("كلام سيحذف بعد أربعين يوما", "", ""), (early, (await site.FoundCommentAsync(removed)).Body, (await site.FoundCommentAsync(withdrawn)).Body));
        Assert.Empty(await site.InStoreAsync(db => db.CommentEmails.ToListAsync()));
    }

    [Fact]
    public async Task A_site_may_forget_sooner_than_is_usual_and_not_later()
    {
        await using var strict = await TestSite.EmptyAsync("--Comments:RefusedDays=3", "--Comments:NetworkDays=7");
        var kept = strict.Services.GetRequiredService<CommentRetention>();

        var lax = await Assert.ThrowsAsync<InvalidOperationException>(() => TestSite.EmptyAsync("--Comments:RefusedDays=31"));

        Assert.Equal(new(3, 7), kept);
        Assert.Contains("from 1 to 30", lax.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ended_bans_letters_that_found_nobody_and_counted_tries_go_too_and_nothing_that_is_in_use()
    {
        var now = TestSite.Start;
        await site.InStoreAsync(async db =>
        {
            db.AddRange(new Ban(BanKind.Email, "over", Mona, "", now, now.AddDays(1)), new Ban(BanKind.Email, "for good", Mona, "", now, null), new Ban(BanKind.Email, "long", Mona, "", now, now.AddDays(300)));
            await db.SaveChangesAsync();
        });
        await site.WriteAsync(Letters.To("nobody@example.org"), Letters.To("waits@example.org"));
        await site.InStoreAsync(db => db.OutgoingLetters.OrderBy(letter => letter.Id).Take(1).ExecuteUpdateAsync(set => set.SetProperty(letter => letter.GivenUpAt, now)));
        using var tried = await new Prover(site).AskAsync("somebody@example.org");

        await SweepAfterAsync(TimeSpan.FromDays(CommentRetention.MostNetwork + 2));

        Assert.Equal(["for good", "long"], await site.InStoreAsync(db => db.Bans.OrderBy(ban => ban.Id).Select(ban => ban.Key).ToListAsync()));
        Assert.Equal(["waits@example.org"], (await site.LettersAsync()).Select(letter => letter.To));
        Assert.Equal(0, await site.InStoreAsync(db => db.Set<SignInTry>().CountAsync()));
    }

    [Fact]
    public async Task Who_follows_a_story_that_is_closed_is_forgotten_a_month_after_its_last_word_and_who_follows_an_open_one_is_not()
    {
        var open = await site.OpenStoryAsync("خبر مفتوح");
        foreach (var one in new[] { story, open })
        {
            await site.CommentAsync(one);
            await site.FollowAsync(one, "reader@example.org");
        }
        await site.InStoreAsync(async db =>
        {
            var policy = new CommentPolicy(CommentPolicy.Article(story));
            policy.Set(new(CommentLevel.Closed), Mona, TestSite.Start.AddDays(2));
            db.Add(policy);
            await db.SaveChangesAsync();
        });

        await SweepAfterAsync(TimeSpan.FromDays(31));
        Assert.Equal(2, await site.InStoreAsync(db => db.CommentSubscriptions.CountAsync()));
        await SweepAfterAsync(TimeSpan.FromDays(2));

        Assert.Equal([open], await site.InStoreAsync(db => db.CommentSubscriptions.Select(one => one.ArticleId).ToListAsync()));
    }

    [Fact]
    public async Task A_closing_by_days_that_was_set_a_moment_ago_takes_nobodys_followers_yet()
    {
        await site.FollowAsync(story, "reader@example.org");
        site.Clock.Advance(TimeSpan.FromDays(100));
        await site.InStoreAsync(async db =>
        {
            var policy = new CommentPolicy(CommentPolicy.Site);
            policy.Set(new(null, ClosesAfterDays: 14), Mona, site.Clock.GetUtcNow());
            db.Add(policy);
            await db.SaveChangesAsync();
        });

        await SweepAfterAsync(TimeSpan.FromHours(1));
        Assert.Equal(1, await site.InStoreAsync(db => db.CommentSubscriptions.CountAsync()));
        await SweepAfterAsync(TimeSpan.FromDays(31));

        Assert.Equal(0, await site.InStoreAsync(db => db.CommentSubscriptions.CountAsync()));
    }

    [Fact]
    public async Task What_a_comment_is_known_again_by_is_made_of_the_network_address_too_and_goes_after_its_day()
    {
        var id = await site.CommentAsync(story, "كلام عادي جدا", from: "203.0.113.7");
        Assert.NotNull((await site.FoundCommentAsync(id)).OnceKey);

        await SweepAfterAsync(CommentLimits.Once + Hour);

        Assert.Null((await site.FoundCommentAsync(id)).OnceKey);
    }

    [Fact]
    public async Task Who_objected_to_a_refusal_is_still_to_be_answered_after_a_month_but_not_after_half_a_year_and_what_nobody_can_answer_goes()
    {
        var refused = await site.CommentAsync(story, "اسكت يا شرموط");
        await site.AppealAsync(refused, "كنت أمزح");
        var writer = new Commenter(site);
        var held = await writer.SayAsync(story, "أنت حمار لا تفهم");
        await site.AppealAsync(held, "سأسحبه");
        using var back = await writer.PostAsync($"/comments/mine/{held}?handler=withdraw");

        await SweepAfterAsync(TimeSpan.FromDays(CommentRetention.MostRefused) + Hour);

        Assert.Equal(["كنت أمزح"], await site.InStoreAsync(db => db.Appeals.Select(appeal => appeal.Sentence).ToListAsync()));
        Assert.Equal(("اسكت يا شرموط", ""), ((await site.FoundCommentAsync(refused)).Body, (await site.FoundCommentAsync(held)).Body));

        await SweepAfterAsync(TimeSpan.FromDays(CommentRetention.Appealed - CommentRetention.MostRefused));

        Assert.Empty(await site.InStoreAsync(db => db.Appeals.ToListAsync()));
        Assert.Equal("", (await site.FoundCommentAsync(refused)).Body);
    }

    [Fact]
    public async Task Why_somebody_was_banned_goes_from_the_log_with_the_ban()
    {
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var desk = scope.ServiceProvider.GetRequiredService<BanDesk>();
            await desk.BanAsync("over@example.org", "سبب انتهى", site.Clock.GetUtcNow().AddDays(1), Mona, CancellationToken.None);
            await desk.BanAsync("stays@example.org", "سبب باق", null, Mona, CancellationToken.None);
        }

        await SweepAfterAsync(TimeSpan.FromDays(CommentRetention.MostNetwork + 2));

        Assert.Equal(["", "سبب باق"], await site.InStoreAsync(db => db.Log.Where(entry => entry.Act == "comments.ban").OrderBy(entry => entry.Id).Select(entry => entry.Subject).ToListAsync()));
    }

    private Task RejectAsync(int id) => site.InStoreAsync(async db =>
    {
        db.Add((await db.Comments.FindAsync(id))!.Reject(Mona, PostingRule.Spam, "", site.Clock.GetUtcNow()));
        await db.SaveChangesAsync();
    });

    private async Task SweepAfterAsync(TimeSpan time)
    {
        site.Clock.Advance(time);
        await site.Services.GetRequiredService<CommentSweep>().RunAsync(CancellationToken.None);
    }
}
