using System.Globalization;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.House;

public sealed class CultureTests
{
    [Fact]
    public async Task Whatever_the_process_speaks_machines_are_told_Gregorian_ISO_dates_and_readers_the_sites_own()
    {
        await using var site = await TestSite.WithDemoAsync();

        var feed = await (await site.GetAsync("/feed.xml")).Content.ReadAsStringAsync();
        var page = await site.OpenAsync(await site.SeedAddressAsync());

        Assert.Contains("<pubDate>Tue, 10 Mar 2026 08:51:00", feed, StringComparison.Ordinal);
        Assert.Contains("\"datePublished\":\"2022-01-12T14:30:00Z\"", page.Source.Text, StringComparison.Ordinal);
        Assert.Equal("2022-01-12T14:30:00Z", page.QuerySelector(".story__dates time")!.GetAttribute("datetime"));
        Assert.Contains("الثلاثاء 10 مارس 2026 · 21 رمضان 1447", (await site.OpenAsync("/")).QuerySelector(".mast__today")!.Seen(), StringComparison.Ordinal);
        Assert.Equal(CultureInfo.InvariantCulture, CultureInfo.DefaultThreadCurrentCulture);
    }
}
