using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Comments;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

/// <summary>Comments that come at the same time are written together, and nobody notices.</summary>
public sealed class TogetherTests
{
    [Fact]
    public async Task One_that_cannot_be_written_spoils_no_other()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        var gone = await site.SavedAsync(Make.Story(Make.Section("sport", "الرياضة")));
        var root = await new Commenter(site).SayAsync(gone, "كلام تحت خبر سيزول");
        // Past every rule of the program, as another program might: what is kept of the story in memory still says that it is there.
        await site.InStoreAsync(db => db.Articles.Where(a => a.Id == gone).ExecuteDeleteAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => new Commenter(site, email: $"reader{i}@example.org").PostAsync(i % 3 == 0 ? gone : story, $"رأيي في النقطة {i}")));

        Assert.Equal(8, answers.Count(answer => answer.StatusCode == HttpStatusCode.NotFound));
        var numbers = answers.Where(answer => answer.StatusCode == HttpStatusCode.SeeOther).Select(Commenter.NumberIn).ToList();
        Assert.Equal(16, numbers.Distinct().Count());
        Assert.Equal(numbers.Order(), await site.InStoreAsync(db => db.Comments.Where(c => c.Id != root).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync()));
        Assert.Equal(16, await site.InStoreAsync(db => db.Moderation.CountAsync()));
    }

    [Fact]
    public async Task One_that_the_store_does_not_take_is_told_so_alone_and_the_others_stand_once()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        Assert.SkipWhen(site.Database.Settings.Provider == Data.DatabaseProvider.Postgres, "SQLite's own trigger.");
        await site.InStoreAsync(db => db.Database.ExecuteSqlRawAsync(
            "CREATE TRIGGER \"Spoil\" BEFORE INSERT ON \"Comments\" WHEN NEW.\"Body\" LIKE 'تالف%' BEGIN SELECT RAISE(ABORT, 'not this one'); END"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(async i =>
        {
            try
            {
                return (await site.SubmitAsync(story, $"{(i % 6 == 0 ? "تالف" : "سليم")} في النقطة {i}", $"reader{i}@example.org")) as CommentOutcome.Posted;
            }
            catch (DbUpdateException)
            {
                return null;
            }
        }));

        Assert.Equal(Enumerable.Range(0, 24).Select(i => i % 6 != 0), answers.Select(one => one is not null));
        var stored = await site.InStoreAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => new { c.Id, c.Body }).ToListAsync());
        Assert.Equal(answers.OfType<CommentOutcome.Posted>().Select(one => one.Id).Order(), stored.Select(one => one.Id));
        Assert.Equal(20, stored.Select(one => one.Body).Distinct().Count());
    }

    [Fact]
    public async Task A_busy_store_is_said_to_all_at_once_and_nobody_waits_his_own_five_seconds_for_it()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        Assert.SkipWhen(site.Database.Settings.Provider == Data.DatabaseProvider.Postgres, "Only SQLite has a gate.");
        await site.SubmitAsync(story, "كلام قبل الزحام");
        var gate = site.Services.GetRequiredService<Data.WriteGate>();
        var watch = System.Diagnostics.Stopwatch.StartNew();

        using (await gate.EnterAsync(CancellationToken.None))
        {
            var all = Enumerable.Range(0, 12).Select(i => site.SubmitAsync(story, $"رأيي في النقطة {i}", $"reader{i}@example.org")).ToList();
            foreach (var one in all)
            {
                await Assert.ThrowsAsync<Data.StoreBusyException>(() => one);
            }
        }

        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(30));
        Assert.Equal(1, await site.InStoreAsync(db => db.Comments.CountAsync()));
        Assert.IsType<CommentOutcome.Posted>(await site.SubmitAsync(story, "كلام بعد الزحام", "later@example.org"));
    }

    [Fact]
    public async Task Limits_count_those_that_come_together_too()
    {
        var (site, story, _) = await Commented.WithStoryAsync("--Comments:PerMinute=2");
        await using var closing = site;

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => new Commenter(site).PostAsync(story, $"رأيي في النقطة {i}")));
        var many = await Task.WhenAll(Enumerable.Range(0, 25).Select(i => new Commenter(site, email: $"reader{i}@example.org").SayAsync(story, $"رأي آخر في النقطة {i}")));

        Assert.Equal(2, answers.Count(answer => answer.StatusCode == HttpStatusCode.SeeOther));
        Assert.Equal(8, answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests));
        var held = await site.InStoreAsync(db => db.Comments.CountAsync(c => c.Reason == HoldReason.BusyAddress));
        Assert.Equal(2 + 25 - (2 * CommentLimits.AddressFactor), held);
    }

    [Fact]
    public async Task Only_the_first_of_a_newcomers_comments_is_held_where_first_ones_are_and_all_until_one_is_posted()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        await site.InStoreAsync(async db =>
        {
            var policy = new CommentPolicy(CommentPolicy.Article(story));
            policy.Set(new(CommentLevel.FirstHeld), new(1, "منى", Accounts.Role.None, Moderates: true), TestSite.Start);
            db.Add(policy);
            await db.SaveChangesAsync();
        });

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => new Commenter(site).SayAsync(story, $"رأيي في النقطة {i}")));

        Assert.Equal(6, await site.InStoreAsync(db => db.Comments.CountAsync(c => c.Reason == HoldReason.Newcomer)));
    }

    [Fact]
    public async Task A_storm_of_comments_leaves_one_eviction_row_and_the_page_shows_the_last_within_a_second()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;
        for (var i = 0; i < 5; i++)
        {
            await new Commenter(site, email: $"reader{i}@example.org").SayAsync(story, $"رأيي في النقطة {i}");
            await site.OpenAsync(address);
        }

        site.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Contains("رأيي في النقطة 4", (await site.OpenAsync(address)).QuerySelector("main")!.TextContent);
        Assert.Equal(1, await site.InStoreAsync(db => db.Evictions.CountAsync(row => row.Tag == Comment.ThreadTag(story))));
    }

    [Fact]
    public async Task A_place_that_is_closed_is_closed_for_the_next_comment_though_it_was_kept_in_memory()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        await new Commenter(site).SayAsync(story, "الكلام الأول");
        await site.InStoreAsync(async db =>
        {
            var policy = new CommentPolicy(CommentPolicy.Site);
            policy.Set(new(CommentLevel.Closed), new(1, "منى", Accounts.Role.None, Moderates: true), TestSite.Start);
            db.Add(policy);
            await db.SaveChangesAsync();
        });

        using var late = await new Commenter(site).PostAsync(story, "الكلام الثاني");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
    }
}
