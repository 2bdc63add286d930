using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Admin.Comments;

/// <summary>A ban as moderators see it: whose it is stands in the database under a key only.</summary>
public sealed record BanRow(int Id, BanKind Kind, string ByName, string Why, DateTimeOffset At, DateTimeOffset? Until);

public enum BanEnd { Day, Week, Month, Never, At }

public sealed class BansModel(PageFrame frame, Words words, NewsDb db, BanDesk desk) : DeskPage(frame, words)
{
    public const int PageSize = 50;

    public sealed class InputModel
    {
        public string Email { get; set; } = "";
        public string Why { get; set; } = "";
        public BanEnd Ends { get; set; } = BanEnd.Week;
        public string Until { get; set; } = "";
    }

    [BindProperty(SupportsGet = true, Name = "ended")]
    public bool Ended { get; set; }

    [BindProperty(SupportsGet = true, Name = "before")]
    public int? Before { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<BanRow> Rows { get; private set; } = [];
    public int? Older { get; private set; }
    public int InForce { get; private set; }

    public IEnumerable<SelectListItem> Ends => Enum.GetValues<BanEnd>().Select(end => new SelectListItem(Words[$"Bans.Ends.{end}"], end.ToString()));

    public async Task OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancel)
    {
        Require(Input.Email, nameof(Input.Email), Comment.MaxEmail);
        Require(Input.Why, nameof(Input.Why), Ban.MaxWhy);
        var until = UntilWhen();
        if (ModelState.IsValid)
        {
            switch (await desk.BanAsync(CleanText.Line(Input.Email), CleanText.Line(Input.Why), until, Member, cancel))
            {
                case BanOutcome.Done:
                    Say(Words["Bans.Added"]);
                    return Redirect("/admin/comments/bans");
                case BanOutcome.NotAnAddress:
                    Refuse(nameof(Input.Email), Words["Comment.Fault.NotAnAddress"]);
                    break;
                case BanOutcome.NamesTheAddress:
                    Refuse(nameof(Input.Why), Words["Bans.Why.Address"]);
                    break;
                case BanOutcome.Already(var end):
                    Refuse(nameof(Input.Email), end is { } at ? Words.With("Bans.AlreadyUntil", Words.DateAndTime(at)) : Words["Bans.Already"]);
                    break;
            }
        }
        await ReadAsync(cancel);
        return AskAgain();
    }

    public async Task<IActionResult> OnPostLiftAsync(int id, CancellationToken cancel)
    {
        Say(Words[await desk.LiftAsync(id, Member, cancel) ? "Bans.Lifted" : "Bans.Over"]);
        return Redirect(With(Ended, Before));
    }

    public string With(bool ended, int? before) => "/admin/comments/bans" + QueryString.Create(new Dictionary<string, string?>
    {
        ["ended"] = ended ? "true" : null,
        ["before"] = before?.ToString(CultureInfo.InvariantCulture),
    }.Where(one => one.Value is not null));

    private DateTimeOffset? UntilWhen()
    {
        if (Input.Ends != BanEnd.At)
        {
            return Input.Ends switch { BanEnd.Day => Frame.Now.AddDays(1), BanEnd.Week => Frame.Now.AddDays(7), BanEnd.Month => Frame.Now.AddDays(30), _ => null };
        }
        Require(Input.Until, nameof(Input.Until), 30);
        var until = FromField(Input.Until, nameof(Input.Until));
        if (until <= Frame.Now)
        {
            Refuse(nameof(Input.Until), Words["Bans.Until.Past"]);
        }
        return until;
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var now = Frame.Now;
        InForce = await db.Bans.InForce(now).CountAsync(cancel);
        var bans = Ended ? db.Bans.Where(ban => ban.Until != null && ban.Until <= now) : db.Bans.InForce(now);
        if (Before is { } before)
        {
            bans = bans.Where(ban => ban.Id < before);
        }
        var rows = await bans.OrderByDescending(ban => ban.Id).Take(PageSize + 1).Select(ban => new BanRow(ban.Id, ban.Kind, ban.ByName, ban.Why, ban.At, ban.Until)).ToListAsync(cancel);
        Rows = [.. rows.Take(PageSize)];
        Older = rows.Count > PageSize ? Rows[^1].Id : null;
    }
}
