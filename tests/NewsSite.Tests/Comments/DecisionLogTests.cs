using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

public sealed class DecisionLogTests : IAsyncLifetime
{
    private TestSite site = null!;
    private int story;
    private SignedIn nadia = null!, fadi = null!;

    public async ValueTask InitializeAsync()
    {
        (site, story, _) = await Commented.WithStoryAsync();
        nadia = await site.SignInAsync(Role.None, moderates: true, name: "نادية");
        fadi = await site.SignInAsync(Role.None, moderates: true, name: "فادي");
    }

    public async ValueTask DisposeAsync()
    {
        nadia.Dispose();
        fadi.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task What_moderators_did_stands_in_one_list_the_newest_first_and_what_the_rules_did_does_not()
    {
        var (first, second) = (await site.CommentAsync(story, "أنت حمار لا تفهم"), await site.CommentAsync(story, "تعليق عادي هنا"));
        await nadia.DecideAsync("Approve", first, await site.SeenAsync(first));
        await fadi.DecideAsync("Reject", second, await site.SeenAsync(second), ("Rule", "8"), ("Why", "مكرر في كل مكان"));

        var rows = (await nadia.OpenAsync("/admin/comments/log")).QuerySelectorAll("tbody tr").Select(row => row.Seen()).ToList();

        Assert.Equal(2, rows.Count);
        Assert.All(["فادي", "رُفض · الإعلانات والروابط", "تعليق عادي هنا", "مكرر في كل مكان"], word => Assert.Contains(word, rows[0], StringComparison.Ordinal));
        Assert.All(["نادية", "نُشر", "أنت حمار لا تفهم"], word => Assert.Contains(word, rows[1], StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_can_be_asked_by_person_act_rule_and_day()
    {
        var (first, second) = (await site.CommentAsync(story, "أنت حمار لا تفهم"), await site.CommentAsync(story, "تعليق عادي هنا"));
        await nadia.DecideAsync("Approve", first, await site.SeenAsync(first));
        site.Clock.Advance(TimeSpan.FromDays(1));
        await fadi.DecideAsync("Reject", second, await site.SeenAsync(second), ("Rule", "8"));
        var by = (await nadia.OpenAsync("/admin/comments/log")).QuerySelectorAll("[name=by] option").Single(one => one.Seen() == "فادي").GetAttribute("value");

        Assert.Equal(1, await CountAsync($"by={by}"));
        Assert.Equal(1, await CountAsync("act=Approved"));
        Assert.Equal(0, await CountAsync("act=Undone"));
        Assert.Equal(1, await CountAsync("rule=2"));
        Assert.Equal(1, await CountAsync("from=2026-03-11"));
        Assert.Equal(1, await CountAsync("until=2026-03-10"));
        Assert.Equal(2, await CountAsync("from=2026-03-10&until=2026-03-11"));

        async Task<int> CountAsync(string query) => (await nadia.OpenAsync($"/admin/comments/log?{query}")).QuerySelectorAll("tbody tr").Length;
    }

    [Fact]
    public async Task A_long_list_goes_on_where_the_page_ends()
    {
        var first = await site.CommentAsync(story, "تعليق رقم 0 هنا", "flood@example.org");
        for (var i = 1; i <= Web.Pages.Admin.Comments.LogModel.PageSize; i++)
        {
            await site.CommentAsync(story, $"تعليق رقم {i} هنا", "flood@example.org");
        }
        var seen = await site.InStoreAsync(db => db.Moderation.MaxAsync(entry => entry.Id));
        await nadia.PostAsync($"/admin/comments?tab=All&writer={first}&handler=HideAll", ("Input.Seen", $"{seen}"), ("Input.Rule", "8"));

        var page = await nadia.OpenAsync("/admin/comments/log?act=Rejected");
        var older = await nadia.OpenAsync(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(Web.Pages.Admin.Comments.LogModel.PageSize, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("تعليق رقم 0 هنا", Assert.Single(older.QuerySelectorAll("tbody tr")).Seen(), StringComparison.Ordinal);
    }
}
