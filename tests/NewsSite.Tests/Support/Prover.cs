using System.Net;
using AngleSharp.Html.Dom;

namespace NewsSite.Tests.Support;

/// <summary>A reader who proves an address by the link in the letter, and then goes about their comments.</summary>
public sealed class Prover(TestSite site, string language = "ar")
{
    private string cookie = "";

    public string Cookie => cookie;

    private string Path => language == "ar" ? "/comments/yours" : $"/{language}/comments/yours";

    public Task<HttpResponseMessage> AskAsync(string email) => SendAsync(HttpMethod.Post, Path, ("Input.Email", email));

    /// <summary>Asks, and opens the link of the letter that came.</summary>
    public async Task ProveAsync(string email)
    {
        using var asked = await AskAsync(email);
        using var opened = await GetAsync((await site.LettersAsync())[^1].Link);
        Assert.Equal((HttpStatusCode.Found, Path), (opened.StatusCode, opened.Headers.Location?.OriginalString));
    }

    public async Task<IHtmlDocument> OpenAsync(string query = "")
    {
        using var answer = await GetAsync(Path + query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Reading.ParseAsync(answer);
    }

    public Task<HttpResponseMessage> ExportAsync() => GetAsync($"{Path}?handler=export");

    public Task<HttpResponseMessage> EraseAsync(string? scope, int count, bool sure = true) =>
        SendAsync(HttpMethod.Post, $"{Path}/erase", [("Input.Scope", scope ?? ""), ("Input.Count", $"{count}"), .. sure ? new[] { ("Input.Sure", "true") } : []]);

    public Task<HttpResponseMessage> LeaveAsync() => SendAsync(HttpMethod.Post, $"{Path}?handler=leave");

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { { "Sec-Fetch-Site", "same-origin" } } };
        request.Content = method == HttpMethod.Post ? new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) : null;
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        var answer = await site.Client.SendAsync(request);
        cookie = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.First().Split(';')[0] : cookie;
        return answer;
    }
}
