using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Standing;

/// <summary>What the reader has saved and begun lies in the browser alone; this page only has the room for it.</summary>
public sealed class SavedModel(PageFrame frame, PageNotes notes) : ReaderPage(frame, notes)
{
    public IActionResult OnGet()
    {
        Frame.IsInEveryEdition(language => Address.Standing(language, "saved"));
        return RedirectUnlessAt(Address.Standing(Frame.Language, "saved")) ?? Page();
    }
}
