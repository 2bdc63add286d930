using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

public sealed class ModerationReportTests
{
    private const int Histories = 6, StepsOfOne = 60;
    private static readonly string[] Bodies = ["كلام عادي عن الخبر", "اسكت يا شرموط", "أنت حمار لا تفهم", "أضيفوا مصدر الخبر من فضلكم", "للتواصل واتساب 0501234567 أسعار مغرية"];

    [Fact]
    public async Task Whatever_happens_each_months_counts_are_those_of_the_log()
    {
        await using var site = await TestSite.EmptyAsync("--Comments:PerMinute=0");
        using var moderator = await site.SignInAsync(Role.None, moderates: true);
        var story = await site.OpenStoryAsync();
        foreach (var seed in Enumerable.Range(0, Histories))
        {
            await HappenAsync(site, moderator, story, new Random(seed));
        }

        var log = await site.InStoreAsync(db => db.Moderation.AsNoTracking().OrderBy(e => e.Id).ToListAsync());
        var months = log.Select(e => new DateTimeOffset(e.At.Year, e.At.Month, 1, 0, 0, 0, TimeSpan.Zero)).Distinct().ToList();
        Assert.True(months.Count > 2, $"{months.Count} months");
        foreach (var month in months)
        {
            var report = await site.InStoreAsync(db => ModerationReport.ReadAsync(db, month, month.AddMonths(1), CancellationToken.None));
            Assert.Equal(Enum.GetValues<PostingRule>().Select(rule => (PostingRule?)rule).Append(null).Select(rule => Counted(log, month, rule)), report.Lines);
            Assert.Equal(await site.InStoreAsync(db => db.Comments.CountAsync(c => c.At >= month && c.At < month.AddMonths(1))), report.Sum.Received);
        }
        var whole = await site.InStoreAsync(db => ModerationReport.ReadAsync(db, months[0], months[^1].AddMonths(1), CancellationToken.None));
        Assert.Equal(log.Count(e => e.Act == ModerationAct.Appealed), whole.Sum.Appealed);
        Assert.Equal(log.Select(e => e.CommentId).Distinct().Count(), whole.Sum.Received);
        Assert.True(whole.Sum is { Posted: > 0, Held: > 0, Refused: > 0, Approved: > 0, Rejected: > 0, Flagged: > 0, Restored: > 0 }, $"{whole.Sum}");
    }

    [Fact]
    public async Task The_page_prints_the_months_counts_in_a_table_and_links_the_months_that_have_any()
    {
        await using var site = await TestSite.EmptyAsync("--Comments:PerMinute=0");
        var story = await site.OpenStoryAsync();
        await site.CommentAsync(story, Bodies[0]);
        site.Clock.Advance(TimeSpan.FromDays(31));
        await site.CommentAsync(story, Bodies[0], "two@example.org");
        await site.CommentAsync(story, Bodies[1], "two@example.org");

        var page = await site.OpenAsync("/comments/report");

        Assert.Equal(["أبريل 2026", "مارس 2026"], page.QuerySelectorAll(".report__months a").Select(one => one.Seen()));
        Assert.Equal(["المجموع", "2", "1", "0", "1", "0", "0", "0", "0", "0"], page.QuerySelectorAll("tfoot tr > *").Select(one => one.Seen()));
        Assert.Equal("1", Row(page, "الشتائم")[3]);
        Assert.Equal("1", (await site.OpenAsync("/comments/report?month=2026-03")).QuerySelector("tfoot td")!.Seen());
    }

    [Theory]
    [InlineData("?month=2026-02")]
    [InlineData("?month=2026-04")]
    [InlineData("?month=الآن")]
    public async Task A_month_without_a_report_is_not_there(string query)
    {
        await using var site = await TestSite.EmptyAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/comments/report" + query)).StatusCode);
    }

    [Fact]
    public async Task Made_up_queries_lead_to_the_one_page()
    {
        await using var site = await TestSite.EmptyAsync();

        Assert.Equal("/comments/report", (await site.GetAsync("/comments/report?p=3")).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/comments/count?article=0001")).StatusCode);
    }

    [Fact]
    public async Task A_site_without_comments_says_so()
    {
        await using var site = await TestSite.EmptyAsync();

        Assert.Contains("لم يرد تعليق في هذا الشهر بعد.", (await site.OpenAsync("/comments/report")).Body!.Seen(), StringComparison.Ordinal);
    }

    private static List<string> Row(IHtmlDocument page, string rule) =>
        [.. page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.Seen() == rule).QuerySelectorAll("td").Select(one => one.Seen())];

    /// <summary>As the report's text says it, line by line, without the database's help.</summary>
    private static ReportLine Counted(IReadOnlyList<ModerationEntry> log, DateTimeOffset month, PostingRule? rule)
    {
        var arrivals = new List<ModerationEntry>();
        var acts = new List<ModerationEntry>();
        foreach (var ofOne in log.GroupBy(e => e.CommentId).Select(group => group.ToList()))
        {
            arrivals.Add(ofOne[0]);
            foreach (var (at, entry) in ofOne.Index())
            {
                var next = ofOne.Skip(at + 1).FirstOrDefault(e => ModerationEntry.Deciding.Contains(e.Act));
                if (at > 0 && !(ModerationEntry.Decisions.Contains(entry.Act) && next?.Act == ModerationAct.Undone))
                {
                    acts.Add(entry);
                }
            }
        }
        bool Here(ModerationEntry e) => e.At >= month && e.At < month.AddMonths(1) && (e.Rule ?? e.RuleBefore) == rule;
        int Arrived(CommentState state) => arrivals.Count(e => e.At >= month && e.At < month.AddMonths(1) && e.Rule == rule && e.After == state);
        int Acts(ModerationAct act, Func<ModerationEntry, bool>? among = null) => acts.Count(e => Here(e) && e.Act == act && among?.Invoke(e) != false);
        return new(rule, Arrived(CommentState.Posted), Arrived(CommentState.Held), Arrived(CommentState.Refused),
            Acts(ModerationAct.Approved, among: e => e.Before != CommentState.Posted), Acts(ModerationAct.Rejected), Acts(ModerationAct.Flagged), Acts(ModerationAct.Appealed), Acts(ModerationAct.Restored));
    }

    private static async Task HappenAsync(TestSite site, SignedIn moderator, int story, Random random)
    {
        for (var step = 0; step < StepsOfOne; step++)
        {
            site.Clock.Advance(TimeSpan.FromHours(random.Next(1, 12)));
            var ids = await site.InStoreAsync(db => db.Comments.OrderByDescending(c => c.Id).Select(c => c.Id).Take(12).ToListAsync());
            var known = ids.Count > 0 ? ids[random.Next(ids.Count)] : 0;
            var act = known == 0 ? 0 : random.Next(11);
            if (act < 2)
            {
                await site.CommentAsync(story, $"{Bodies[random.Next(Bodies.Length)]} {step} {random.Next(1000)}", $"writer{random.Next(9)}@example.org");
            }
            else if (act == 2)
            {
                await site.FlagAsync(known, (PostingRule)random.Next(1, 9), string.Create(CultureInfo.InvariantCulture, $"203.0.113.{random.Next(1, 6)}"));
            }
            else if (act is 3 or 4)
            {
                await site.AppealAsync(known);
            }
            else if (act is 9 or 10)
            {
                var writer = new Commenter(site, email: $"writer{random.Next(9)}@example.org");
                using var sent = await writer.PostAsync(story, $"{Bodies[random.Next(Bodies.Length)]} {step} {random.Next(1000)} من جديد");
                var id = await site.InStoreAsync(db => db.Comments.MaxAsync(c => c.Id));
                using var changed = act == 9
                    ? await writer.PostAsync($"/comments/mine/{id}", ("Input.Body", $"{Bodies[random.Next(Bodies.Length)]} {step} {random.Next(1000)} بعد التعديل"))
                    : await writer.PostAsync($"/comments/mine/{id}?handler=withdraw");
            }
            else
            {
                var handler = act switch { 5 => "Approve", 6 => "Reject", 7 => "Undo", _ => "Decline" };
                await moderator.DecideAsync(handler, known, await site.SeenAsync(known), ("Rule", random.Next(1, 9).ToString(CultureInfo.InvariantCulture)));
            }
        }
    }
}
