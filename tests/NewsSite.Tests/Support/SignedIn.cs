using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsSite.Accounts;

namespace NewsSite.Tests.Support;

/// <summary>Somebody at work in the newsroom: their requests carry their cookies, their forms the page's token.</summary>
public sealed class SignedIn(TestSite site, StaffMember member, string cookie) : IDisposable
{
    private readonly HttpClient client = site.NewClient();
    private readonly ConcurrentDictionary<string, string> jar = [];
    private string? token;

    public StaffMember Member => member;

    /// <summary>As a browser would send it.</summary>
    public string Cookie => cookie;

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public async Task<IHtmlDocument> OpenAsync(string path)
    {
        using var response = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await Reading.ParseAsync(response);
    }

    /// <summary>A form of one of our pages, with its token.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        token ??= await TokenAsync();
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("__RequestVerificationToken", token)))
        {
            content.Add(new StringContent(value), name);
        }
        return await SendAsync(HttpMethod.Post, path, content);
    }

    /// <summary>A form with one file in it.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string path, string field, string fileName, byte[] file, params (string Name, string Value)[] fields)
    {
        token ??= await TokenAsync();
        var content = new MultipartFormDataContent { { new ByteArrayContent(file), field, fileName } };
        foreach (var (name, value) in fields.Append(("__RequestVerificationToken", token)))
        {
            content.Add(new StringContent(value), name);
        }
        return await SendAsync(HttpMethod.Post, path, content);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", jar.Select(one => $"{one.Key}={one.Value}").Prepend(cookie)));
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        var response = await client.SendAsync(request);
        // But for the sign-in's own: a copy of it stays what it was.
        foreach (var set in (response.Headers.TryGetValues("Set-Cookie", out var all) ? all : []).Select(one => one.Split(';')[0].Split('=', 2)).Where(one => one[0] != "NewsSite.SignIn"))
        {
            jar[set[0]] = set[1];
        }
        return response;
    }

    public void Dispose() => client.Dispose();

    private async Task<string> TokenAsync() => ((IHtmlInputElement)(await OpenAsync("/account")).QuerySelector("input[name=__RequestVerificationToken]")!).Value;
}

public static class SigningIn
{
    public const string Password = "قهوة باردة على السطح";

    /// <summary>An account with a password; the cast's names tell roles apart in failures.</summary>
    public static async Task<User> AccountAsync(this TestSite site, Role role = Role.Editor, bool moderates = false, string? email = null)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var user = new User(email ?? $"{role}-{Guid.NewGuid():N}@example.org".ToLowerInvariant(), role switch { Role.Reporter => "ريتا المراسلة", Role.Editor => "إدريس المحرر", Role.Administrator => "آدم المدير", _ => "منى المشرفة" }, role, moderates, "ar", TestSite.Start);
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(user, Password)).Succeeded);
        return user;
    }

    /// <summary>Signed in without the form: the tests of the form itself go through it.</summary>
    public static async Task<SignedIn> SignInAsync(this TestSite site, Role role, bool moderates = false, string? name = null)
    {
        var email = $"{role}-{Guid.NewGuid():N}@example.org".ToLowerInvariant();
        var user = new User(email, name ?? role switch { Role.Reporter => "ريتا المراسلة", Role.Editor => "إدريس المحرر", Role.Administrator => "آدم المدير", _ => "منى المشرفة" }, role, moderates, "ar", TestSite.Start)
        {
            NormalizedEmail = email.ToUpperInvariant(),
            NormalizedUserName = email.ToUpperInvariant(),
            SecurityStamp = Guid.NewGuid().ToString(),
        };
        var signIn = await site.InStoreAsync(async db =>
        {
            db.Add(user);
            await db.SaveChangesAsync();
            var made = new SignIn(user, "test", site.Clock.GetUtcNow());
            db.Add(made);
            await db.SaveChangesAsync();
            return made.Id;
        });
        var options = site.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = TimeProvider.System.GetUtcNow();
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim("sign-in", signIn.ToString())], IdentityConstants.ApplicationScheme)),
            new AuthenticationProperties { IssuedUtc = site.Clock.GetUtcNow(), ExpiresUtc = now.AddYears(1) }, IdentityConstants.ApplicationScheme);
        return new(site, new StaffMember(user.Id, user.Name, role, moderates), $"NewsSite.SignIn={options.TicketDataFormat.Protect(ticket)}");
    }
}
