using System.Net;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Safety;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/feed.xml", HttpStatusCode.OK)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    [InlineData("/admin", HttpStatusCode.Found)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/icon.svg", HttpStatusCode.OK)]
    public async Task Every_answer_carries_the_policy_errors_and_cached_pages_too(string path, HttpStatusCode status)
    {
        await using var site = await TestSite.WithDemoAsync();

        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var answer = await site.GetAsync(path);

            Assert.Equal(status, answer.StatusCode);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("strict-origin-when-cross-origin", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.Empty(answer.Headers.Server);
        }
    }

    [Fact]
    public async Task Readers_get_no_cookie()
    {
        await using var site = await TestSite.WithDemoAsync();

        foreach (var path in new[] { "/", "/politics", await site.SeedAddressAsync(), "/rules", "/no-such-page", "/feed.xml" })
        {
            using var answer = await site.GetAsync(path);
            Assert.False(answer.Headers.Contains("Set-Cookie"), path);
        }
    }

    [Fact]
    public async Task Pages_hold_no_script_or_style_of_their_own()
    {
        await using var site = await TestSite.WithDemoAsync();

        foreach (var path in new[] { "/", "/politics", await site.SeedAddressAsync(), "/rules" })
        {
            var page = await site.OpenAsync(path);
            Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src]):not([type='application/ld+json']):not([type='application/json'])"));
            Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_picture_is_served_under_a_policy_of_its_own_and_nothing_else_of_the_disk_is()
    {
        await using var site = await TestSite.WithDemoAsync();

        using var picture = await site.GetAsync("/media/nato-map-320.avif");
        Assert.Equal("image/avif", picture.Content.Headers.ContentType!.MediaType);
        Assert.Equal("default-src 'none'; sandbox", picture.Headers.GetValues("Content-Security-Policy").Single());

        foreach (var path in new[] { "/media/..%2Fnews.db", "/media/..%2Fkeys%2Fsite.key", "/media/%2e%2e/news.db", "/media/nato-map-320.svg", "/media/nato-map-99999.avif", "/media/", "/data/news.db" })
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await site.GetAsync(path)).StatusCode));
        }
    }
}
