using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Newsroom;

public sealed class UserPagesTests : IAsyncLifetime
{
    private TestSite site = null!;
    private SignedIn administrator = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.EmptyAsync();
        administrator = await site.SignInAsync(Role.Administrator);
        // Signed in without a password, they would not count as one who can come in.
        await site.InStoreAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, "x")));
    }

    public ValueTask DisposeAsync()
    {
        administrator.Dispose();
        return site.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_is_invited_gets_a_letter_in_their_language_and_comes_in_by_its_link()
    {
        using var invited = await InviteAsync("noor@example.org", ("Input.Language", "fr"), ("Input.Role", "Editor"), ("Input.Moderates", "true"));
        var letter = (await site.LettersAsync()).Single();
        var browser = new Visitor(site);

        using var set = await browser.SetPasswordAsync(letter.Link);
        using var signedIn = await browser.SignInAsync("noor@example.org", Visitor.NewPassword);

        Assert.Equal(HttpStatusCode.Redirect, invited.StatusCode);
        Assert.Equal(("noor@example.org", "fr"), (letter.To, letter.Language));
        Assert.Contains("Une invitation", letter.Subject, StringComparison.Ordinal);
        Assert.Contains("آدم المدير", letter.Text, StringComparison.Ordinal);
        Assert.Equal("/admin", signedIn.Headers.Location?.OriginalString);
        var user = await UserAsync("noor@example.org");
        Assert.Equal((Role.Editor, true), (user.Role, user.Moderates));
        Assert.Equal(administrator.Member.Id, await site.InStoreAsync(db => db.Log.Where(entry => entry.Act == "account.invited" && entry.SubjectId == user.Id).Select(entry => entry.ById).SingleAsync()));
    }

    [Theory]
    [InlineData("Email", "", "Reporter")]
    [InlineData("Email", "لا عنوان", "Reporter")]
    [InlineData("Email", "TAKEN@example.org", "Reporter")]
    [InlineData("Role", "new@example.org", "None")]
    public async Task What_cannot_be_is_a_sentence_at_its_field_and_no_letter_goes_out(string field, string email, string role)
    {
        await site.AccountAsync(email: "taken@example.org");
        using var answer = await InviteAsync(email, ("Input.Role", role));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Reading.ParseAsync(answer);
        Assert.NotEmpty(page.QuerySelector($"#Input_{field}-error")!.Seen());
        Assert.Equal("نور", page.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.Empty(await site.LettersAsync());
        Assert.Equal(2, await site.InStoreAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_role_and_a_disabled_account_hold_from_the_next_request_on()
    {
        using var editor = await site.SignInAsync(Role.Editor);
        using var list = await editor.GetAsync("/admin/tags");
        using var appointed = await ActAsync(editor.Member.Id, "Appoint", ("Input.Role", "Reporter"));
        using var forbidden = await editor.GetAsync("/admin/tags");
        using var still = await editor.GetAsync("/admin/articles");
        using var disabled = await ActAsync(editor.Member.Id, "Disable");
        using var outside = await editor.GetAsync("/admin/articles");

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.OK], [list.StatusCode, forbidden.StatusCode, still.StatusCode]);
        Assert.StartsWith("/account/sign-in", outside.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal("Editor → Reporter", await site.InStoreAsync(db => db.Log.Where(entry => entry.Act == "account.appointed").Select(entry => entry.Detail).SingleAsync()));
    }

    [Fact]
    public async Task The_last_administrator_stays_one_and_nobody_disables_themselves()
    {
        var invited = await UserAfterAsync(InviteAsync("noor@example.org", ("Input.Role", "Administrator")), "noor@example.org");
        using var demoted = await ActAsync(administrator.Member.Id, "Appoint", ("Input.Role", "Editor"));
        using var disabled = await ActAsync(administrator.Member.Id, "Disable");

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity], [demoted.StatusCode, disabled.StatusCode]);
        Assert.NotNull((await Reading.ParseAsync(demoted)).QuerySelector("[role=alert]"));
        Assert.True((await site.InStoreAsync(db => db.Users.SingleAsync(user => user.Id == administrator.Member.Id))).IsAdministrator);

        // One who never came does not count; one who can come in does.
        await site.InStoreAsync(db => db.Users.Where(user => user.Id == invited.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, "x")));
        using var allowed = await ActAsync(administrator.Member.Id, "Appoint", ("Input.Role", "Editor"));
        Assert.Equal("/admin", allowed.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Two_administrators_who_remove_each_other_at_once_leave_one()
    {
        using var other = await site.SignInAsync(Role.Administrator);
        await site.InStoreAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, "x")));
        await administrator.OpenAsync($"/admin/users/{other.Member.Id}");

        var answers = await Task.WhenAll(
            administrator.PostAsync($"/admin/users/{other.Member.Id}?handler=Appoint", ("Input.Role", "Editor")),
            other.PostAsync($"/admin/users/{administrator.Member.Id}?handler=Appoint", ("Input.Role", "Editor")));

        Assert.Equal(1, await site.InStoreAsync(db => db.Users.CountAsync(user => user.Role == Role.Administrator)));
        Assert.All(answers, answer => Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}"));
    }

    [Fact]
    public async Task A_lost_second_factor_is_taken_away_and_a_link_sent_again()
    {
        var user = await site.AccountAsync(email: "rita@example.org");
        await WithAsync(user.Id, async (users, rita) =>
        {
            await users.ResetAuthenticatorKeyAsync(rita);
            await users.SetTwoFactorEnabledAsync(rita, true);
        });

        using var taken = await ActAsync(user.Id, "TakeSecondFactor");
        using var link = await ActAsync(user.Id, "Link");

        Assert.False((await UserAsync("rita@example.org")).TwoFactorEnabled);
        Assert.Equal("rita@example.org", (await site.LettersAsync()).Single().To);
        var visitor = new Visitor(site);
        using var signedIn = await visitor.SignInAsync("rita@example.org", SigningIn.Password);
        Assert.Equal("/admin", signedIn.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_link_dies_with_the_account_that_it_opens()
    {
        var user = await site.AccountAsync(email: "rita@example.org");
        using var sent = await ActAsync(user.Id, "Link");
        var link = (await site.LettersAsync()).Single().Link;
        using var disabled = await ActAsync(user.Id, "Disable");
        using var whileAway = await site.GetAsync(link);
        using var enabled = await ActAsync(user.Id, "Enable");
        using var afterwards = await site.GetAsync(link);

        Assert.Equal([HttpStatusCode.Gone, HttpStatusCode.Gone], [whileAway.StatusCode, afterwards.StatusCode]);
    }

    [Fact]
    public async Task The_list_says_who_is_here_who_was_and_that_letters_wait_for_a_server()
    {
        using var invited = await InviteAsync("noor@example.org");

        var page = await administrator.OpenAsync("/admin/users");

        Assert.Contains("noor@example.org", page.QuerySelector("table")!.Seen(), StringComparison.Ordinal);
        Assert.Contains("مدعو", page.QuerySelector("table")!.Seen(), StringComparison.Ordinal);
        Assert.Contains("Smtp:Host", page.QuerySelector(".notice--held")!.Seen(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> InviteAsync(string email, params (string, string)[] more) =>
        administrator.PostAsync("/admin/users/new", [("Input.Name", "نور"), ("Input.Email", email), .. more.Select(one => one.Item1).Contains("Input.Role") ? [] : new[] { ("Input.Role", "Reporter") }, .. more.Select(one => one.Item1).Contains("Input.Language") ? [] : new[] { ("Input.Language", "ar") }, .. more]);

    private Task<HttpResponseMessage> ActAsync(int id, string act, params (string, string)[] fields) => administrator.PostAsync($"/admin/users/{id}?handler={act}", fields);

    private Task<User> UserAsync(string email) => site.InStoreAsync(db => db.Users.AsNoTracking().SingleAsync(user => user.Email == email));

    private async Task<User> UserAfterAsync(Task<HttpResponseMessage> act, string email)
    {
        using var answer = await act;
        return await UserAsync(email);
    }

    private async Task WithAsync(int id, Func<UserManager<User>, User, Task> act)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        await act(users, (await users.FindByIdAsync($"{id}"))!);
    }
}
