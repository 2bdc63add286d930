using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Articles;
using NewsSite.Comments.Yours;
using NewsSite.Web.Caching;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Pages.Comments;

/// <summary>Erasing cannot be undone: it is asked how far, of how many, and for a tick.</summary>
[IgnoreAntiforgeryToken]
[WithoutNul]
[ResponseCache(NoStore = true)]
public sealed class YoursEraseModel(PageFrame frame, PageNotes notes, Words words, ProvenMailbox mailbox, YourComments yours, Erasure erasure) : ReaderPage(frame, notes)
{
    protected override bool OutlivesItsEdition => true;

    public sealed class InputModel
    {
        public string? Scope { get; set; }
        public bool Sure { get; set; }

        /// <summary>How many the page named.</summary>
        public string? Count { get; set; }
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public YourTraces Traces { get; private set; } = new([], [], [], []);
    public int Count => Traces.Comments.Count;
    public bool HasChanged { get; private set; }
    public string Yours => Address.Yours(Frame.Language);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await CountAsync(cancel) is null ? Redirect(Yours) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await CountAsync(cancel) is not { } email)
        {
            return Redirect($"{Yours}?said=stale");
        }
        if (Scope is not { } scope)
        {
            return AskAgain("Input.Scope", "Yours.Erase.NoScope");
        }
        HasChanged = Input.Count != Count.ToString(CultureInfo.InvariantCulture);
        if (HasChanged || !Input.Sure)
        {
            // A tick under another number was no tick.
            Input.Sure = false;
            return AskAgain("Input.Sure", HasChanged ? "Yours.Erase.Changed" : "Yours.Erase.NotSure");
        }
        await erasure.EraseAsync(email, scope, language => words.In(language, "Comment.AnyReader"), cancel);
        mailbox.Forget(HttpContext);
        return Redirect($"{Yours}?said=erased");
    }

    // Where there are no words there is nothing to choose.
    public ErasureScope? Scope => Count == 0 ? ErasureScope.Everything : Enum.TryParse<ErasureScope>(Input.Scope, out var scope) && Enum.IsDefined(scope) ? scope : null;

    private async Task<string?> CountAsync(CancellationToken cancel)
    {
        if (mailbox.Of(Request) is not { } email)
        {
            return null;
        }
        Traces = await yours.TracesAsync(email, cancel);
        return Traces.AreNone ? null : email;
    }

    private PageResult AskAgain(string field, string sentence)
    {
        ModelState.AddModelError(field, words[sentence]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
