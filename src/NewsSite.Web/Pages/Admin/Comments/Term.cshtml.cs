using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Admin.Comments;

/// <summary>One term, or a new one. What saving would do to the newest comments is shown before it can be saved.</summary>
public sealed class TermModel(PageFrame frame, Words words, NewsDb db, TermDesk desk, CurrentRules rules) : DeskPage(frame, words)
{
    public sealed class InputModel
    {
        public string Text { get; set; } = "";
        public string Rule { get; set; } = nameof(PostingRule.InsultToPerson);
        public string Certainty { get; set; } = "50";
        public string Region { get; set; } = "";
        public string Note { get; set; } = "";
        public bool IsOn { get; set; }

        /// <summary>As the program has it, whatever the other fields say.</summary>
        public bool Back { get; set; }

        /// <summary>What the effect was shown for.</summary>
        public string Seen { get; set; } = "";
    }

    [BindProperty(SupportsGet = true, Name = "key")]
    public string Key { get; set; } = "";

    [BindProperty]
    public InputModel Input { get; set; } = new() { IsOn = true };

    /// <summary>null: it is to be added.</summary>
    public ShelfTerm? Term { get; private set; }

    public TermEffect? Effect { get; private set; }
    public string Seen { get; private set; } = "";

    public IEnumerable<SelectListItem> Rules => Enum.GetValues<PostingRule>().Select(rule => new SelectListItem(Words[$"Rule.{(int)rule}.Name"], rule.ToString()));

    public string Here => "/admin/comments/term" + (Key.Length > 0 ? QueryString.Create("key", Key) + "&" : "?");

    /// <param name="on">Asks at once what switching it on or off would do.</param>
    public async Task<IActionResult> OnGetAsync(bool? on, CancellationToken cancel)
    {
        if (await ReadAsync(cancel) is not { } shelf)
        {
            return NotFound();
        }
        if (Term?.Now is { } now)
        {
            Show(now with { IsOn = on ?? now.IsOn });
            await WeighAsync(shelf, now with { IsOn = on ?? now.IsOn }, cancel);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostTryAsync(CancellationToken cancel)
    {
        if (await ReadAsync(cancel) is not { } shelf)
        {
            return NotFound();
        }
        if (Wish() is not { } wish)
        {
            return AskAgain();
        }
        return await WeighAsync(shelf, wish, cancel) is null ? RefuseAll(Words["Settings.Unchanged"]) : Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancel)
    {
        if (await ReadAsync(cancel) is not { } shelf)
        {
            return NotFound();
        }
        if (Wish() is not { } wish)
        {
            return AskAgain();
        }
        if (StepFor(shelf, wish) is { } step && await desk.SaveAsync([step], Input.Seen, Member, cancel))
        {
            Say(Words.With("Terms.Saved", Term?.Now.Text ?? wish.Text));
            return Redirect("/admin/comments/terms");
        }
        // The form or the term is another than the effect was shown for.
        return await WeighAsync(await TermShelf.ReadAsync(db, cancel), wish, cancel) is null ? RefuseAll(Words["Settings.Unchanged"]) : RefuseAll(Words["Terms.Stale"]);
    }

    private async Task<TermShelf?> ReadAsync(CancellationToken cancel)
    {
        var shelf = await TermShelf.ReadAsync(db, cancel);
        Term = Key.Length > 0 ? shelf.Find(Key) : null;
        return Key.Length > 0 && Term is null ? null : shelf;
    }

    private TermWish? Wish()
    {
        var text = Term?.Now.Text ?? CleanText.Line(Input.Text);
        Require(text, nameof(Input.Text), TermChange.MaxText);
        Limit(Input.Region, nameof(Input.Region), TermChange.MaxRegion);
        Limit(Input.Note, nameof(Input.Note), TermChange.MaxNote);
        if (ModelState.IsValid && TermTable.FaultOf(text) is { } fault)
        {
            Refuse(nameof(Input.Text), Words[$"Terms.Fault.{fault}"]);
        }
        if (TermTable.RuleOf(Input.Rule) is not { } rule)
        {
            Refuse(nameof(Input.Rule), Words["Terms.Fault.NoRule"]);
            return null;
        }
        if (TermTable.CertaintyOf(Input.Certainty) is not { } certainty)
        {
            Refuse(nameof(Input.Certainty), Words["Terms.Fault.NoCertainty"]);
            return null;
        }
        return ModelState.IsValid ? new(text, rule, certainty, CleanText.Line(Input.Region), CleanText.Line(Input.Note), Input.IsOn) : null;
    }

    private TermStep? StepFor(TermShelf shelf, TermWish wish) => !Input.Back ? shelf.StepFor(wish) : Term?.Change is null ? null : new(Term.Key, null);

    /// <returns>null where nothing would change.</returns>
    private async Task<TermEffect?> WeighAsync(TermShelf shelf, TermWish wish, CancellationToken cancel)
    {
        if (StepFor(shelf, wish) is not { } step)
        {
            return null;
        }
        Seen = shelf.SeenOf([step]);
        Effect = await TermEffect.OfAsync(db, await rules.GetAsync(cancel), shelf.BookAfter(await rules.GetAsync(cancel), [step], Member, Frame.Now), cancel);
        return Effect;
    }

    private void Show(TermWish term) => Input = new()
    {
        Text = term.Text,
        Rule = term.Rule.ToString(),
        Certainty = term.Certainty.ToString(CultureInfo.InvariantCulture),
        Region = term.Region,
        Note = term.Note,
        IsOn = term.IsOn,
    };
}
