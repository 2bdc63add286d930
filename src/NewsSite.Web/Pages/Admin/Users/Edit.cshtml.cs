using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Admin.Users;

public sealed class EditModel(PageFrame frame, Words words, NewsDb db, Appointments appointments) : DeskPage(frame, words)
{
    public sealed class InputModel
    {
        public Role Role { get; set; }
        public bool Moderates { get; set; }
    }

    [BindProperty(SupportsGet = true, Name = "id")]
    public int Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>As it is kept.</summary>
    public User Account { get; private set; } = null!;

    public bool IsMe => Id == Member.Id;

    public IEnumerable<SelectListItem> Roles => Words.RoleChoices();

    protected override async Task<IActionResult?> BeforeAsync(CancellationToken cancel)
    {
        if (await base.BeforeAsync(cancel) is { } elsewhere)
        {
            return elsewhere;
        }
        if (await db.Users.AsNoTracking().FirstOrDefaultAsync(user => user.Id == Id, cancel) is not { } account)
        {
            return NotFound();
        }
        Account = account;
        if (Request.Query["handler"] != "Appoint")
        {
            (Input.Role, Input.Moderates) = (account.Role, account.Moderates);
        }
        return null;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAppointAsync(CancellationToken cancel)
    {
        if (Input.Role == Role.None && !Input.Moderates)
        {
            Refuse(nameof(Input.Role), Words["User.Role.Required"]);
        }
        return ModelState.IsValid ? After(await appointments.AppointAsync(Id, Input.Role, Input.Moderates, Member, cancel), "Desk.Saved") : AskAgain();
    }

    public async Task<IActionResult> OnPostDisableAsync(CancellationToken cancel) => After(await appointments.DisableAsync(Id, Member, cancel), "User.Disabled");

    public async Task<IActionResult> OnPostEnableAsync(CancellationToken cancel) => After(await appointments.EnableAsync(Id, Member, cancel), "User.Enabled");

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancel) => After(await appointments.SendLinkAsync(Id, Member, cancel), "User.LinkSent");

    public async Task<IActionResult> OnPostTakeSecondFactorAsync(CancellationToken cancel) => After(await appointments.TakeSecondFactorAsync(Id, Member, cancel), "User.Factor.Taken");

    private IActionResult After(Appointed outcome, string done)
    {
        switch (outcome)
        {
            case Appointed.Done:
                Say(Words[done]);
                // Who is no administrator any more finds the room that is left to them.
                return IsMe && Input.Role != Role.Administrator ? RedirectToPage("/Admin/Today") : RedirectToPage("List");
            case Appointed.NotThere:
                return NotFound();
            default:
                return RefuseAll(Words[$"User.Refused.{outcome}"]);
        }
    }
}
