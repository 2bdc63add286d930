using System.Net;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Safety;

public sealed class NewsroomIsClosedTests
{
    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/")]
    [InlineData("/Admin/articles")]
    [InlineData("/admin/no/such/page")]
    [InlineData("/ADMIN/x")]
    public async Task Nobody_sees_what_is_or_is_not_there_without_signing_in(string path)
    {
        await using var site = await TestSite.WithDemoAsync();

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Delete })
        {
            using var answer = await site.Client.SendAsync(new HttpRequestMessage(method, path));
            // A page that one may come back to leads to the way in; anything else is refused.
            Assert.Equal(method == HttpMethod.Get ? HttpStatusCode.Found : HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal(method == HttpMethod.Get, answer.Headers.Location?.ToString().StartsWith("/account/sign-in?back=", StringComparison.Ordinal) == true);
        }
    }

    [Fact]
    public async Task A_forged_cookie_opens_nothing()
    {
        await using var site = await TestSite.WithDemoAsync();

        using var answer = await site.GetAsync("/admin", ("Cookie", "NewsSite.SignIn=CfDJ8forged"));

        Assert.StartsWith("/account/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }
}
