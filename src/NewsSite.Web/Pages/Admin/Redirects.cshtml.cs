using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Admin;

[RequestSizeLimit(MaxForm)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxForm)]
public sealed class RedirectsModel(PageFrame frame, Words words, NewsDb db, TimeProvider clock) : DeskPage(frame, words)
{
    public const int PageSize = 50, MaxFaults = 100;

    // Somewhat more is let in, so that what is too large is answered by a sentence and not by an ended connection.
    private const int MaxFile = 5 << 20, MaxForm = 8 << 20;

    public sealed class InputModel
    {
        public string From { get; set; } = "";
        public string To { get; set; } = "";
        public IFormFile? File { get; set; }
    }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string Search { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "before")]
    public int? Before { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Redirect> Rows { get; private set; } = [];
    public int? Older { get; private set; }

    /// <summary>What an import came to, where lines were passed over.</summary>
    public RedirectImport? Imported { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancel)
    {
        Require(Input.From, nameof(Input.From), NewsSite.Articles.Redirect.MaxPath);
        Require(Input.To, nameof(Input.To), NewsSite.Articles.Redirect.MaxPath);
        if (ModelState.IsValid)
        {
            switch (await Redirects.AddAsync(db, Input.From, Frame.PathHere(Input.To), clock.Now, cancel))
            {
                case RedirectReading.Fit(var redirect):
                    db.Add(new LogEntry(Member, "redirect.added", redirect.Path, clock.Now, detail: redirect.Target));
                    await db.SaveChangesAsync(cancel);
                    Say(Words.With("Redirect.Added", redirect.Path));
                    return Redirect("/admin/redirects");
                case RedirectReading.Faulty(var fault):
                    Refuse(fault is RedirectFault.NotAnOldAddress ? nameof(Input.From) : nameof(Input.To), Words[$"Redirect.Fault.{fault}"]);
                    break;
            }
        }
        await ReadAsync(cancel);
        return AskAgain();
    }

    public async Task<IActionResult> OnPostDeleteAsync(int id, CancellationToken cancel)
    {
        if (await db.Redirects.FirstOrDefaultAsync(redirect => redirect.Id == id, cancel) is { } redirect)
        {
            db.Remove(redirect);
            db.Add(new LogEntry(Member, "redirect.deleted", redirect.Path, clock.Now, detail: redirect.Target));
            await db.SaveChangesAsync(cancel);
            Say(Words.With("Redirect.Deleted", redirect.Path));
        }
        return Redirect(With(Before));
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken cancel)
    {
        if (Input.File is not { Length: > 0 } file)
        {
            Refuse(nameof(Input.File), Words["Field.Required"]);
        }
        else if (file.Length > MaxFile)
        {
            Refuse(nameof(Input.File), Words["Redirect.Import.TooLarge"]);
        }
        else if (await ImportAsync(file, cancel) is not { } result)
        {
            Refuse(nameof(Input.File), Words["Redirect.Import.NoTable"]);
        }
        else if (result.Faults.Count == 0)
        {
            Say(Words.Count("Redirect.Imported", result.Written));
            return Redirect("/admin/redirects");
        }
        else
        {
            Imported = result;
        }
        await ReadAsync(cancel);
        return ModelState.IsValid ? Page() : AskAgain();
    }

    /// <summary>This list from a place on.</summary>
    public string With(int? before) => "/admin/redirects" + QueryString.Create(new Dictionary<string, string?>
    {
        ["q"] = Search,
        ["before"] = before?.ToString(CultureInfo.InvariantCulture),
    }.Where(one => !string.IsNullOrEmpty(one.Value)));

    // All of the file or nothing, and the log with it.
    private async Task<RedirectImport?> ImportAsync(IFormFile file, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        using var text = new StreamReader(file.OpenReadStream());
        try
        {
            var result = await RedirectImport.RunAsync(db, text, clock.Now, cancel);
            db.Add(new LogEntry(Member, "redirects.imported", CleanText.Line(file.FileName), clock.Now, detail: Words.Count("Redirect.Imported", result.Written)));
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return result;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var redirects = db.Redirects.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Search))
        {
            var (path, target) = (Search.Trim().ToLowerInvariant(), string.Join('/', Search.Trim().Split('/').Select(part => Uri.EscapeDataString(Uri.UnescapeDataString(part)))));
            redirects = redirects.Where(redirect => redirect.Path.Contains(path) || redirect.Target.Contains(target));
        }
        if (Before is { } before)
        {
            redirects = redirects.Where(redirect => redirect.Id < before);
        }
        var rows = await redirects.OrderByDescending(redirect => redirect.Id).Take(PageSize + 1).ToListAsync(cancel);
        Rows = [.. rows.Take(PageSize)];
        Older = rows.Count > PageSize ? Rows[^1].Id : null;
    }
}
