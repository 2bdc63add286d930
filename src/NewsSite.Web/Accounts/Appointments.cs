using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.Text;

namespace NewsSite.Web.Accounts;

public enum Appointed
{
    Done,
    NotThere,

    /// <summary>The site would have no administrator who can come in.</summary>
    LastAdministrator,

    /// <summary>Nobody does this to their own account.</summary>
    Oneself,

    AddressTaken,

    /// <summary>The account is disabled: first let them in again.</summary>
    Disabled,
}

/// <summary>Who works here, and as what. Each act is one transaction, with its line in the log, and holds from the next request on.</summary>
public sealed class Appointments(NewsDb db, UserManager<User> users, AccountLetters letters, TimeProvider clock)
{
    /// <summary>Makes an account without a password; a letter goes out with a link to set one.</summary>
    public async Task<Appointed> InviteAsync(string name, string email, Role role, bool moderates, string language, StaffMember by, CancellationToken cancel)
    {
        try
        {
            return await db.AloneAsync(async () =>
            {
                var user = new User(email, name, role, moderates, language, clock.Now);
                if (!(await users.CreateAsync(user)).Succeeded)
                {
                    return Appointed.AddressTaken;
                }
                await letters.AddInvitationAsync(user, by.Name);
                db.Add(new LogEntry(by, "account.invited", user.Name, clock.Now, user.Id, Roles(role, moderates)));
                await db.SaveChangesAsync(cancel);
                return Appointed.Done;
            }, cancel);
        }
        // By somebody else, at this very moment.
        catch (DbUpdateException fault) when (fault.IsDouble)
        {
            db.ChangeTracker.Clear();
            return Appointed.AddressTaken;
        }
    }

    public Task<Appointed> AppointAsync(int id, Role role, bool moderates, StaffMember by, CancellationToken cancel) => ActAsync(id, async user =>
    {
        if (role != Role.Administrator && await IsLastAsync(user, cancel))
        {
            return Appointed.LastAdministrator;
        }
        if ((user.Role, user.Moderates) != (role, moderates))
        {
            Note(by, "account.appointed", user, $"{Roles(user.Role, user.Moderates)} → {Roles(role, moderates)}");
            user.Appoint(role, moderates);
        }
        return Appointed.Done;
    }, cancel);

    public Task<Appointed> DisableAsync(int id, StaffMember by, CancellationToken cancel) => ActAsync(id, async user =>
    {
        if (id == by.Id)
        {
            return Appointed.Oneself;
        }
        if (await IsLastAsync(user, cancel))
        {
            return Appointed.LastAdministrator;
        }
        user.Disable(clock.Now);
        Note(by, "account.disabled", user);
        // Links that are on their way die with it.
        await users.UpdateSecurityStampAsync(user);
        await SigningIn.EndAllAsync(db, id, but: null, cancel);
        return Appointed.Done;
    }, cancel);

    public Task<Appointed> EnableAsync(int id, StaffMember by, CancellationToken cancel) => ActAsync(id, user =>
    {
        user.Enable();
        Note(by, "account.enabled", user);
        return Task.FromResult(Appointed.Done);
    }, cancel);

    public Task<Appointed> SendLinkAsync(int id, StaffMember by, CancellationToken cancel) => ActAsync(id, async user =>
    {
        if (user.DisabledAt is not null)
        {
            return Appointed.Disabled;
        }
        await (user.PasswordHash is null ? letters.AddInvitationAsync(user, by.Name) : letters.AddResetAsync(user));
        Note(by, "account.link", user);
        return Appointed.Done;
    }, cancel);

    /// <summary>For somebody whose device is lost. Their own they turn off where it asks for their password.</summary>
    public Task<Appointed> TakeSecondFactorAsync(int id, StaffMember by, CancellationToken cancel) => ActAsync(id, async user =>
    {
        if (id == by.Id)
        {
            return Appointed.Oneself;
        }
        Note(by, "account.second-factor.taken", user);
        await users.SetTwoFactorEnabledAsync(user, false);
        // The lost device must not open a second time.
        await users.ResetAuthenticatorKeyAsync(user);
        await SigningIn.EndAllAsync(db, id, but: null, cancel);
        return Appointed.Done;
    }, cancel);

    private Task<Appointed> ActAsync(int id, Func<User, Task<Appointed>> act, CancellationToken cancel) => db.AloneAsync(async () =>
    {
        if (await db.Users.FirstOrDefaultAsync(user => user.Id == id, cancel) is not { } user)
        {
            return Appointed.NotThere;
        }
        var outcome = await act(user);
        if (outcome == Appointed.Done)
        {
            await db.SaveChangesAsync(cancel);
        }
        return outcome;
    }, cancel);

    // One who was invited and never came cannot help anybody in.
    private async Task<bool> IsLastAsync(User user, CancellationToken cancel) => user.IsAdministrator
        && !await db.Users.AnyAsync(other => other.Id != user.Id && other.Role == Role.Administrator && other.DisabledAt == null && other.PasswordHash != null, cancel);

    private void Note(StaffMember by, string act, User user, string detail = "") => db.Add(new LogEntry(by, act, user.Name, clock.Now, user.Id, detail));

    private static string Roles(Role role, bool moderates) => string.Join(" + ", new[] { role == Role.None ? null : role.ToString(), moderates ? "Moderator" : null }.OfType<string>());
}
