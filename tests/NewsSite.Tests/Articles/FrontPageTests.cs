using NewsSite.Articles;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Articles;

public sealed class FrontPageTests
{
    [Fact]
    public async Task No_story_stands_on_the_home_page_twice_and_on_a_young_site_none_is_left_out()
    {
        await using var site = await TestSite.WithDemoAsync();

        var home = await site.OpenAsync("/");

        var links = home.QuerySelectorAll(".strip a, main h2 a, main h3 a, .times a").Select(link => link.GetAttribute("href")!)
            .Where(link => link.Count(c => c == '/') == 2).ToList();
        Assert.Equal(links.Distinct(), links);
        Assert.True(links.Count >= 11, $"{links.Count} stories");
    }

    [Fact]
    public async Task Without_a_pin_the_newest_news_story_leads_and_never_a_column()
    {
        await using var site = await TestSite.EmptyAsync();
        await site.InStoreAsync(async db =>
        {
            db.Add(Make.Story(Make.Section(), "خبر", TestSite.Start.AddHours(-2)));
            db.Add(Make.Story(Make.Section("opinion", "الرأي", SectionKind.Opinion), "عمود رأي", TestSite.Start.AddHours(-1)));
            await db.SaveChangesAsync();
        });

        var home = await site.OpenAsync("/");

        Assert.Equal("خبر", home.QuerySelector(".lead__headline")!.Seen());
        Assert.Equal("عمود رأي", home.QuerySelector(".opinion .column__headline")!.Seen());
    }

    [Theory]
    [InlineData(SectionKind.News, true)]
    [InlineData(SectionKind.Opinion, false)]
    public async Task With_one_story_that_story_leads_whatever_it_is(SectionKind kind, bool breaking)
    {
        await using var site = await TestSite.EmptyAsync();
        await site.SavedAsync(Make.Story(Make.Section("only", "وحيد", kind), "المادة الوحيدة", labels: breaking ? [new Label(LabelKind.Breaking, TestSite.Start.AddHours(1))] : []));

        var home = await site.OpenAsync("/");

        Assert.Equal("المادة الوحيدة", home.QuerySelector(".lead__headline")!.Seen());
        Assert.Null(home.QuerySelector(".empty"));
    }

    [Fact]
    public async Task A_withdrawn_storys_pin_does_not_hide_an_older_one()
    {
        await using var site = await TestSite.EmptyAsync();
        await site.InStoreAsync(async db =>
        {
            var section = Make.Section();
            var (held, gone) = (Make.Story(section, "مثبّت قديم", TestSite.Start.AddDays(-3)), Make.Story(section, "مسحوب"));
            db.AddRange(held, gone, Make.Story(section, "جديد"));
            db.Add(new FrontPagePin(held, FrontPageSlot.Lead));
            await db.SaveChangesAsync();
            db.Add(new FrontPagePin(gone, FrontPageSlot.Lead));
            gone.Withdraw("", TestSite.Start);
            await db.SaveChangesAsync();
        });

        Assert.Equal("مثبّت قديم", (await site.OpenAsync("/")).QuerySelector(".lead__headline")!.Seen());
    }

    [Fact]
    public async Task A_pin_gives_way_when_its_time_is_over()
    {
        await using var site = await TestSite.EmptyAsync();
        await site.InStoreAsync(async db =>
        {
            var section = Make.Section();
            var old = Make.Story(section, "مثبّت", TestSite.Start.AddDays(-3));
            db.AddRange(old, Make.Story(section, "جديد", TestSite.Start.AddHours(-1)), new FrontPagePin(old, FrontPageSlot.Lead, TestSite.Start.AddHours(1)));
            await db.SaveChangesAsync();
        });
        Assert.Equal("مثبّت", (await site.OpenAsync("/")).QuerySelector(".lead__headline")!.Seen());

        site.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("جديد", (await site.OpenAsync("/")).QuerySelector(".lead__headline")!.Seen());
    }
}
