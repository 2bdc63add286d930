using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.Text;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Commands;

/// <summary>Accounts from a shell: for the first administrator, and for one who is locked out.</summary>
internal static class UserCommand
{
    private const string Moderator = "moderator";

    private static readonly string[] Roles = [.. Enum.GetValues<Role>().Where(role => role != Role.None).Select(role => role.ToString().ToLowerInvariant()), Moderator];

    public static Command Make()
    {
        var email = new Argument<string>("email");
        var name = new Option<string>("--name") { Description = "as printed in the newsroom; the address's first part otherwise" };
        var roles = new Option<string[]>("--role") { Description = "reporter, editor, administrator; moderator, alone or beside one of them", Required = true };
        roles.AcceptOnlyFromAmong(Roles);
        var language = new Option<string>("--language") { Description = "ar, en or fr", DefaultValueFactory = _ => Languages.Main };
        language.AcceptOnlyFromAmong([.. Languages.All]);
        var fromInput = new Option<bool>("--password-stdin") { Description = "read the password from standard input (one line)", Required = true };
        var add = new Command("add", "Make an account that is ready for use.") { email, name, roles, language, fromInput };
        add.SetAction((parsed, cancel) => OnSiteAsync(parsed, services =>
            AddAsync(services, parsed.GetValue(email)!, parsed.GetValue(name), parsed.GetValue(roles)!, parsed.GetValue(language)!, cancel)));

        var list = new Command("list", "Every account: address, name, roles, state.");
        list.SetAction((parsed, cancel) => OnSiteAsync(parsed, services => ListAsync(services.GetRequiredService<NewsDb>(), cancel)));

        var reset = new Command("reset", "Give an account a new password, take its second factor away and end its sign-ins.") { email, fromInput };
        reset.SetAction((parsed, cancel) => OnSiteAsync(parsed, services => ResetAsync(services, parsed.GetValue(email)!, cancel)));

        var again = new Option<bool>("--undo") { Description = "let them in again" };
        var disable = new Command("disable", "Keep somebody out; what they wrote stays.") { email, again };
        disable.SetAction((parsed, cancel) => OnSiteAsync(parsed, services => DisableAsync(services, parsed.GetValue(email)!, parsed.GetValue(again), cancel)));

        var command = new Command("user", "Accounts of those who work here.") { add, list, reset, disable };
        foreach (var verb in command.Subcommands)
        {
            verb.TreatUnmatchedTokensAsErrors = false;
        }
        return command;
    }

    private static async Task<int> OnSiteAsync(ParseResult parsed, Func<IServiceProvider, Task> act)
    {
        await using var app = await CommandLine.OpenAsync(parsed, mayCreate: false);
        await using var scope = app.Services.CreateAsyncScope();
        await act(scope.ServiceProvider);
        return CommandLine.Done;
    }

    private static async Task AddAsync(IServiceProvider services, string email, string? name, string[] roles, string language, CancellationToken cancel)
    {
        if (!AccountForms.IsAddress(email))
        {
            throw new FormatException($"'{email}' is not an email address.");
        }
        var (db, users, now) = (services.GetRequiredService<NewsDb>(), services.GetRequiredService<UserManager<User>>(), services.GetRequiredService<TimeProvider>().Now);
        var role = roles.Where(one => one != Moderator).Select(one => Enum.Parse<Role>(one, ignoreCase: true)).DefaultIfEmpty(Role.None).Max();
        var user = new User(email, string.IsNullOrWhiteSpace(name) ? email.Split('@')[0] : name, role, roles.Contains(Moderator), language, now);
        db.Add(new LogEntry(null, "account.added", user.Name, now, detail: string.Join(", ", roles)));
        Check(await users.CreateAsync(user, await PasswordAsync(cancel)));
        Console.WriteLine($"{email} may sign in at /account/sign-in as {string.Join(", ", roles)}.");
    }

    private static async Task ListAsync(NewsDb db, CancellationToken cancel)
    {
        foreach (var user in await db.Users.AsNoTracking().OrderBy(user => user.Id).ToListAsync(cancel))
        {
            var roles = new[] { user.Role == Role.None ? null : user.Role.ToString().ToLowerInvariant(), user.Moderates ? Moderator : null }.OfType<string>();
            Console.WriteLine($"{user.Email}\t{user.Name}\t{string.Join("+", roles)}\t{(user.DisabledAt is null ? "active" : "disabled")}\t{(user.TwoFactorEnabled ? "second factor" : "password only")}");
        }
    }

    private static async Task ResetAsync(IServiceProvider services, string email, CancellationToken cancel)
    {
        var (db, users) = (services.GetRequiredService<NewsDb>(), services.GetRequiredService<UserManager<User>>());
        var user = await FindAsync(users, email);
        db.Add(new LogEntry(null, "account.reset", user.Name, services.GetRequiredService<TimeProvider>().Now, user.Id));
        Check(await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), await PasswordAsync(cancel)));
        await users.SetTwoFactorEnabledAsync(user, false);
        await users.ResetAuthenticatorKeyAsync(user);
        await services.GetRequiredService<SignInTries>().ForgetAsync(TryLimit.SignIn, email, cancel);
        await SigningIn.EndAllAsync(db, user.Id, but: null, cancel);
        Console.WriteLine($"{email} has a new password, no second factor, and is signed out everywhere.");
    }

    private static async Task DisableAsync(IServiceProvider services, string email, bool undo, CancellationToken cancel)
    {
        var (db, users, now) = (services.GetRequiredService<NewsDb>(), services.GetRequiredService<UserManager<User>>(), services.GetRequiredService<TimeProvider>().Now);
        var user = await FindAsync(users, email);
        if (undo)
        {
            user.Enable();
        }
        else
        {
            user.Disable(now);
        }
        db.Add(new LogEntry(null, undo ? "account.enabled" : "account.disabled", user.Name, now, user.Id));
        await db.SaveChangesAsync(cancel);
        await SigningIn.EndAllAsync(db, user.Id, but: null, cancel);
        Console.WriteLine(undo ? $"{email} may sign in again." : $"{email} is kept out, and signed out everywhere.");
    }

    private static async Task<User> FindAsync(UserManager<User> users, string email) =>
        await users.FindByEmailAsync(email) ?? throw new InvalidOperationException($"No account has the address {email}.");

    // As a form would have cleaned it, or the same password would not open the page.
    private static async Task<string> PasswordAsync(CancellationToken cancel) => CleanText.Of(await Console.In.ReadLineAsync(cancel) ?? "");

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
        }
    }
}
