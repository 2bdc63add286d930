using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Corrections;
using NewsSite.Data;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Standing;

/// <summary>The public ledger of corrections.</summary>
public sealed class CorrectionsModel(NewsDb db, PageFrame frame, PageNotes notes) : ReaderPage(frame, notes)
{
    public IReadOnlyList<LedgerEntry> Entries { get; private set; } = [];
    public string? Older { get; private set; }
    public string Start => Address.Standing(Frame.Language, "corrections");

    protected override bool ReadsQuery => true;

    public async Task<IActionResult> OnGetAsync(string? before, CancellationToken cancel)
    {
        var rows = await LedgerEntry.ReadAsync(db, Frame.Language, ListPosition.Parse(before), Frame.Now, cancel);
        Entries = [.. rows.Take(LedgerEntry.PageSize)];
        Older = rows.Count > LedgerEntry.PageSize ? $"{Start}?before={new ListPosition(Entries[^1].At, Entries[^1].Id)}" : null;
        Frame.IsInEveryEdition(language => Address.Standing(language, "corrections"));
        return RedirectUnlessAt(Start) ?? Page();
    }
}
