using System.Net;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Safety;

public sealed class SiteAddressTests
{
    [Fact]
    public async Task With_its_address_set_the_site_answers_to_no_other_name_and_links_to_its_own()
    {
        await using var site = await TestSite.WithDemoAsync("--Site:Address=https://news.example");

        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await site.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/health/live")).StatusCode);
        var home = await site.OpenAsync("/", ("Host", "news.example"));
        Assert.Equal("https://news.example/", home.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.StartsWith("https://news.example/media/", home.QuerySelector("meta[property='og:image']")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Arabic_domain_is_answered_to_and_linked_in_its_ASCII_form()
    {
        await using var site = await TestSite.WithDemoAsync("--Site:Address=https://المداد.example");

        var home = await site.OpenAsync("/", ("Host", "xn--mgbaxb6hg.example"));

        Assert.Equal("https://xn--mgbaxb6hg.example/", home.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_demo_newspaper_on_a_public_address_is_kept_from_search_engines()
    {
        await using var open = await TestSite.WithDemoAsync("--Site:Address=https://news.example");
        await using var trial = await TestSite.WithDemoAsync();

        Assert.NotNull((await open.OpenAsync("/", ("Host", "news.example"))).QuerySelector("meta[name=robots][content=noindex]"));
        Assert.Null((await trial.OpenAsync("/")).QuerySelector("meta[name=robots]"));
    }

    [Fact]
    public async Task While_no_address_is_set_each_name_gets_pages_with_its_own_links()
    {
        await using var site = await TestSite.WithDemoAsync();

        foreach (var host in new[] { "a.example", "b.example", "a.example" })
        {
            var home = await site.OpenAsync("/", ("Host", host));
            Assert.Equal($"http://{host}/", home.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task A_stranger_may_not_say_what_the_readers_address_or_scheme_is()
    {
        await using var site = await TestSite.WithDemoAsync();

        var home = await site.OpenAsync("/", ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example"));

        Assert.StartsWith("http://localhost", home.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_proxy_may()
    {
        await using var site = await TestSite.WithDemoAsync("--Proxies:Known=127.0.0.1, ::1");

        var home = await site.OpenAsync("/", ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "news.example"));

        Assert.Equal("https://news.example/", home.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }
}
