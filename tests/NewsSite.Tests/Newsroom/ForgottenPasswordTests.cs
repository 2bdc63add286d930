using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Tests.Support;
using PasswordLinks = NewsSite.Web.Accounts.PasswordLinks;

namespace NewsSite.Tests.Newsroom;

public sealed class ForgottenPasswordTests : IAsyncLifetime
{
    private const string Known = "rita@example.org", Unknown = "nobody-here@example.org";

    private TestSite site = null!;
    private Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.EmptyAsync();
        visitor = new Visitor(site);
        await site.AccountAsync(Role.Editor, email: Known);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_link_sets_one_new_password_and_ends_every_sign_in()
    {
        using var thief = await site.SignInAsync(Role.Editor);
        await site.InStoreAsync(async db =>
        {
            var rita = await db.Users.SingleAsync(user => user.Email == Known);
            await db.SignIns.ExecuteUpdateAsync(set => set.SetProperty(signIn => signIn.UserId, rita.Id));
        });
        using var asked = await AskAsync(Known);
        var link = (await site.LettersAsync()).Single().Link;

        using var set = await visitor.SetPasswordAsync(link);
        using var again = await visitor.SetPasswordAsync(link, "عشرة قوارب في الشمس");

        Assert.Equal("/account/sign-in", set.Headers.Location?.OriginalString);
        Assert.NotEqual(HttpStatusCode.Redirect, again.StatusCode);
        Assert.StartsWith("/account/sign-in", (await thief.GetAsync("/admin")).Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal([null, "/admin"], [await WhereToAsync(SigningIn.Password), await WhereToAsync(Visitor.NewPassword)]);
    }

    [Fact]
    public async Task Known_or_not_the_answer_and_the_work_are_the_same_and_only_one_gets_a_letter()
    {
        // Once each before it counts: what is made ready at first use is nobody's sign.
        using var warm = await AskAsync("warm@example.org");
        site.Queries.Clear();
        using var known = await AskAsync(Known);
        var forKnown = site.Queries.Statements.ToList();
        site.Queries.Clear();
        using var unknown = await AskAsync(Unknown);
        var forUnknown = site.Queries.Statements.ToList();

        Assert.Equal(forKnown, forUnknown);
        Assert.Contains(forKnown, statement => statement.Contains("OutgoingLetters", StringComparison.Ordinal));
        Assert.Equal((known.StatusCode, known.Headers.Location), (unknown.StatusCode, unknown.Headers.Location));
        Assert.Equal([Known], (await site.LettersAsync()).Select(letter => letter.To));
    }

    [Fact]
    public async Task No_letter_box_is_filled_through_us()
    {
        for (var time = 0; time < 5; time++)
        {
            using var answer = await AskAsync(Known);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
        Assert.Equal(TryLimit.Forgotten.Most, (await site.LettersAsync()).Count);

        site.Clock.Advance(TryLimit.Forgotten.Rest);
        using var later = await AskAsync(Known);

        Assert.Equal(TryLimit.Forgotten.Most + 1, (await site.LettersAsync()).Count);
    }

    [Fact]
    public async Task A_link_is_dead_after_a_day_and_with_any_letter_changed()
    {
        using var asked = await AskAsync(Known);
        var link = (await site.LettersAsync()).Single().Link;

        site.Clock.Advance(PasswordLinks.Lasts - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(link)).StatusCode);
        foreach (var forged in new[] { link[..^1], link.Replace("user=", "user=9", StringComparison.Ordinal), "/account/reset", "/account/reset?user=1&token=x" })
        {
            Assert.Equal((forged, HttpStatusCode.Gone), (forged, (await site.GetAsync(forged)).StatusCode));
        }

        site.Clock.Advance(TimeSpan.FromSeconds(1));
        using var dead = await site.GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, dead.StatusCode);
        Assert.NotNull((await Reading.ParseAsync(dead)).QuerySelector("a[href='/account/forgotten']"));
    }

    [Fact]
    public async Task A_weak_password_is_a_sentence_and_the_link_lives_on()
    {
        using var asked = await AskAsync(Known);
        var link = (await site.LettersAsync()).Single().Link;

        using var weak = await visitor.SetPasswordAsync(link, "password2026");
        using var good = await visitor.SetPasswordAsync(link);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
        Assert.NotEmpty((await Reading.ParseAsync(weak)).QuerySelector("#Input_Password-error")!.Seen());
        Assert.Equal(HttpStatusCode.Redirect, good.StatusCode);
    }

    [Fact]
    public async Task Two_who_hold_one_link_set_one_password()
    {
        using var asked = await AskAsync(Known);
        var link = (await site.LettersAsync()).Single().Link;

        var answers = await Task.WhenAll(visitor.SetPasswordAsync(link), new Visitor(site).SetPasswordAsync(link, "عشرة قوارب في الشمس"));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.All(answers, answer => Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}"));
    }

    [Fact]
    public async Task Whoever_locked_the_address_by_guessing_does_not_keep_its_owner_out()
    {
        for (var time = 0; time < TryLimit.SignIn.Most + 1; time++)
        {
            await WhereToAsync("غير صحيحة أبدًا");
        }
        using var asked = await AskAsync(Known);

        using var set = await visitor.SetPasswordAsync((await site.LettersAsync()).Single().Link);

        Assert.Equal("/admin", await WhereToAsync(Visitor.NewPassword));
    }

    [Fact]
    public async Task A_disabled_account_gets_no_letter()
    {
        await site.InStoreAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.DisabledAt, TestSite.Start)));

        using var answer = await AskAsync(Known);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Empty(await site.LettersAsync());
    }

    [Fact]
    public async Task The_link_names_the_site_whatever_name_it_was_asked_by()
    {
        await using var named = await TestSite.EmptyAsync("--Site:Address=https://paper.example");
        await named.AccountAsync(Role.Editor, email: Known);

        using var answer = await AskAsAsync(named, "paper.example");

        Assert.StartsWith("https://paper.example/account/reset?user=", (await named.LettersAsync()).Single().Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_site_has_no_name_a_stranger_cannot_have_the_link_lead_to_a_place_of_their_own()
    {
        using var answer = await AskAsAsync(site, "evil.example");

        Assert.StartsWith($"{site.Address.GetLeftPart(UriPartial.Authority)}/account/reset?user=", (await site.LettersAsync()).Single().Address, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> AskAsAsync(TestSite site, string host)
    {
        using var form = await site.GetAsync("/account/forgotten", ("Host", host));
        var cookie = string.Join("; ", form.Headers.GetValues("Set-Cookie").Select(one => one.Split(';')[0]));
        var token = (await Reading.ParseAsync(form)).QuerySelector("form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/forgotten")
        {
            Content = new FormUrlEncodedContent([new("Input.Email", Known), new("__RequestVerificationToken", token)]),
            Headers = { Host = host },
        };
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        return await site.Client.SendAsync(request);
    }

    private Task<HttpResponseMessage> AskAsync(string email) => visitor.PostAsync("/account/forgotten", ("Input.Email", email));

    private async Task<string?> WhereToAsync(string password)
    {
        using var answer = await new Visitor(site).SignInAsync(Known, password);
        return answer.Headers.Location?.OriginalString;
    }
}
