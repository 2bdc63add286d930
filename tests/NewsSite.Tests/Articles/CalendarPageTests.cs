using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Settings;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Articles;

public sealed class CalendarPageTests : IAsyncLifetime
{
    // 22:30 in London, 01:30 of the next day in Riyadh.
    private static readonly DateTimeOffset AfterMidnight = new(2025, 5, 31, 22, 30, 0, TimeSpan.Zero);

    private TestSite site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.EmptyAsync();
        var section = Make.Section();
        await site.InStoreAsync(db =>
        {
            db.AddRange(
                Make.Story(section, "بعد منتصف الليل", AfterMidnight), Make.Story(section, "بعدها بساعة", AfterMidnight.AddHours(1)),
                Make.Story(section, "قبل منتصف الليل", AfterMidnight.AddHours(-2)),
                Make.Story(section, "هذا الشهر", TestSite.Start.AddHours(-1)), Make.Story(section, "غدًا", TestSite.Start.AddDays(1)),
                Make.Unpublished(section));
            return db.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData(null, "الأحد")]
    [InlineData("Saturday", "السبت")]
    [InlineData("Monday", "الاثنين")]
    public async Task The_weeks_of_a_month_begin_on_the_day_that_is_set(string? set, string first)
    {
        await SetAsync("FirstDayOfWeek", set);

        var calendar = await CalendarAsync("/archive/2025/06");

        Assert.Equal(first, calendar.QuerySelector("th")!.GetAttribute("abbr"));
        // The first of June 2025 was a Sunday.
        var column = calendar.QuerySelectorAll("th").Index(calendar.QuerySelectorAll("th").First(day => day.GetAttribute("abbr") == "الأحد"));
        Assert.Equal("1", calendar.QuerySelectorAll("tbody tr:first-child td")[column].QuerySelector("a")!.ChildNodes[0].Seen());
        Assert.All(calendar.QuerySelectorAll("tr"), week => Assert.Equal(7, week.Children.Length));
        Assert.Equal(Enumerable.Range(1, 30), calendar.QuerySelectorAll("td > :is(a, span)").Select(day => int.Parse(day.ChildNodes[0].Seen(), System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_day_with_live_stories_is_a_link_that_says_how_many_by_the_newsrooms_clock()
    {
        var (may, june) = (await CalendarAsync("/archive/2025/05"), await CalendarAsync("/archive/2025/06"));

        Assert.Equal([("/archive/2025/05/31", "31، مادة واحدة")], Links(may));
        Assert.Equal([("/archive/2025/06/01", "1، مادتان")], Links(june));
        Assert.Equal(["بعدها بساعة", "بعد منتصف الليل"], (await site.OpenAsync("/archive/2025/06/01")).Headlines());
    }

    [Fact]
    public async Task Another_time_zone_moves_a_story_at_the_edge_of_a_day()
    {
        await SetAsync("TimeZone", "Europe/London");

        // Midnight in London's summer is 23:00 UTC.
        Assert.Equal([("/archive/2025/05/31", "31، مادتان")], Links(await CalendarAsync("/archive/2025/05")));
        Assert.Equal([("/archive/2025/06/01", "1، مادة واحدة")], Links(await CalendarAsync("/archive/2025/06")));
    }

    [Fact]
    public async Task A_scheduled_story_makes_its_day_a_link_when_its_time_has_come()
    {
        Assert.Equal([("/archive/2026/03/10", "10، مادة واحدة")], Links(await CalendarAsync("/archive/2026/03")));
        Assert.Equal("10", Today(await CalendarAsync("/archive/2026/03")));

        site.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(["/archive/2026/03/10", "/archive/2026/03/11"], Links(await CalendarAsync("/archive/2026/03")).Select(day => day.Address));
        Assert.Equal("11", Today(await CalendarAsync("/archive/2026/03")));
    }

    [Fact]
    public async Task A_story_that_is_withdrawn_takes_its_day_off_the_calendar_at_once()
    {
        Assert.NotEmpty(Links(await CalendarAsync("/archive/2025/05")));

        await site.InStoreAsync(async db =>
        {
            (await db.Articles.FirstAsync(a => a.Headline == "قبل منتصف الليل")).Withdraw();
            await db.SaveChangesAsync();
        });

        Assert.Empty(Links(await CalendarAsync("/archive/2025/05")));
    }

    [Fact]
    public async Task The_Hijri_day_stands_beside_where_the_edition_has_it_everywhere_in_its_own_digits()
    {
        Assert.Empty((await CalendarAsync("/archive/2025/06")).QuerySelectorAll("small"));
        await SetAsync("Hijri", "Everywhere");
        await SetAsync("Digits", "ArabicIndic");

        var calendar = await CalendarAsync("/archive/2025/06");

        Assert.Equal("يونيو ٢٠٢٥ ذو الحجة ١٤٤٦ – محرم ١٤٤٧", calendar.QuerySelector("caption")!.Seen());
        Assert.Equal(["١، مادتان", "٥"], calendar.QuerySelector("td:has(a)")!.Children.Select(one => one.Seen()));
    }

    private async Task<IElement> CalendarAsync(string path)
    {
        var page = await site.OpenAsync(path);
        return Assert.Single(page.QuerySelectorAll("table.calendar"));
    }

    private static List<(string Address, string Name)> Links(IElement calendar) =>
        [.. calendar.QuerySelectorAll("a").Select(day => (day.GetAttribute("href")!, day.Seen()))];

    private static string Today(IElement calendar) => Assert.Single(calendar.QuerySelectorAll("[aria-current=date]")).Children[0].ChildNodes[0].Seen();

    private Task SetAsync(string name, string? value) => value is null ? Task.CompletedTask : site.InStoreAsync(db =>
    {
        db.Add(new Setting(name, value));
        return db.SaveChangesAsync();
    });
}
