using System.Globalization;

namespace NewsSite.Tests.Support;

/// <summary>A reader who finds comments useful: keeps the cookie by which they vote once.</summary>
public sealed class Voter(TestSite site, string cookie = "")
{
    private string cookie = cookie;

    public string Cookie => cookie;

    public async Task<HttpResponseMessage> VoteAsync(int comment, bool back = false, bool script = false, string edition = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{edition}/comments/useful")
        {
            Content = new FormUrlEncodedContent([new("comment", comment.ToString(CultureInfo.InvariantCulture)), .. back ? [KeyValuePair.Create("back", "true")] : Array.Empty<KeyValuePair<string, string>>()]),
        };
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        if (script)
        {
            request.Headers.TryAddWithoutValidation("Accept", "application/json");
        }
        var answer = await site.Client.SendAsync(request);
        cookie = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Single(one => one.Contains("NewsSite.Voter", StringComparison.Ordinal)).Split(';')[0] : cookie;
        return answer;
    }
}
