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
    private (string Cookie, string Token)? form;

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
        form ??= await FormAsync();
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("__RequestVerificationToken", form.Value.Token)))
        {
            content.Add(new StringContent(value), name);
        }
        return await SendAsync(HttpMethod.Post, path, content);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.TryAddWithoutValidation("Cookie", form is { } known ? $"{cookie}; {known.Cookie}" : cookie);
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        return await client.SendAsync(request);
    }

    public void Dispose() => client.Dispose();

    private async Task<(string, string)> FormAsync()
    {
        using var response = await GetAsync("/account");
        var page = await Reading.ParseAsync(response);
        var set = response.Headers.GetValues("Set-Cookie").First(one => one.StartsWith("NewsSite.Form", StringComparison.Ordinal));
        return (set.Split(';')[0], ((IHtmlInputElement)page.QuerySelector("input[name=__RequestVerificationToken]")!).Value);
    }
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
    public static async Task<SignedIn> SignInAsync(this TestSite site, Role role, bool moderates = false)
    {
        var email = $"{role}-{Guid.NewGuid():N}@example.org".ToLowerInvariant();
        var user = new User(email, role switch { Role.Reporter => "ريتا المراسلة", Role.Editor => "إدريس المحرر", Role.Administrator => "آدم المدير", _ => "منى المشرفة" }, role, moderates, "ar", TestSite.Start)
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
