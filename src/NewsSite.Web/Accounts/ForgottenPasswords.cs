using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Mail;
using NewsSite.Text;

namespace NewsSite.Web.Accounts;

/// <summary>Somebody says that they forgot their password. Whether there is such an account shows neither in the answer nor in the work.</summary>
public sealed class ForgottenPasswords(NewsDb db, UserManager<User> users, AccountLetters letters, SignInTries tries, TimeProvider clock)
{
    public async Task AskAsync(string address, string language, CancellationToken cancel)
    {
        var mayTry = await tries.BeginAsync(TryLimit.Forgotten, address, cancel);
        await db.AloneAsync(async () =>
        {
            var user = await users.FindByEmailAsync(address.Trim());
            var isTheirs = mayTry && user is { DisabledAt: null } && Outbox.CanSendTo(user.Email!);
            await letters.AddResetAsync(isTheirs ? user! : Nobody(language));
            await db.SaveChangesAsync(cancel);
            // A stranger's letter is written like any other, and taken back before anybody could send it.
            var written = db.OutgoingLetters.Local.Single().Id;
            return await db.OutgoingLetters.Where(letter => letter.Id == written && !isTheirs).ExecuteDeleteAsync(cancel);
        }, cancel);
    }

    private User Nobody(string language) => new("nobody@nowhere.invalid", "", Role.None, moderates: false, language, clock.Now) { SecurityStamp = Guid.NewGuid().ToString() };
}
