using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Tests.Support;
using NewsSite.Web.Accounts;

namespace NewsSite.Tests.Newsroom;

/// <summary>Through the front door: the forms as a browser sends them, cookies and all.</summary>
public sealed partial class SignInTests : IAsyncLifetime
{
    private TestSite site = null!;
    private Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.EmptyAsync();
        visitor = new Visitor(site);
    }

    public ValueTask DisposeAsync()
    {
        visitor.Dispose();
        return site.DisposeAsync();
    }

    [Fact]
    public async Task The_set_up_link_makes_one_administrator_and_dies()
    {
        var link = site.Services.GetRequiredService<SetUpLink>().Make();

        var made = await visitor.SubmitAsync(link, ("Input.Name", "ليلى"), ("Input.Email", "laila@example.org"), ("Input.Password", Support.SigningIn.Password));

        Assert.Equal("/admin", made.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin")).StatusCode);
        Assert.Equal(Role.Administrator, await site.InStoreAsync(db => db.Users.Select(user => user.Role).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task The_set_up_link_is_dead_after_an_hour_and_a_guessed_one_never_lived()
    {
        var link = site.Services.GetRequiredService<SetUpLink>().Make();
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(link)).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/account/set-up?key=guess")).StatusCode);
        site.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Two_who_use_the_set_up_link_at_once_make_one_administrator()
    {
        var link = site.Services.GetRequiredService<SetUpLink>().Make();
        using var other = new Visitor(site);

        var answers = await Task.WhenAll(
            visitor.SubmitAsync(link, ("Input.Name", "أولى"), ("Input.Email", "one@example.org"), ("Input.Password", Support.SigningIn.Password)),
            other.SubmitAsync(link, ("Input.Name", "ثانية"), ("Input.Email", "two@example.org"), ("Input.Password", Support.SigningIn.Password)));

        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.NotFound], answers.Select(answer => answer.StatusCode).Order());
        Assert.Equal(1, await site.InStoreAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task The_right_password_leads_to_where_one_wanted_to_go()
    {
        var user = await site.AccountAsync();

        var answer = await visitor.SignInAsync(user.Email!, Support.SigningIn.Password, "/account/sign-in?back=%2Fadmin%2Farticles");

        Assert.Equal("/admin/articles", answer.Headers.Location?.ToString());
        Assert.Contains(user.Name, (await Reading.ParseAsync(await visitor.GetAsync("/admin/articles"))).Body!.Seen(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Nobody_is_led_off_the_site_after_signing_in(string back)
    {
        var user = await site.AccountAsync();

        var answer = await visitor.SignInAsync(user.Email!, Support.SigningIn.Password, $"/account/sign-in?back={Uri.EscapeDataString(back)}");

        Assert.Equal("/admin", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        var user = await site.AccountAsync();

        var wrong = await Reading.ParseAsync(await visitor.SignInAsync(user.Email!, "كلمة أخرى تمامًا"));
        var unknown = await Reading.ParseAsync(await visitor.SignInAsync("nobody@example.org", "كلمة أخرى تمامًا"));

        Assert.Equal(wrong.QuerySelector("main")!.Seen(), unknown.QuerySelector("main")!.Seen());
        Assert.Contains("غير صحيح", wrong.QuerySelector("[role=alert]")!.Seen(), StringComparison.Ordinal);
        Assert.Equal(user.Email, ((IHtmlInputElement)wrong.QuerySelector("[name='Input.Email']")!).Value);
    }

    [Fact]
    public async Task After_five_wrong_tries_the_right_password_waits_a_quarter_of_an_hour()
    {
        var user = await site.AccountAsync();
        for (var tries = 0; tries < TryLimit.SignIn.Most; tries++)
        {
            await visitor.SignInAsync(user.Email!, "كلمة أخرى تمامًا");
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SignInAsync(user.Email!, Support.SigningIn.Password)).StatusCode);
        site.Clock.Advance(TryLimit.SignIn.Rest);
        Assert.Equal(HttpStatusCode.Found, (await visitor.SignInAsync(user.Email!, Support.SigningIn.Password)).StatusCode);
    }

    [Fact]
    public async Task Guesses_sent_all_at_once_are_counted_before_they_are_judged()
    {
        var user = await site.AccountAsync();
        var form = await visitor.FormAsync("/account/sign-in");

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => visitor.PostAsync("/account/sign-in", form, ("Input.Email", user.Email!), ("Input.Password", "كلمة أخرى تمامًا"))));

        Assert.Equal(TryLimit.SignIn.Most, await site.InStoreAsync(db => db.Set<SignInTry>().Select(one => one.Count).SingleAsync()));
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_and_each_recovery_code_works_once()
    {
        var user = await site.AccountAsync();
        var codes = await WithSecondFactorAsync(user);

        await visitor.SignInAsync(user.Email!, Support.SigningIn.Password);
        Assert.Equal(HttpStatusCode.Found, (await visitor.GetAsync("/admin")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SubmitAsync("/account/second-factor", ("Input.Code", "000000"))).StatusCode);
        Assert.Equal("/admin", (await visitor.SubmitAsync("/account/second-factor", ("Input.Code", codes[0]))).Headers.Location?.ToString());

        using var again = new Visitor(site);
        await again.SignInAsync(user.Email!, Support.SigningIn.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await again.SubmitAsync("/account/second-factor", ("Input.Code", codes[0]))).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await again.SubmitAsync("/account/second-factor", ("Input.Code", await CodeOfDeviceAsync(user)))).StatusCode);
    }

    [Fact]
    public async Task Setting_up_a_second_factor_in_several_tabs_at_once_shows_one_key()
    {
        using var editor = await site.SignInAsync(Role.Editor);

        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => editor.OpenAsync("/account/second-factor/set-up")));

        Assert.Single(pages.Select(page => page.QuerySelector(".steps code")!.Seen()).Distinct());
    }

    [Fact]
    public async Task A_role_of_which_a_second_factor_is_demanded_finds_nothing_else_until_it_has_one()
    {
        await site.InStoreAsync(async db =>
        {
            db.Add(new Settings.Setting("SecondFactorFrom", "Editors"));
            await db.SaveChangesAsync();
        });
        using var editor = await site.SignInAsync(Role.Editor);
        using var reporter = await site.SignInAsync(Role.Reporter);

        Assert.Equal("/account/second-factor/set-up", (await editor.GetAsync("/admin/articles")).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await reporter.GetAsync("/admin/articles")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_kills_the_cookie_even_where_it_was_copied()
    {
        using var editor = await site.SignInAsync(Role.Editor);
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync("/admin")).StatusCode);

        await editor.PostAsync("/account/sign-out");

        Assert.Equal(HttpStatusCode.Found, (await editor.GetAsync("/admin")).StatusCode);
    }

    [Fact]
    public async Task A_change_of_password_ends_every_other_sign_in()
    {
        var user = await site.AccountAsync();
        using var elsewhere = new Visitor(site);
        await visitor.SignInAsync(user.Email!, Support.SigningIn.Password);
        await elsewhere.SignInAsync(user.Email!, Support.SigningIn.Password);

        await visitor.SubmitAsync("/account?handler=Password", ("Input.OldPassword", Support.SigningIn.Password), ("Input.Password", "مطر خفيف فوق الميناء"));

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await elsewhere.GetAsync("/admin")).StatusCode);
    }

    [Fact]
    public async Task Who_is_disabled_is_out_at_the_next_request_and_another_role_holds_at_once()
    {
        using var editor = await site.SignInAsync(Role.Editor);

        await site.InStoreAsync(async db =>
        {
            (await db.Users.SingleAsync()).Appoint(Role.None, moderates: false);
            await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.GetAsync("/admin/articles")).StatusCode);
        await site.InStoreAsync(async db =>
        {
            (await db.Users.SingleAsync()).Disable(TestSite.Start);
            await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.Found, (await editor.GetAsync("/admin/articles")).StatusCode);
    }

    [Theory]
    [InlineData("password12")]
    [InlineData("P@ssw0rd2026!")]
    [InlineData("qwertyuiop")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("1234567890")]
    [InlineData("مرحبا123456")]
    [InlineData("كلمة السر")]
    [InlineData("كَلِمَةُ السِّرّ2026")]
    [InlineData("laila.haddad1")]
    public void A_password_that_anybody_would_try_is_refused(string password) =>
        Assert.True(WeakPasswords.Knows(password, "laila.haddad@example.org", "ليلى حداد"));

    [Theory]
    [InlineData("قهوة باردة على السطح")]
    [InlineData("correct horse battery staple")]
    [InlineData("7rR#kq0!xZ")]
    [InlineData("مطر خفيف 2026")]
    public void A_password_of_ones_own_is_taken(string password) =>
        Assert.False(WeakPasswords.Knows(password, "laila.haddad@example.org", "ليلى حداد"));

    private Task<IReadOnlyList<string>> WithSecondFactorAsync(User account) => WithUsersAsync(account, async (users, user) =>
    {
        await users.ResetAuthenticatorKeyAsync(user);
        await users.SetTwoFactorEnabledAsync(user, true);
        return (IReadOnlyList<string>)[.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, 3))!];
    });

    private Task<string> CodeOfDeviceAsync(User account) => WithUsersAsync(account, async (users, user) => DeviceCode.Now((await users.GetAuthenticatorKeyAsync(user))!));

    private async Task<T> WithUsersAsync<T>(User account, Func<UserManager<User>, User, Task<T>> act)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        return await act(users, (await users.FindByEmailAsync(account.Email!))!);
    }

    /// <summary>A browser with its cookie jar and without script. The jar knows no time: the site's clock is not the test's.</summary>
    private sealed class Visitor(TestSite site) : IDisposable
    {
        private readonly HttpClient client = site.NewClient();
        private readonly Dictionary<string, string> jar = [];

        public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

        public Task<HttpResponseMessage> SignInAsync(string email, string password, string path = "/account/sign-in") =>
            SubmitAsync(path, ("Input.Email", email), ("Input.Password", password));

        public async Task<HttpResponseMessage> SubmitAsync(string path, params (string Name, string Value)[] fields) => await PostAsync(path, await FormAsync(path.Split("?handler")[0]), fields);

        public async Task<string> FormAsync(string path) => Token().Match(await (await GetAsync(path)).Content.ReadAsStringAsync()).Groups[1].Value;

        public Task<HttpResponseMessage> PostAsync(string path, string token, params (string Name, string Value)[] fields) => SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(one => KeyValuePair.Create(one.Item1, one.Item2))),
        });

        public void Dispose() => client.Dispose();

        private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
        {
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", jar.Select(one => $"{one.Key}={one.Value}")));
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
            var response = await client.SendAsync(request);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(one => one.Split(';')[0].Split('=', 2)) : [])
            {
                jar[cookie[0]] = cookie[1];
            }
            return response;
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
