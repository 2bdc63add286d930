using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

public sealed class QueueTests : IAsyncLifetime
{
    private TestSite site = null!;
    private SignedIn moderator = null!;
    private int story;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.EmptyAsync("--Comments:PerMinute=0");
        moderator = await site.SignInAsync(Role.None, moderates: true);
        story = await site.OpenStoryAsync();
    }

    public ValueTask DisposeAsync()
    {
        moderator.Dispose();
        return site.DisposeAsync();
    }

    [Fact]
    public async Task What_waits_longest_comes_first_and_each_tab_has_its_own()
    {
        var posted = await site.CommentAsync(story, "منشور", "known@example.org");
        await site.LevelAsync(CommentLevel.FirstHeld);
        var first = await site.CommentAsync(story, "أول الجدد", "one@example.org");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await site.CommentAsync(story, "ثاني الجدد", "two@example.org");
        var (refused, removed) = (await site.CommentAsync(story, "يُرفض", "three@example.org"), await site.CommentAsync(story, "يُحذف", "known@example.org"));
        await moderator.DecideAsync("Reject", refused, await site.SeenAsync(refused), ("Rule", "8"));
        await moderator.DecideAsync("Reject", removed, await site.SeenAsync(removed), ("Rule", "2"));

        Assert.Equal([first, second], await ListedAsync(""));
        Assert.Equal([second, first], await ListedAsync("?order=Newest"));
        Assert.Equal([first, second], await ListedAsync("?tab=New"));
        Assert.Equal([refused], await ListedAsync("?tab=Refused"));
        Assert.Equal([], await ListedAsync("?tab=Refused&rule=2"));
        Assert.Equal([removed], await ListedAsync("?tab=Removed&rule=2"));
        Assert.Equal([posted], await ListedAsync("?tab=Posted"));
        Assert.Equal(["2", "2", "0", "0"], (await moderator.OpenAsync("/admin/comments")).QuerySelectorAll(".tabs__count").Select(one => one.Seen()));
    }

    [Fact]
    public async Task The_newsrooms_menu_and_its_first_page_count_what_is_held_reported_or_objected_to_each_once()
    {
        var (both, reported, refused) = (await site.CommentAsync(story, "أنت حمار لا تفهم"), await site.CommentAsync(story, "كلام عادي"), await site.CommentAsync(story, "اسكت يا شرموط"));
        await site.AppealAsync(both);
        await site.AppealAsync(refused);
        await site.FlagAsync(reported, PostingRule.Spam, "203.0.113.1");

        var today = await moderator.OpenAsync("/admin");

        Assert.StartsWith("3", today.QuerySelector(".side__count")!.Seen(), StringComparison.Ordinal);
        Assert.Contains(today.QuerySelectorAll("main strong"), one => one.Seen() == "3");
    }

    [Fact]
    public async Task The_queue_stands_among_the_other_pages_about_comments()
    {
        var queue = await moderator.OpenAsync("/admin/comments?tab=Refused");
        var bans = await moderator.OpenAsync("/admin/comments/bans");

        Assert.Equal(Links(bans), Links(queue));
        Assert.Equal("/admin/comments", Tabs(queue).QuerySelector("[aria-current=page]")!.GetAttribute("href"));

        static IElement Tabs(IDocument page) => page.QuerySelector(".tabs")!;
        static IEnumerable<string?> Links(IDocument page) => Tabs(page).QuerySelectorAll("a").Select(link => link.GetAttribute("href"));
    }

    [Fact]
    public async Task A_place_in_the_text_speaks_once_however_many_terms_fit_it()
    {
        var comment = await site.CommentAsync(story, "الله يلعنك يا كلب يا ابن الحرام");

        var page = await moderator.OpenAsync($"/admin/comments?comment={comment}");

        foreach (var verdict in page.QuerySelectorAll("dl.verdict"))
        {
            var places = verdict.QuerySelectorAll("dd strong").Select(one => one.Seen()).ToList();
            Assert.Equal(places.Distinct(), places);
        }
        Assert.Contains("ابن الحرام", page.QuerySelector("dl.verdict")!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_storys_comments_are_seen_alone()
    {
        await site.HoldAllAsync();
        var other = await site.OpenStoryAsync("خبر آخر");
        await site.CommentAsync(story, "هنا");
        var there = await site.CommentAsync(other, "هناك");

        Assert.Equal([there], await ListedAsync($"?article={other}"));
    }

    [Fact]
    public async Task After_each_decision_comes_the_next_with_its_number_and_what_was_passed_over_comes_last()
    {
        await site.HoldAllAsync();
        var (first, second, third) = (await site.CommentAsync(story, "أول"), await site.CommentAsync(story, "ثانٍ"), await site.CommentAsync(story, "ثالث"));

        using var answer = await moderator.DecideAsync("Approve", second, await site.SeenAsync(second));
        var page = await moderator.OpenAsync(answer.Headers.Location!.ToString());

        Assert.EndsWith("#chosen", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("نُشر. التالي 2 من 2", page.QuerySelector("#told p")!.Seen());
        Assert.Equal("ثالث", page.QuerySelector(".chosen__text")!.Seen());
        Assert.Equal(second.ToString(CultureInfo.InvariantCulture), ((IHtmlInputElement)page.QuerySelector("#told [name='Input.Comment']")!).Value);
        using var wrapped = await moderator.DecideAsync("Approve", third, await site.SeenAsync(third));
        Assert.Equal("أول", (await moderator.OpenAsync(wrapped.Headers.Location!.ToString())).QuerySelector(".chosen__text")!.Seen());
        using var last = await moderator.DecideAsync("Approve", first, await site.SeenAsync(first));
        Assert.Contains("نُشر. لا تعليق موقوفًا ينتظر.", (await moderator.OpenAsync(last.Headers.Location!.ToString())).Body!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejection_without_a_rule_asks_for_one()
    {
        await site.HoldAllAsync();
        var comment = await site.CommentAsync(story);

        using var answer = await moderator.DecideAsync("Reject", comment, await site.SeenAsync(comment));
        var page = await moderator.OpenAsync(answer.Headers.Location!.ToString());

        Assert.Equal(CommentState.Held, (await site.FoundCommentAsync(comment)).State);
        Assert.Equal(8, page.QuerySelectorAll("details[open] .decide__rules button[name='Input.Rule']").Length);
    }

    [Fact]
    public async Task The_chosen_one_shows_what_it_answers_its_writers_counts_and_what_the_writer_will_read()
    {
        var parent = await site.CommentAsync(story, "ما يُرد عليه", "marwan@example.org", "مروان");
        await site.CommentAsync(story, "سابق له");
        var rejected = await site.CommentAsync(story, "مرفوض له");
        await moderator.DecideAsync("Reject", rejected, await site.SeenAsync(rejected), ("Rule", "8"));
        var comment = await site.CommentAsync(story, "هذا حمار لا يفهم", parent: parent);

        var page = await moderator.OpenAsync("/admin/comments");

        Assert.Equal(comment, (await ListedAsync(""))[0]);
        Assert.Equal("مروان: ما يُرد عليه", page.QuerySelector(".chosen__parent")!.Seen());
        Assert.Equal(["1", "1"], page.QuerySelectorAll(".chosen__counts strong").Select(one => one.Seen()));
        Assert.Contains("يخالف شرط «الإساءة إلى الأشخاص»", page.QuerySelector(".will-read")!.Seen(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".chosen__text mark.decides"));
    }

    [Fact]
    public async Task A_page_takes_as_many_queries_with_many_comments_as_with_one_and_the_next_begins_where_it_ends()
    {
        await site.HoldAllAsync();
        await site.CommentAsync(story, "تعليق 0", "w0@example.org");
        var few = await CostAsync();
        foreach (var n in Enumerable.Range(1, QueueReading.PageSize + 4))
        {
            await site.CommentAsync(story, $"تعليق {n}", $"w{n % 7}@example.org");
        }

        Assert.Equal(few, await CostAsync());
        Assert.InRange(few, 1, 12);
        var page = await moderator.OpenAsync("/admin/comments");
        Assert.Equal(QueueReading.PageSize, page.QuerySelectorAll(".item").Length);
        var more = await moderator.OpenAsync(page.QuerySelector("a[rel=next].pager__older")!.GetAttribute("href")!);
        Assert.Equal(["تعليق 30", "تعليق 31", "تعليق 32", "تعليق 33", "تعليق 34"], more.QuerySelectorAll(".item__text").Select(one => one.Seen()));
    }

    [Fact]
    public async Task The_newsrooms_menu_and_first_page_tell_moderators_how_many_wait()
    {
        await site.HoldAllAsync();
        await site.CommentAsync(story);
        using var reporter = await site.SignInAsync(Role.Reporter);

        var (theirs, ours) = (await reporter.OpenAsync("/admin"), await moderator.OpenAsync("/admin"));

        Assert.Null(theirs.QuerySelector("a[href='/admin/comments']"));
        Assert.Equal("التعليقات 1 بانتظار المراجعة", ours.QuerySelector(".side a[href='/admin/comments']")!.Seen());
        Assert.NotNull(ours.QuerySelector(".waits a[href='/admin/comments']"));
    }

    private async Task<IReadOnlyList<int>> ListedAsync(string query) => [.. (await moderator.OpenAsync($"/admin/comments{query}"))
        .QuerySelectorAll(".item [name='Input.Comment']").Select(one => int.Parse(one.GetAttribute("value")!, CultureInfo.InvariantCulture))];

    private async Task<int> CostAsync()
    {
        await moderator.OpenAsync("/admin/comments");
        site.Queries.Clear();
        await moderator.OpenAsync("/admin/comments");
        return site.Queries.Statements.Count;
    }
}
