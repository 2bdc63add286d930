using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Admin;

public sealed class MissedModel(PageFrame frame, Words words, NewsDb db, TimeProvider clock) : DeskPage(frame, words)
{
    [BindProperty(SupportsGet = true, Name = "order")]
    public MissedOrder Order { get; set; }

    [BindProperty(SupportsGet = true, Name = "before")]
    public string? Before { get; set; }

    [BindProperty(Name = "to")]
    public string To { get; set; } = "";

    public IReadOnlyList<MissedRow> Rows { get; private set; } = [];
    public string? Older { get; private set; }

    /// <summary>The row whose new address is none, and why.</summary>
    public (int Id, string Sentence)? Refused { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel);

    public async Task<IActionResult> OnPostLeadAsync(int id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } missed)
        {
            return Redirect(With(Order, Before));
        }
        switch (await Redirects.AddAsync(db, missed.Path, Frame.PathHere(To ?? ""), clock.Now, cancel))
        {
            case RedirectReading.Fit(var redirect):
                db.Remove(missed);
                db.Add(new LogEntry(Member, "redirect.added", redirect.Path, clock.Now, detail: redirect.Target));
                await db.SaveChangesAsync(cancel);
                Say(Words.With("Redirect.Added", redirect.Path));
                return Redirect(With(Order, Before));
            case RedirectReading.Faulty(var fault):
                Refused = (id, Words[$"Redirect.Fault.{fault}"]);
                break;
        }
        await ReadAsync(cancel);
        return AskAgain();
    }

    public async Task<IActionResult> OnPostForgetAsync(int id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } missed)
        {
            db.Remove(missed);
            db.Add(new LogEntry(Member, "missed.forgotten", missed.Path, clock.Now));
            await db.SaveChangesAsync(cancel);
            Say(Words.With("Missed.Forgotten", missed.Path));
        }
        return Redirect(With(Order, Before));
    }

    public string With(MissedOrder order, string? before) => "/admin/missed" + QueryString.Create(new Dictionary<string, string?>
    {
        ["order"] = order == default ? null : order.ToString(),
        ["before"] = before,
    }.Where(one => !string.IsNullOrEmpty(one.Value)));

    private Task<MissedAddress?> FindAsync(int id, CancellationToken cancel) => db.MissedAddresses.FirstOrDefaultAsync(missed => missed.Id == id, cancel);

    private async Task ReadAsync(CancellationToken cancel) => (Rows, Older) = await new MissedRows(db, Frame.Now).ReadAsync(Order, Before, cancel);
}
