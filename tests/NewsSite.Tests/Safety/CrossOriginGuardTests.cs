using System.Net;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Safety;

public sealed class CrossOriginGuardTests : IAsyncLifetime
{
    private TestSite site = null!;

    public async ValueTask InitializeAsync() => site = await TestSite.WithDemoAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    // No form is there yet: what passes the guard meets an address that takes no forms, or that is not there.
    [Theory]
    [InlineData("Sec-Fetch-Site: same-origin", true)]
    [InlineData("Sec-Fetch-Site: none", true)]
    [InlineData("Sec-Fetch-Site: same-site", false)]
    [InlineData("Sec-Fetch-Site: cross-site", false)]
    [InlineData("Sec-Fetch-Site: cross-site|Origin: OURS", false)]
    [InlineData("Origin: OURS", true)]
    [InlineData("Origin: null", false)]
    [InlineData("Origin: https://evil.example", false)]
    [InlineData("Origin: http://localhost", false)]
    [InlineData("", true)]
    [InlineData("Cookie: NewsSite.SignIn=x", false)]
    public async Task A_form_passes_only_when_it_comes_from_here(string headers, bool passes)
    {
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete })
        {
            using var request = new HttpRequestMessage(method, "/a/323");
            foreach (var header in headers.Replace("OURS", site.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal).Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                request.Headers.TryAddWithoutValidation(header.Split(": ")[0], header.Split(": ")[1]);
            }

            using var answer = await site.Client.SendAsync(request);

            Assert.Equal((method, passes), (method, answer.StatusCode != HttpStatusCode.Forbidden));
            if (!passes)
            {
                Assert.Equal("غير مسموح", (await Reading.ParseAsync(answer)).QuerySelector("h1")!.Seen());
            }
        }
    }

    [Fact]
    public async Task Reading_from_another_site_is_always_allowed()
    {
        using var answer = await site.GetAsync("/", ("Sec-Fetch-Site", "cross-site"), ("Origin", "https://other.example"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
