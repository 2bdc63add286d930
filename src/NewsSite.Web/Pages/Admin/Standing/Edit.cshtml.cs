using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.StandingPages;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Admin.Standing;

public sealed class EditModel(PageFrame frame, Words words, NewsDb db, TimeProvider clock) : DeskPage(frame, words)
{
    public sealed class InputModel
    {
        public string Title { get; set; } = "";
        public string Markdown { get; set; } = "";

        /// <summary>When the text was saved that this form began with; empty: nobody had written it.</summary>
        public string Since { get; set; } = "";

        public bool Sure { get; set; }
    }

    private StandingPage? written;

    [BindProperty(SupportsGet = true, Name = "language")]
    public string Language { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "name")]
    public string Name { get; set; } = "";

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool IsWritten => written is not null;
    public string Here => $"/admin/pages/{Language}/{Name}";
    public string Live => Address.Standing(Language, Name);

    /// <summary>What the text looks like, where that was asked.</summary>
    public string? Preview { get; private set; }

    /// <summary>What somebody else saved since this form was opened.</summary>
    public string? SavedMeanwhile { get; private set; }

    protected override async Task<IActionResult?> BeforeAsync(CancellationToken cancel)
    {
        if (!Frame.Outline.Editions.Contains(Language) || !StandingPage.Names.Contains(Name))
        {
            return NotFound();
        }
        written = await ReadAsync(cancel);
        return await base.BeforeAsync(cancel);
    }

    public void OnGet() => Input = new() { Title = written?.Title ?? "", Markdown = written?.Markdown ?? "", Since = SavedAt };

    public IActionResult OnPostPreview()
    {
        Check();
        Preview = ArticleBody.Render(Input.Markdown, Language).Html;
        return ModelState.IsValid ? Page() : AskAgain();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Check();
        if (Input.Since != SavedAt)
        {
            ShowBoth();
        }
        if (!ModelState.IsValid)
        {
            return AskAgain();
        }
        var now = clock.Now;
        if (written is null)
        {
            db.Add(new StandingPage(Language, Name, Input.Title, Input.Markdown, now));
        }
        else
        {
            written.Rewrite(Input.Title, Input.Markdown, now);
        }
        db.Add(new LogEntry(Member, "page.written", CleanText.Line(Input.Title), now, detail: Live));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        // Somebody else saved between our look and now.
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || fault.IsDouble)
        {
            db.ChangeTracker.Clear();
            written = await ReadAsync(cancel);
            ShowBoth();
            return AskAgain();
        }
        Say(Words["Desk.Saved"]);
        return Redirect(Here);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        if (!Input.Sure)
        {
            (Input.Title, Input.Markdown, Input.Since) = (written?.Title ?? "", written?.Markdown ?? "", SavedAt);
            ModelState.Clear();
            Refuse(nameof(Input.Sure), Words["Sure.Required"]);
            return AskAgain();
        }
        if (written is not null)
        {
            db.Remove(written);
            db.Add(new LogEntry(Member, "page.removed", written.Title, clock.Now, detail: Live));
            await db.SaveChangesAsync(cancel);
        }
        Say(Words["Page.Removed"]);
        return Redirect("/admin/pages");
    }

    private string SavedAt => written?.UpdatedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? "";

    private Task<StandingPage?> ReadAsync(CancellationToken cancel) => db.StandingPages.FirstOrDefaultAsync(page => page.Language == Language && page.Name == Name, cancel);

    private void ShowBoth()
    {
        SavedMeanwhile = written?.Markdown ?? "";
        Refuse(nameof(Input.Markdown), Words["Page.SavedMeanwhile"]);
        // Sent once more, it is meant.
        ModelState.SetModelValue("Input.Since", SavedAt, SavedAt);
        Input.Since = SavedAt;
    }

    private void Check()
    {
        Require(Input.Title, nameof(Input.Title), StandingPage.MaxTitle);
        Require(Input.Markdown, nameof(Input.Markdown), StandingPage.MaxBody);
    }
}
