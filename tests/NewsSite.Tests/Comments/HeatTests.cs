using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Data;
using NewsSite.Media;
using NewsSite.Settings;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

public sealed class HeatTests : IAsyncLifetime
{
    private TestSite site = null!;
    // Each comment another one, and the same in every run: what is random may look like a number to call.
    private int story, said;
    private string address = "";

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.EmptyAsync("--Comments:PerMinute=0");
        story = await site.OpenStoryAsync("خبر محتدم");
        address = await site.AddressOfAsync(story);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_thread_that_heats_up_holds_newcomers_says_so_to_readers_and_moderators_and_relaxes_again()
    {
        using var moderator = await site.SignInAsync(Role.None, moderates: true);
        await TalkAsync(quiet: 7, abuse: 3);
        Assert.Null((await site.OpenAsync(address)).QuerySelector("#comments .notice--held"));

        await WatchAsync();

        Assert.Contains("احتدم النقاش هنا", (await site.OpenAsync(address)).QuerySelector("#comments .notice--held")!.Seen(), StringComparison.Ordinal);
        Assert.Contains("خبر محتدم", (await moderator.OpenAsync("/admin/comments")).QuerySelector(".notice--held")!.Seen(), StringComparison.Ordinal);
        Assert.IsType<CommentOutcome.Held>(await site.SubmitAsync(story, "رأي جديد", "newcomer@example.org"));
        Assert.IsType<CommentOutcome.Posted>(await site.SubmitAsync(story, "رأي معروف", "quiet0@example.org"));

        site.Clock.Advance(HeatWatch.Window + TimeSpan.FromMinutes(1));
        await WatchAsync();

        // The site's own watch may have been first, and be at it still.
        await Eventually.Async(async () => (await site.OpenAsync(address)).QuerySelector("#comments .notice--held") is null);
        Assert.IsType<CommentOutcome.Posted>(await site.SubmitAsync(story, "رأي جديد بعد الهدوء", "another@example.org"));
        Assert.Equal(["comments.cool", "comments.hot"], (await site.InStoreAsync(db => db.Log.Where(line => line.Act.StartsWith("comments.")).Select(line => line.Act).ToListAsync())).Order());
    }

    [Fact]
    public async Task A_moderator_takes_the_tightening_back_for_an_hour_and_what_is_hot_then_is_tightened_again()
    {
        using var editor = await site.SignInAsync(Role.Editor, moderates: true);
        await TalkAsync(quiet: 7, abuse: 4);
        await WatchAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(5));

        var form = (await editor.OpenAsync($"/admin/comments/levels?story={story}")).QuerySelector("form[action*='handler=Calm']")!.GetAttribute("action")!;
        using var calmed = await editor.PostAsync(form);

        Assert.IsType<CommentOutcome.Posted>(await site.SubmitAsync(story, "رأي جديد", "newcomer@example.org"));
        Assert.Null((await site.OpenAsync(address)).QuerySelector("#comments .notice--held"));
        await WatchAsync();
        Assert.IsType<CommentOutcome.Posted>(await site.SubmitAsync(story, "رأي آخر", "another@example.org"));
        Assert.DoesNotContain("شدّده", (await editor.OpenAsync($"/admin/comments/levels?story={story}")).QuerySelector("main")!.Seen(), StringComparison.Ordinal);
        Assert.DoesNotContain("خبر محتدم", (await editor.OpenAsync("/admin/comments")).QuerySelector(".notice--held")?.Seen() ?? "", StringComparison.Ordinal);

        site.Clock.Advance(HeatWatch.Window);
        await TalkAsync(quiet: 7, abuse: 3);
        await WatchAsync();

        await Eventually.Async(async () => (await site.OpenAsync(address)).QuerySelector("#comments .notice--held") is not null);
    }

    [Fact]
    public async Task Where_most_of_the_hour_was_abuse_every_comment_waits()
    {
        await TalkAsync(quiet: 4, abuse: 6);

        await WatchAsync();

        Assert.IsType<CommentOutcome.Held>(await site.SubmitAsync(story, "رأي معروف", "quiet0@example.org"));
    }

    [Fact]
    public async Task A_level_that_holds_first_comments_goes_one_step_further()
    {
        await site.LevelAsync(CommentLevel.FirstHeld);
        await TalkAsync(quiet: 7, abuse: 3);

        await WatchAsync();

        var known = (await site.InStoreAsync(db => db.Comments.FirstAsync(c => c.Rule == null))).Id;
        await site.InStoreAsync(async db =>
        {
            db.Add((await db.Comments.SingleAsync(c => c.Id == known)).Approve(new StaffMember(0, "", Role.Editor, false), TestSite.Start));
            await db.SaveChangesAsync();
        });
        Assert.Equal(HoldReason.EveryComment, Assert.IsType<CommentOutcome.Held>(await site.SubmitAsync(story, "رأي معروف", "quiet0@example.org")).Reason);
    }

    [Theory]
    [InlineData(7, 2)]
    [InlineData(8, 3)]
    public async Task Few_comments_and_little_abuse_are_no_heat(int quiet, int abuse)
    {
        await TalkAsync(quiet, abuse);

        await WatchAsync();

        Assert.IsType<CommentOutcome.Posted>(await site.SubmitAsync(story, "رأي جديد", "newcomer@example.org"));
    }

    [Fact]
    public async Task Comments_held_because_all_are_held_make_no_heat()
    {
        await site.HoldAllAsync();
        await TalkAsync(quiet: 12, abuse: 0);

        await WatchAsync();

        Assert.DoesNotContain(await site.InStoreAsync(db => db.CommentPolicies.ToListAsync()), policy => policy.Place == CommentPlace.Heat);
    }

    [Fact]
    public async Task Reports_by_readers_are_heat_until_a_moderator_has_looked()
    {
        var ids = await TalkAsync(quiet: 10, abuse: 0);
        foreach (var (number, id) in ids.Take(4).Index())
        {
            await site.FlagAsync(id, PostingRule.InsultToPerson, $"203.0.113.{number}");
        }

        await WatchAsync();

        Assert.IsType<CommentOutcome.Held>(await site.SubmitAsync(story, "رأي جديد", "newcomer@example.org"));
    }

    [Fact]
    public async Task One_network_alone_heats_no_thread_neither_by_writing_nor_by_reporting()
    {
        var quiet = await TalkAsync(quiet: 6, abuse: 0);
        foreach (var number in Enumerable.Range(0, 6))
        {
            await site.CommentAsync(story, $"أنت حمار لا تفهم {++said}", $"angry{number}@example.org", from: "203.0.113.1");
        }
        foreach (var (number, id) in quiet.Index())
        {
            await site.FlagAsync(id, PostingRule.InsultToPerson, "203.0.113.2", $"reader{number}@reader.example");
        }

        await WatchAsync();

        Assert.IsType<CommentOutcome.Posted>(await site.SubmitAsync(story, "رأي جديد", "newcomer@example.org"));
    }

    [Fact]
    public async Task A_hot_story_that_is_gone_with_the_demo_does_not_keep_others_from_heating_up()
    {
        await TalkAsync(quiet: 4, abuse: 6);
        await WatchAsync();
        await site.InStoreAsync(db => db.Articles.Where(a => a.Id == story).ExecuteUpdateAsync(set => set.SetProperty(a => a.FromDemo, true)));
        await site.InStoreAsync(db => new DemoContent(db, site.Services.GetRequiredService<MediaFolder>(), site.Clock).RemoveAsync(CancellationToken.None));
        Assert.Empty(await site.InStoreAsync(db => db.CommentPolicies.ToListAsync()));

        story = await site.OpenStoryAsync("خبر آخر محتدم");
        await TalkAsync(quiet: 4, abuse: 6);
        await WatchAsync();

        Assert.Equal(story, Assert.Single(await site.InStoreAsync(db => db.CommentPolicies.ToListAsync())).ArticleOfHeat);
    }

    [Fact]
    public async Task Where_it_is_switched_off_nothing_tightens()
    {
        await site.InStoreAsync(async db =>
        {
            db.Add(new Setting(nameof(SiteSettings.TightensHotThreads), "False"));
            await db.SaveChangesAsync();
        });
        await TalkAsync(quiet: 4, abuse: 6);

        await WatchAsync();

        Assert.IsType<CommentOutcome.Posted>(await site.SubmitAsync(story, "رأي جديد", "newcomer@example.org"));
    }

    [Fact]
    public async Task A_thread_closes_when_it_has_as_many_comments_as_it_may()
    {
        await SetAsync(new(ClosesAfterComments: 2));
        await TalkAsync(quiet: 1, abuse: 1);

        await TalkAsync(quiet: 1, abuse: 0);

        Assert.Contains("أُغلق باب التعليق", (await site.OpenAsync(address)).QuerySelector(".comments__closed")!.Seen(), StringComparison.Ordinal);
        Assert.IsType<CommentOutcome.Closed>(await site.SubmitAsync(story, "رأي متأخر"));
    }

    [Fact]
    public async Task In_slow_mode_a_writer_waits_between_two_comments_under_one_story_and_others_do_not()
    {
        await SetAsync(new(SlowSeconds: 90));
        await site.CommentAsync(story, "أول الكلام");

        var early = await site.SubmitAsync(story, "ثاني الكلام");

        Assert.Equal(TimeSpan.FromSeconds(90), Assert.IsType<CommentOutcome.TooFast>(early).RetryAfter);
        Assert.IsType<CommentOutcome.Posted>(await site.SubmitAsync(story, "كلام غيره", "other@example.org"));
        site.Clock.Advance(TimeSpan.FromSeconds(90));
        Assert.IsType<CommentOutcome.Posted>(await site.SubmitAsync(story, "ثاني الكلام"));
    }

    [Fact]
    public async Task In_slow_mode_the_page_says_so_and_whoever_was_refused_mends_it_at_once()
    {
        await SetAsync(new(SlowSeconds: 600));
        Assert.Contains("انتظر 10 دقائق بين تعليق لك وآخر", (await site.OpenAsync(address)).QuerySelector("#comments")!.Seen(), StringComparison.Ordinal);
        var writer = new Commenter(site);
        using var refused = await writer.PostAsync(story, "اسكت يا شرموط");
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, refused.StatusCode);

        await writer.SayAsync(story, "أخالفك الرأي");
        using var early = await writer.PostAsync(story, "وأزيد عليه");

        Assert.Equal(System.Net.HttpStatusCode.TooManyRequests, early.StatusCode);
        Assert.Contains("حاول بعد 10 دقائق", (await Reading.ParseAsync(early)).QuerySelector("[role=alert]")!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_levels_takes_count_and_slowness_with_arabic_digits()
    {
        using var editor = await site.SignInAsync(Role.Editor);

        using var answer = await editor.PostAsync($"/admin/comments/levels?handler=Story&id={story}", ("Input.Comments", "٢٠٠"), ("Input.Seconds", "٦٠"));
        using var wrong = await editor.PostAsync($"/admin/comments/levels?handler=Story&id={story}", ("Input.Seconds", "كثير"));

        Assert.Equal(System.Net.HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var page = await editor.OpenAsync($"/admin/comments/levels?story={story}");
        Assert.Equal("200", page.QuerySelector($"#article-{story} [name='Input.Comments']")!.GetAttribute("value"));
        Assert.Equal("60", page.QuerySelector($"#article-{story} [name='Input.Seconds']")!.GetAttribute("value"));
        Assert.Contains("200 · حُدِّد للمادة نفسها", page.QuerySelector(".facts-list")!.Seen(), StringComparison.Ordinal);
    }

    private async Task<List<int>> TalkAsync(int quiet, int abuse)
    {
        var ids = new List<int>();
        foreach (var number in Enumerable.Range(0, quiet))
        {
            ids.Add(await site.CommentAsync(story, $"رأي هادئ {++said}", $"quiet{number}@example.org"));
        }
        foreach (var number in Enumerable.Range(0, abuse))
        {
            ids.Add(await site.CommentAsync(story, $"أنت حمار لا تفهم {++said}", $"angry{number}@example.org"));
        }
        return ids;
    }

    private Task SetAsync(LevelWish wish) => site.InStoreAsync(async db =>
    {
        var policy = new CommentPolicy(CommentPolicy.Article(story));
        policy.Set(wish, new StaffMember(0, "", Role.Editor, false), TestSite.Start);
        db.Add(policy);
        await db.SaveChangesAsync();
    });

    private Task WatchAsync() => site.Services.GetRequiredService<HeatWatch>().RunAsync(CancellationToken.None);
}
