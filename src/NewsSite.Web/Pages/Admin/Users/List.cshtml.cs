using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Mail;

namespace NewsSite.Web.Pages.Admin.Users;

public enum UserState { Active, Invited, Disabled }

public sealed record UserRow(int Id, string Name, string Email, Role Role, bool Moderates, bool HasSecondFactor, UserState State, DateTimeOffset? SeenAt);

public sealed class ListModel(PageFrame frame, Words words, NewsDb db, IEnumerable<IMailer> mailers) : DeskPage(frame, words)
{
    public IReadOnlyList<UserRow> Rows { get; private set; } = [];

    /// <summary>Letters that nobody sends, for no mail server is set.</summary>
    public int Waiting { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Rows = await db.Users.OrderBy(user => user.DisabledAt != null).ThenByDescending(user => user.Role == Role.Administrator).ThenBy(user => user.Name).ThenBy(user => user.Id)
            .Select(user => new UserRow(user.Id, user.Name, user.Email!, user.Role, user.Moderates, user.TwoFactorEnabled,
                user.DisabledAt != null ? UserState.Disabled : user.PasswordHash == null ? UserState.Invited : UserState.Active, user.SeenAt)).ToListAsync(cancel);
        Waiting = mailers.Any() ? 0 : (await WaitingLetters.CountAsync(db, cancel)).Waiting;
    }
}
