using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NewsSite.Accounts;
using NewsSite.Mail;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Admin.Users;

public sealed class InviteModel(PageFrame frame, Words words, Appointments appointments) : DeskPage(frame, words)
{
    public sealed class InputModel
    {
        public string Name { get; set; } = "";
        public string Email { get; set; } = "";
        public Role Role { get; set; } = Role.Reporter;
        public bool Moderates { get; set; }
        public string Language { get; set; } = "";
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IEnumerable<SelectListItem> Roles => Words.RoleChoices();

    public IEnumerable<SelectListItem> Languages => Text.Languages.All.Select(language => new SelectListItem(Text.Languages.NameOf(language), language));

    public void OnGet() => Input.Language = Frame.Language;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.CheckAccount(Input.Name, Input.Email);
        if (ModelState.IsValid && !Outbox.CanSendTo(Input.Email.Trim()))
        {
            Refuse(nameof(Input.Email), Words["Account.Email.Wrong"]);
        }
        if (!Text.Languages.All.Contains(Input.Language))
        {
            Refuse(nameof(Input.Language), Words["Field.Unreadable"]);
        }
        if (Input.Role == Role.None && !Input.Moderates)
        {
            Refuse(nameof(Input.Role), Words["User.Role.Required"]);
        }
        if (!ModelState.IsValid)
        {
            return AskAgain();
        }
        if (await appointments.InviteAsync(Input.Name, Input.Email, Input.Role, Input.Moderates, Input.Language, Member, cancel) == Appointed.AddressTaken)
        {
            Refuse(nameof(Input.Email), Words["Account.Email.Taken"]);
            return AskAgain();
        }
        Say(Words["User.Invited"]);
        return RedirectToPage("List");
    }
}
