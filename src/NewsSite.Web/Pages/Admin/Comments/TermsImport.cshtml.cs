using Microsoft.AspNetCore.Mvc;
using NewsSite.Comments;
using NewsSite.Data;

namespace NewsSite.Web.Pages.Admin.Comments;

/// <summary>Terms from a table, uploaded or pasted: first what is wrong with it and what it would do, then all of it at once.</summary>
[RequestSizeLimit(MaxForm)]
[RequestFormLimits(ValueLengthLimit = MaxForm, MultipartBodyLengthLimit = MaxForm)]
public sealed class TermsImportModel(PageFrame frame, Words words, NewsDb db, TermDesk desk, CurrentRules rules) : DeskPage(frame, words)
{
    public const int MaxFaults = 100, MaxSteps = 100;

    // A million Arabic letters, percent-encoded; what is too large is answered by a sentence and not by an ended connection.
    private const int MaxFile = 1 << 20, MaxForm = 8 << 20;

    public sealed class InputModel
    {
        public IFormFile? File { get; set; }
        public string Csv { get; set; } = "";
        public string Seen { get; set; } = "";
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public TermTable? Table { get; private set; }
    public IReadOnlyList<(TermStep Step, ShelfTerm? Before)> Steps { get; private set; } = [];
    public TermEffect? Effect { get; private set; }
    public string Seen { get; private set; } = "";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostTryAsync(CancellationToken cancel)
    {
        if (Input.File is { Length: > 0 and <= MaxFile } file)
        {
            using var text = new StreamReader(file.OpenReadStream());
            Input.Csv = await text.ReadToEndAsync(cancel);
            ModelState.Remove("Input.Csv");
        }
        return await ReadAsync(cancel) ? Page() : AskAgain();
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return AskAgain();
        }
        if (Steps.Count > 0 && await desk.SaveAsync([.. Steps.Select(one => one.Step)], Input.Seen, Member, cancel))
        {
            Say(Words.Count("Terms.Imported", Steps.Count));
            return Redirect("/admin/comments/terms?show=Ours");
        }
        return RefuseAll(Words[Steps.Count == 0 ? "Settings.Unchanged" : "Terms.Stale"]);
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (Input.File is { Length: > MaxFile } || System.Text.Encoding.UTF8.GetByteCount(Input.Csv) > MaxFile)
        {
            Refuse(nameof(Input.File), Words["Terms.Import.TooLarge"]);
            Input.Csv = "";
            return false;
        }
        if (Input.Csv.Trim().Length == 0)
        {
            Refuse(nameof(Input.File), Words["Field.Required"]);
            return false;
        }
        Table = TermTable.Read(new StringReader(Input.Csv));
        if (Table is null)
        {
            Refuse(nameof(Input.Csv), Words["Terms.Import.NoTable"]);
            return false;
        }
        var shelf = await TermShelf.ReadAsync(db, cancel);
        Steps = [.. Table.Wishes.Select(shelf.StepFor).OfType<TermStep>().Select(step => (step, shelf.Find(step.Key)))];
        List<TermStep> steps = [.. Steps.Select(one => one.Step)];
        Seen = shelf.SeenOf(steps);
        Effect = steps.Count == 0 ? null : await TermEffect.OfAsync(db, await rules.GetAsync(cancel), shelf.BookAfter(await rules.GetAsync(cancel), steps, Member, Frame.Now), cancel);
        return true;
    }
}
