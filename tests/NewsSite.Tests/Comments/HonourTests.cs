using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

/// <summary>Comments that the newsroom pins and picks.</summary>
public sealed class HonourTests : IAsyncLifetime
{
    private TestSite site = null!;
    private SignedIn moderator = null!;
    private int story;
    private string address = "";

    public async ValueTask InitializeAsync()
    {
        (site, story, address) = await Commented.WithStoryAsync();
        moderator = await site.SignInAsync(Role.None, moderates: true);
    }

    public ValueTask DisposeAsync()
    {
        moderator.Dispose();
        return site.DisposeAsync();
    }

    [Fact]
    public async Task A_pinned_comment_stands_above_the_thread_with_the_reason_until_it_is_unpinned()
    {
        await site.CommentAsync(story, "التعليق الأول", "a@example.org", "هند");
        var comment = await site.CommentAsync(story, "إضافة موثقة من مصدرها", "b@example.org", "سلمى");

        using var answer = await GiveAsync(comment, HonourKind.Pinned, "يصحح رقمًا في الخبر");
        var page = await site.OpenAsync(address);

        Assert.StartsWith($"/admin/comments?comment={comment}", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        var pinned = page.QuerySelector(".comments__thread .pinned")!;
        Assert.Contains("مثبّت يصحح رقمًا في الخبر", pinned.Seen(), StringComparison.Ordinal);
        Assert.Contains("إضافة موثقة من مصدرها", pinned.Seen(), StringComparison.Ordinal);
        Assert.Equal($"/comments/{comment}", pinned.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("مثبّت", page.QuerySelector($"#comment-{comment} .mark")!.Seen());
        using var back = await TakeAsync(comment, HonourKind.Pinned);
        Assert.Null((await site.OpenAsync(address)).QuerySelector(".pinned, .mark"));
        Assert.Equal([(ModerationAct.Pinned, "يصحح رقمًا في الخبر"), (ModerationAct.Unpinned, "")], (await site.HistoryAsync(comment)).Skip(1).Select(line => (line.Act, line.Why)));
    }

    [Fact]
    public async Task A_picked_comment_is_shown_in_the_story_and_in_the_list_of_picks_as_long_as_it_is_posted()
    {
        var other = await site.CommentAsync(story, "التعليق الأول", "a@example.org", "هند");
        var comment = await site.CommentAsync(story, "رأي من أهل المهنة", "b@example.org", "سلمى", parent: other);

        using var given = await GiveAsync(comment, HonourKind.Picked);
        var page = await site.OpenAsync(address);

        Assert.Equal("رأي من أهل المهنة", page.QuerySelector(".story__text .pick blockquote")!.Seen());
        Assert.Equal($"/comments/{comment}", page.QuerySelector(".pick a")!.GetAttribute("href"));
        Assert.Equal([$"comment-{comment}"], (await site.OpenAsync($"/comments/thread?article={story}&sort=picks")).QuerySelectorAll(".comment").Select(one => one.Id));
        using var removed = await moderator.DecideAsync("Reject", comment, await site.SeenAsync(comment), ("Rule", "2"));
        var without = await site.OpenAsync(address);
        Assert.Null(without.QuerySelector(".pick"));
        Assert.DoesNotContain("رأي من أهل المهنة", without.Body!.Seen(), StringComparison.Ordinal);
        using var undone = await moderator.DecideAsync("Undo", comment, await site.SeenAsync(comment));
        Assert.NotNull((await site.OpenAsync(address)).QuerySelector(".pick"));
    }

    [Fact]
    public async Task A_pin_needs_a_reason_and_the_form_comes_back_with_a_sentence_at_the_field()
    {
        var comment = await site.CommentAsync(story);

        using var answer = await GiveAsync(comment, HonourKind.Pinned, " ");
        using var endless = await GiveAsync(comment, HonourKind.Picked, new string('س', ModerationEntry.MaxWhy + 1));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (answer.StatusCode, endless.StatusCode));
        var field = (await Reading.ParseAsync(answer)).QuerySelector("[name='Honour.Why'][aria-invalid=true][aria-describedby=honour-wrong]");
        Assert.NotNull(field);
        Assert.False(await site.InStoreAsync(db => db.CommentHonours.AnyAsync()));
    }

    [Fact]
    public async Task A_story_has_so_many_pins_and_a_removed_one_makes_room()
    {
        var comments = new List<int>();
        for (var n = 0; n <= CommentHonour.MostPinned; n++)
        {
            comments.Add(await site.CommentAsync(story, $"تعليق رقم {n}"));
        }
        foreach (var comment in comments)
        {
            using var given = await GiveAsync(comment, HonourKind.Pinned, "سبب");
        }

        Assert.Equal(CommentHonour.MostPinned, await site.InStoreAsync(db => db.CommentHonours.CountAsync()));
        using var removed = await moderator.DecideAsync("Reject", comments[0], await site.SeenAsync(comments[0]), ("Rule", "2"));
        using var last = await GiveAsync(comments[^1], HonourKind.Pinned, "سبب");
        Assert.Equal(CommentHonour.MostPinned, (await site.OpenAsync(address)).QuerySelectorAll(".pinned").Length);
    }

    [Fact]
    public async Task What_readers_do_not_see_is_not_honoured_and_honours_stand_in_no_decisions_way()
    {
        await site.HoldAllAsync();
        var comment = await site.CommentAsync(story);
        var seen = await site.SeenAsync(comment);
        using var early = await GiveAsync(comment, HonourKind.Picked);
        Assert.False(await site.InStoreAsync(db => db.CommentHonours.AnyAsync()));
        using var approved = await moderator.DecideAsync("Approve", comment, seen);
        seen = await site.SeenAsync(comment);

        using var given = await GiveAsync(comment, HonourKind.Picked);
        using var twice = await GiveAsync(comment, HonourKind.Picked);
        using var undone = await moderator.DecideAsync("Undo", comment, seen);

        Assert.Equal(CommentState.Held, (await site.FoundCommentAsync(comment)).State);
        Assert.Equal([ModerationAct.Judged, ModerationAct.Approved, ModerationAct.Picked, ModerationAct.Undone], (await site.HistoryAsync(comment)).Select(line => line.Act));
    }

    [Fact]
    public async Task Who_changes_the_words_loses_the_honour_that_was_given_to_others()
    {
        var writer = new Commenter(site);
        var comment = await writer.SayAsync(story, "كلام حسن يستحق الاختيار");
        using var given = await GiveAsync(comment, HonourKind.Picked);

        using var mended = await writer.PostAsync($"/comments/mine/{comment}", ("Input.Body", "كلام آخر لم يقرأه أحد"));

        Assert.Equal(HttpStatusCode.SeeOther, mended.StatusCode);
        Assert.Null((await site.OpenAsync(address)).QuerySelector(".pick"));
    }

    [Fact]
    public async Task The_moderator_sees_what_is_given_and_by_whom_and_takes_it_back_there()
    {
        var comment = await site.CommentAsync(story);
        using var given = await GiveAsync(comment, HonourKind.Pinned, "لأنه موثق");

        var page = await moderator.OpenAsync($"/admin/comments?comment={comment}");

        Assert.Contains("لأنه موثق منى المشرفة", page.QuerySelector(".honours__given p")!.Seen(), StringComparison.Ordinal);
        Assert.Equal(["Picked"], page.QuerySelectorAll(".honours__acts button").Select(button => button.GetAttribute("value")));
        Assert.Contains("ثُبّت", page.QuerySelector(".rows")!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_moderate_honours_nothing_and_takes_nothing_back()
    {
        var comment = await site.CommentAsync(story);
        using var given = await GiveAsync(comment, HonourKind.Picked);
        var reporter = new StaffMember(7, "ريتا", Role.Reporter, Moderates: false);

        var outcomes = await site.InStoreAsync(async db => (
            await new HonourDesk(db, site.Clock).GiveAsync(comment, HonourKind.Pinned, "سبب", reporter, CancellationToken.None), await new HonourDesk(db, site.Clock).TakeAsync(comment, HonourKind.Picked, reporter, CancellationToken.None)));

        Assert.Equal((HonourOutcome.NotShown, HonourOutcome.NotShown), outcomes);
        Assert.Equal([HonourKind.Picked], await site.InStoreAsync(db => db.CommentHonours.Select(one => one.Kind).ToListAsync()));
    }

    private Task<HttpResponseMessage> GiveAsync(int comment, HonourKind kind, string why = "") => PostAsync("Honour", comment, kind, ("Honour.Why", why));

    private Task<HttpResponseMessage> TakeAsync(int comment, HonourKind kind) => PostAsync("Dishonour", comment, kind);

    private Task<HttpResponseMessage> PostAsync(string handler, int comment, HonourKind kind, params (string, string)[] more) =>
        moderator.PostAsync($"/admin/comments?handler={handler}", [("Input.Comment", $"{comment}"), ("Honour.Kind", $"{kind}"), .. more]);
}
