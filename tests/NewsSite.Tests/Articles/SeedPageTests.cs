using NewsSite.Tests.Support;

namespace NewsSite.Tests.Articles;

public sealed class SeedPageTests : IAsyncLifetime
{
    private TestSite site = null!;

    public async ValueTask InitializeAsync() => site = await TestSite.WithDemoAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Every_paragraph_of_the_seed_stands_on_its_page_in_order_and_exactly()
    {
        var seed = (await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "seed", "nato-stoltenberg.ar.txt")))
            .Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        var body = seed[(seed.LastIndexOf("الأمين العام للناتو: منفتحون على الحوار مع موسكو رغم الخلافات") + 1)..seed.IndexOf("رابط مختصر")];

        var page = await site.OpenAsync(await site.SeedAddressAsync());

        var printed = page.QuerySelectorAll(".story__standfirst, .prose > *").Select(one => one.TextContent.Replace('\u00A0', ' ')).ToList();
        Assert.Equal(body, printed);
    }

    [Fact]
    public async Task The_page_speaks_Arabic_from_right_to_left()
    {
        var page = await site.OpenAsync(await site.SeedAddressAsync());

        Assert.Equal("ar", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("rtl", page.DocumentElement.GetAttribute("dir"));
    }

    [Fact]
    public async Task It_has_the_label_the_byline_the_date_and_the_last_update_of_the_seed()
    {
        var page = await site.OpenAsync(await site.SeedAddressAsync());

        Assert.Equal("عاجل", page.QuerySelector(".story__head .flag")!.Seen());
        Assert.Equal("نور السبكي", page.QuerySelector(".byline__name")!.Seen());
        Assert.Contains("12 يناير 2022", page.QuerySelector(".story__dates")!.Seen(), StringComparison.Ordinal);
        Assert.Contains("آخر تحديث : منذ أسبوع واحد", page.QuerySelector(".story__dates")!.Seen(), StringComparison.Ordinal);
        Assert.Equal("2022-01-12T14:30:00Z", page.QuerySelector(".story__dates time")!.GetAttribute("datetime"));
    }

    [Fact]
    public async Task The_last_update_grows_older_with_the_clock()
    {
        var address = await site.SeedAddressAsync();
        await site.OpenAsync(address);

        site.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Contains("آخر تحديث : منذ أسبوعين", (await site.OpenAsync(address)).QuerySelector(".story__dates")!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_leads_the_home_page()
    {
        var home = await site.OpenAsync("/");

        Assert.Equal("الأمين العام للناتو: منفتحون على الحوار مع موسكو رغم الخلافات", home.QuerySelector(".lead__headline")!.Seen());
    }

    [Fact]
    public async Task Its_short_link_leads_to_it()
    {
        var address = await site.SeedAddressAsync();
        var link = (await site.OpenAsync(address)).QuerySelector(".short a")!.GetAttribute("href")!;

        using var answer = await site.GetAsync(link);

        Assert.Equal(System.Net.HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(address, answer.Headers.Location!.OriginalString);
    }
}
