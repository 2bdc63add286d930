using Microsoft.AspNetCore.Identity;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Mail;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Accounts;

/// <summary>Letters that carry a link for setting a password, in the language of whom they are for. Left for the caller to save.</summary>
public sealed class AccountLetters(NewsDb db, Outbox outbox, UserManager<User> users, Words words, PageFrame frame, LetterLinks links)
{
    public Task AddInvitationAsync(User user, string byName) => AddAsync(user, "Letter.Invitation", byName);

    public Task AddResetAsync(User user) => AddAsync(user, "Letter.Reset", "");

    private async Task AddAsync(User user, string name, string who)
    {
        var link = links.To($"/account/reset?user={user.Id}&token={await users.GeneratePasswordResetTokenAsync(user)}");
        outbox.Add(db, words.In(user.Language, () => new Letter(
            user.Email!, user.Language,
            words.With($"{name}.Subject", frame.Outline.SettingsOf(user.Language).Name),
            [words.With($"{name}.Text", who), words["Letter.Link"]],
            new LetterButton(words[$"{name}.Button"], link))
        { Footnote = words[$"{name}.Unasked"] }));
    }
}
