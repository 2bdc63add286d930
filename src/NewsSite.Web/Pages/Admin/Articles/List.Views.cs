using Microsoft.AspNetCore.Mvc;
using NewsSite.Newsroom;

namespace NewsSite.Web.Pages.Admin.Articles;

/// <summary>Views that somebody named for themselves.</summary>
public sealed partial class ListModel
{
    public IReadOnlyList<SavedView> Saved { get; private set; } = [];

    /// <summary>The saved view that the list shows.</summary>
    public SavedView? Shown => Saved.FirstOrDefault(view => view.Query == Choice.Query());

    public bool NameIsWrong => ModelState.TryGetValue("Input.Name", out var entry) && entry.Errors.Count > 0;

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancel)
    {
        Require(Input.Name, nameof(Input.Name), SavedView.MaxName);
        if (ModelState.IsValid && await shelf.SaveAsync(Member, Input.Name, Choice.Query(), cancel) is DeskOutcome<ViewRefusal>.Refused refused)
        {
            Refuse(nameof(Input.Name), refused.Why == ViewRefusal.Full ? Words.Count("View.Refused.Full", SavedView.Most) : Words[$"View.Refused.{refused.Why}"]);
        }
        if (!ModelState.IsValid)
        {
            await LoadAsync(cancel);
            return AskAgain();
        }
        Say(Words.With("View.Kept", Input.Name.Trim()));
        return Redirect(With("before", null));
    }

    public async Task<IActionResult> OnPostDropAsync(int id, CancellationToken cancel)
    {
        await shelf.RemoveAsync(Member, id, cancel);
        Say(Words["View.Dropped"]);
        return Redirect(With("before", null));
    }
}
