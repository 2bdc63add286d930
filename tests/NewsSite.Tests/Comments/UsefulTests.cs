using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

/// <summary>Readers' votes.</summary>
public sealed class UsefulTests : IAsyncLifetime
{
    private TestSite site = null!;
    private int story;
    private string address = "";

    public async ValueTask InitializeAsync() => (site, story, address) = await Commented.WithStoryAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_vote_leads_back_to_the_comment_where_it_is_counted()
    {
        var comment = await site.CommentAsync(story);

        using var answer = await new Voter(site).VoteAsync(comment);

        Assert.Equal((HttpStatusCode.SeeOther, $"/comments/{comment}"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Equal("مفيد 1", (await ButtonAsync(comment)).Seen());
        Assert.Equal($"comment-{comment}-by", (await ButtonAsync(comment)).GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task The_same_reader_counts_once_is_told_so_and_may_take_it_back()
    {
        var comment = await site.CommentAsync(story);
        var reader = new Voter(site);
        using var first = await reader.VoteAsync(comment);

        using var second = await reader.VoteAsync(comment);
        var told = await Reading.ParseAsync(second);

        Assert.Equal(1, await UsefulAsync(comment));
        Assert.Contains("سُجّل من قبل", told.QuerySelector("[role=alert]")!.Seen(), StringComparison.Ordinal);
        Assert.Equal(["back", "comment"], told.QuerySelectorAll("main form [name]").Select(field => field.GetAttribute("name")));
        using var back = await reader.VoteAsync(comment, back: true);
        using var again = await reader.VoteAsync(comment, back: true);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (back.StatusCode, again.StatusCode));
        Assert.Equal(0, await UsefulAsync(comment));
    }

    [Fact]
    public async Task A_vote_in_another_order_leads_back_to_that_order()
    {
        await site.CommentAsync(story, "تعليق أول");
        var comment = await site.CommentAsync(story, "تعليق ثان");
        var form = (await site.OpenAsync($"/comments/thread?article={story}&sort=newest")).QuerySelector("#useful")!;
        (string, string)[] fields = [.. form.QuerySelectorAll("input").Select(one => (one.GetAttribute("name")!, one.GetAttribute("value") ?? "")), ("comment", $"{comment}")];

        using var answer = await new Commenter(site).PostAsync(form.GetAttribute("action")!, fields);

        Assert.Equal($"/comments/thread?article={story}&sort=newest#comment-{comment}", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Readers_who_share_an_address_count_each_and_a_cookie_that_is_not_ours_makes_a_new_reader()
    {
        var comment = await site.CommentAsync(story);
        var reader = new Voter(site);
        using var first = await reader.VoteAsync(comment);
        var made = new Voter(site, reader.Cookie[..^3] + "AAA");
        var broken = new Voter(site, "NewsSite.Voter=%%%");

        using var second = await new Voter(site).VoteAsync(comment);
        using var third = await made.VoteAsync(comment);
        using var fourth = await broken.VoteAsync(comment);

        Assert.Equal(4, await UsefulAsync(comment));
        Assert.NotEqual(reader.Cookie, made.Cookie);
    }

    [Fact]
    public async Task A_hundred_readers_at_once_are_a_hundred_and_one_who_clicks_ten_times_at_once_is_one()
    {
        var (liked, clicked) = (await site.CommentAsync(story), await site.CommentAsync(story, "تعليق آخر"));
        var hasty = new Voter(site);
        using var cookie = await hasty.VoteAsync(await site.CommentAsync(story, "تعليق ثالث"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => new Voter(site).VoteAsync(liked)).Concat(Enumerable.Range(0, 10).Select(_ => new Voter(site, hasty.Cookie).VoteAsync(clicked))));

        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.OK, answer.StatusCode.ToString()));
        Assert.Equal((100, 1), (await UsefulAsync(liked), await UsefulAsync(clicked)));
        Assert.Equal(102, await site.InStoreAsync(db => db.CommentVotes.CountAsync()));
    }

    [Fact]
    public async Task Nobody_votes_for_their_own()
    {
        var writer = new Commenter(site);
        var comment = await writer.SayAsync(story, "تعليقي أنا");

        using var answer = await writer.PostAsync("/comments/useful", ("comment", $"{comment}"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("هذا تعليقك", (await Reading.ParseAsync(answer)).QuerySelector("[role=alert]")!.Seen(), StringComparison.Ordinal);
        Assert.Equal(0, await UsefulAsync(comment));
    }

    [Fact]
    public async Task Votes_end_where_comments_do_and_the_count_stays_to_be_read()
    {
        var comment = await site.CommentAsync(story);
        using var before = await new Voter(site).VoteAsync(comment);
        await site.LevelAsync(CommentLevel.Closed);

        using var answer = await new Voter(site).VoteAsync(comment);
        var page = await site.OpenAsync(address);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (answer.StatusCode, await UsefulAsync(comment)));
        Assert.Null(page.QuerySelector("button.useful, #useful"));
        Assert.Equal("وجده قارئ واحد مفيدًا", page.QuerySelector("span.useful")!.Seen());
    }

    [Fact]
    public async Task What_readers_do_not_see_takes_no_votes()
    {
        var removed = await site.CommentAsync(story);
        await site.InStoreAsync(async db =>
        {
            db.Add((await db.Comments.SingleAsync(c => c.Id == removed)).Reject(new(1, "منى", NewsSite.Accounts.Role.None, true), PostingRule.Spam, "", TestSite.Start));
            await db.SaveChangesAsync();
        });
        await site.HoldAllAsync();
        var held = await site.CommentAsync(story, "ينتظر");

        foreach (var comment in new[] { removed, held, 4711, 0 })
        {
            using var answer = await new Voter(site).VoteAsync(comment);
            Assert.Equal((comment, HttpStatusCode.NotFound), (comment, answer.StatusCode));
        }
        Assert.False(await site.InStoreAsync(db => db.CommentVotes.AnyAsync()));
    }

    [Fact]
    public async Task One_address_is_slowed_on_one_comment_and_others_go_on()
    {
        await using var strict = await TestSite.EmptyAsync();
        var comment = await strict.CommentAsync(await strict.OpenStoryAsync());

        var outcomes = new List<VoteOutcome>();
        for (var n = 0; n <= VotePace.MostForOne; n++)
        {
            outcomes.Add(await CastAsync(strict, comment, $"voter {n}", "203.0.113.7"));
        }

        Assert.Equal(VotePace.MostForOne, outcomes.OfType<VoteOutcome.Stands>().Count());
        Assert.Equal(TimeSpan.FromHours(1), Assert.IsType<VoteOutcome.TooFast>(outcomes[^1]).RetryAfter);
        Assert.IsType<VoteOutcome.Stands>(await CastAsync(strict, comment, "elsewhere", "203.0.113.8"));
        strict.Clock.Advance(TimeSpan.FromHours(1));
        Assert.IsType<VoteOutcome.Stands>(await CastAsync(strict, comment, "later", "203.0.113.7"));
        Assert.Equal(VotePace.MostForOne + 2, await strict.InStoreAsync(db => db.Comments.Select(c => c.Useful).SingleAsync()));
    }

    [Fact]
    public async Task One_address_casts_so_many_votes_a_minute_and_is_told_when_to_try_again()
    {
        await using var strict = await TestSite.EmptyAsync("--Comments:PerMinute=1");
        var number = await strict.OpenStoryAsync();
        var (first, second) = (await strict.CommentAsync(number), await strict.CommentAsync(number, "تعليق آخر", "other@example.org"));
        for (var n = 0; n < CommentLimits.AddressFactor; n++)
        {
            using var taken = await new Voter(strict).VoteAsync(first);
            Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        }

        using var answer = await new Voter(strict).VoteAsync(second);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), answer.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task Script_gets_the_count_and_whether_one_is_in_it()
    {
        var comment = await site.CommentAsync(story);
        var reader = new Voter(site);

        using var voted = await reader.VoteAsync(comment, script: true);
        using var again = await reader.VoteAsync(comment, script: true);
        using var back = await reader.VoteAsync(comment, back: true, script: true);

        Assert.Equal("""{"count":"1","counts":true}""", await voted.Content.ReadAsStringAsync());
        Assert.Equal("""{"count":"1","counts":true}""", await again.Content.ReadAsStringAsync());
        Assert.Equal("""{"count":"","counts":false}""", await back.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Reading_leaves_no_cookie_and_the_voters_page_is_everybodys()
    {
        var comment = await site.CommentAsync(story);
        var reader = new Voter(site);
        using var voted = await reader.VoteAsync(comment);
        await site.OpenAsync(address);
        site.Queries.Clear();

        using var theirs = await site.GetAsync(address, ("Cookie", reader.Cookie));
        using var anyones = await site.GetAsync(address);

        Assert.Equal(await anyones.Content.ReadAsStringAsync(), await theirs.Content.ReadAsStringAsync());
        Assert.False(anyones.Headers.Contains("Set-Cookie"));
        Assert.Empty(site.Queries.Statements);
    }

    [Fact]
    public async Task A_storm_of_votes_makes_the_page_anew_once_a_second()
    {
        var comment = await site.CommentAsync(story);
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        using var first = await new Voter(site).VoteAsync(comment);
        Assert.Equal("مفيد 1", (await ButtonAsync(comment)).Seen());

        using var second = await new Voter(site).VoteAsync(comment);
        using var third = await new Voter(site).VoteAsync(comment);

        Assert.Equal("مفيد 1", (await ButtonAsync(comment)).Seen());
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("مفيد 3", (await ButtonAsync(comment)).Seen());
    }

    [Fact]
    public async Task Who_voted_is_forgotten_after_ninety_days_and_the_count_stays()
    {
        var comment = await site.CommentAsync(story);
        using var voted = await new Voter(site).VoteAsync(comment);
        var sweep = site.Services.GetRequiredService<CommentSweep>();

        await sweep.RunAsync(CancellationToken.None);
        Assert.Equal(1, await site.InStoreAsync(db => db.CommentVotes.CountAsync()));
        site.Clock.Advance(TimeSpan.FromDays(CommentRetention.MostNetwork) + TimeSpan.FromHours(1));
        await sweep.RunAsync(CancellationToken.None);

        Assert.Equal((0, 1), (await site.InStoreAsync(db => db.CommentVotes.CountAsync()), await UsefulAsync(comment)));
    }

    [Fact]
    public async Task Another_site_cannot_vote_for_its_visitors()
    {
        var comment = await site.CommentAsync(story);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/comments/useful") { Content = new FormUrlEncodedContent([new("comment", $"{comment}")]) };
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "cross-site");

        using var answer = await site.Client.SendAsync(request);

        Assert.Equal((HttpStatusCode.Forbidden, 0), (answer.StatusCode, await UsefulAsync(comment)));
    }

    private async Task<IElement> ButtonAsync(int comment) => (await site.OpenAsync(address)).QuerySelector($"#comment-{comment} button.useful[form=useful][name=comment][value='{comment}']")!;

    private async Task<int> UsefulAsync(int comment) => (await site.FoundCommentAsync(comment)).Useful;

    private static async Task<VoteOutcome> CastAsync(TestSite site, int comment, string voter, string from)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CommentVoting>().CastAsync(new(comment, voter, IPAddress.Parse(from), IsOwn: false, TakesBack: false), CancellationToken.None);
    }
}
