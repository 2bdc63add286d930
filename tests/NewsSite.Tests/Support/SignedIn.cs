using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Data;

namespace NewsSite.Tests.Support;

/// <summary>Somebody at the newsroom's pages: signed in as a browser is, forms sent with the token that their page carries.</summary>
public sealed class SignedIn(HttpClient client, User user) : IDisposable
{
    public const string Password = "قهوة باردة على السطح";

    public User User => user;

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(path);

    /// <summary>The page at an address that must answer 200.</summary>
    public async Task<IHtmlDocument> OpenAsync(string path)
    {
        using var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Reading.ParseAsync(answer);
    }

    /// <summary>Fetches the form's page, and sends the form to <paramref name="path"/> as a browser would.</summary>
    /// <param name="page">Where the form stands; the path without its query otherwise.</param>
    public async Task<HttpResponseMessage> PostAsync(string path, IEnumerable<(string Name, string Value)> fields, string? page = null)
    {
        using var form = await client.GetAsync(page ?? path.Split('?')[0]);
        var token = form.IsSuccessStatusCode ? (await Reading.ParseAsync(form)).QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") : null;
        return await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Headers = { { "Sec-Fetch-Site", "same-origin" } },
            Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token ?? "")).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        });
    }

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) => PostAsync(path, fields.AsEnumerable());

    public void Dispose() => client.Dispose();
}

public static class SigningIn
{
    /// <summary>Makes an account and signs it in.</summary>
    public static async Task<SignedIn> SignInAsync(this TestSite site, Role role, bool moderates = false)
    {
        var user = await site.AccountAsync(role, moderates);
        var signedIn = new SignedIn(site.NewBrowser(), user);
        using var answer = await signedIn.PostAsync("/account/sign-in", ("Input.Email", user.Email!), ("Input.Password", SignedIn.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return signedIn;
    }

    public static async Task<User> AccountAsync(this TestSite site, Role role, bool moderates = false)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var name = $"{role.ToString().ToLowerInvariant()}-{Guid.NewGuid():N}";
        var user = new User($"{name}@example.org", name, role, moderates, "ar", TestSite.Start);
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(user, SignedIn.Password)).Succeeded);
        return user;
    }

    /// <summary>Keeps its cookies and follows no redirect.</summary>
    public static HttpClient NewBrowser(this TestSite site) => new(new Cookies { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false } }) { BaseAddress = site.Address };

    // By the site's clock, not the machine's: .NET's own would find them long expired.
    private sealed class Cookies : DelegatingHandler
    {
        private readonly Dictionary<string, string> kept = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", kept.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            var answer = await base.SendAsync(request, cancellationToken);
            foreach (var pair in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(cookie => cookie.Split(';')[0].Split('=', 2)) : [])
            {
                kept[pair[0]] = pair[1];
            }
            return answer;
        }
    }
}
