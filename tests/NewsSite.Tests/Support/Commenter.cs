using System.Globalization;
using System.Net;
using NewsSite.Comments;

namespace NewsSite.Tests.Support;

/// <summary>A reader at the comment form: keeps the cookie that names their own comments.</summary>
public sealed class Commenter(TestSite site, string name = "سلمى", string email = "salma@example.org")
{
    private string cookie = "";

    public string Cookie => cookie;

    public Task<HttpResponseMessage> PostAsync(int article, string body, int? parent = null, string? trap = null) =>
        PostAsync($"/comments/new?article={article}", ("Input.Name", name), ("Input.Email", email), ("Input.Body", body), ("Input.ParentId", parent?.ToString(CultureInfo.InvariantCulture) ?? ""), ("Input.Website", trap ?? ""));

    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        var answer = await site.Client.SendAsync(request);
        cookie = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.First().Split(';')[0] : cookie;
        return answer;
    }

    /// <summary>Posts what must be taken, and gives back its number.</summary>
    public async Task<int> SayAsync(int article, string body, int? parent = null)
    {
        using var answer = await PostAsync(article, body, parent);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return NumberIn(answer);
    }

    public static int NumberIn(HttpResponseMessage answer) => int.Parse(answer.Headers.Location!.ToString().Split("#comment-")[1], CultureInfo.InvariantCulture);

    public Task<HttpResponseMessage> GetAsync(string path) => site.GetAsync(path, ("Cookie", cookie));

    public Task<AngleSharp.Html.Dom.IHtmlDocument> OpenAsync(string path) => site.OpenAsync(path, ("Cookie", cookie));
}

public static class Commented
{
    /// <summary>A site with one story, which takes comments without a limit.</summary>
    public static async Task<(TestSite Site, int Story, string Address)> WithStoryAsync(params string[] settings)
    {
        var site = await TestSite.EmptyAsync(["--Comments:PerMinute=0", .. settings]);
        var story = await site.SavedAsync(Make.Story(Make.Section()));
        return (site, story, await site.AddressOfAsync(story));
    }
}
