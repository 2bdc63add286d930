using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Desk;

/// <summary>Somebody of the newsroom, signed in; forms go with the token that their page carries.</summary>
internal sealed class Visitor(HttpClient client) : IDisposable
{
    private const string Password = "قهوة باردة على السطح";

    private readonly Dictionary<string, string> cookies = [];

    public static async Task<Visitor> InAsync(TestSite site, Role role)
    {
        var visitor = new Visitor(site.NewClient());
        var email = $"{Guid.NewGuid():N}@example.org";
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var made = await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(new User(email, role.ToString(), role, moderates: false, "ar", TestSite.Start), Password);
            Assert.True(made.Succeeded);
        }
        using var answer = await visitor.PostAsync("/account/sign-in", ("Input.Email", email), ("Input.Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public async Task<IHtmlDocument> OpenAsync(string path)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Reading.ParseAsync(answer);
    }

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) => PostFromAsync(path, path.Replace("?handler", "?x", StringComparison.Ordinal), fields);

    /// <summary>The form of <paramref name="page"/>, sent to <paramref name="path"/>.</summary>
    public async Task<HttpResponseMessage> PostFromAsync(string path, string page, params (string Name, string Value)[] fields) => await SendAsync(HttpMethod.Post, path,
        new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", await TokenAsync(page))).Select(field => KeyValuePair.Create(field.Item1, field.Item2))));

    public async Task<HttpResponseMessage> UploadAsync(string path, string page, string field, string fileName, byte[] file) => await SendAsync(HttpMethod.Post, path,
        new MultipartFormDataContent { { new ByteArrayContent(file), field, fileName }, { new StringContent(await TokenAsync(page)), "__RequestVerificationToken" } });

    public void Dispose() => client.Dispose();

    private async Task<string> TokenAsync(string page)
    {
        using var form = await GetAsync(page);
        return (await Reading.ParseAsync(form)).QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await client.SendAsync(request);
        foreach (var pair in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(cookie => cookie.Split(';')[0].Split('=', 2)) : [])
        {
            cookies[pair[0]] = pair[1];
        }
        return answer;
    }
}
