using Microsoft.AspNetCore.Identity;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Mail;

namespace NewsSite.Web.Accounts;

/// <summary>Letters that carry a link for setting a password, in the language of whom they are for. Left for the caller to save.</summary>
public sealed class AccountLetters(NewsDb db, Outbox outbox, UserManager<User> users, Words words, PageFrame frame)
{
    public Task AddInvitationAsync(User user, string byName) => AddAsync(user, "Letter.Invitation", byName);

    public Task AddResetAsync(User user) => AddAsync(user, "Letter.Reset", "");

    private async Task AddAsync(User user, string name, string who)
    {
        var link = frame.Absolute($"/account/reset?user={user.Id}&token={await users.GeneratePasswordResetTokenAsync(user)}");
        outbox.Add(db, new Letter(
            user.Email!, user.Language, Say("Subject").Replace("{0}", frame.Outline.SettingsOf(user.Language).Name, StringComparison.Ordinal),
            [Say("Text").Replace("{0}", who, StringComparison.Ordinal), words.In(user.Language, "Letter.Link")],
            new LetterButton(Say("Button"), link))
        { Footnote = Say("Unasked") });

        string Say(string part) => words.In(user.Language, $"{name}.{part}");
    }
}
