using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Comments;
using NewsSite.Data;

namespace NewsSite.Web.Pages.Admin.Comments;

/// <summary>All terms as a table, as the import reads it.</summary>
public sealed class TermsFileModel(PageFrame frame, Words words, NewsDb db) : DeskPage(frame, words)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var shelf = await TermShelf.ReadAsync(db, cancel);
        await using var file = Spreadsheet.Begin(Response, "terms.csv");
        await file.WriteAsync(Spreadsheet.Line(TermTable.Columns));
        foreach (var term in shelf.Terms)
        {
            await file.WriteAsync(Spreadsheet.Line(Cells(term.Now)).AsMemory(), cancel);
        }
        return new EmptyResult();
    }

    private static string[] Cells(TermWish term) =>
        [term.Text, term.Rule.ToString(), term.Certainty.ToString(CultureInfo.InvariantCulture), term.Region, term.Note, term.IsOn ? "true" : "false"];
}
