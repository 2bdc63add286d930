using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages;

public sealed class RulesModel(PageFrame frame, PageNotes notes) : ReaderPage(frame, notes)
{
    /// <summary>A number is part of a rule's identity and is never used again.</summary>
    public static IEnumerable<int> Numbers => Enumerable.Range(1, 8);

    public IActionResult OnGet()
    {
        Frame.IsInEveryEdition(language => Address.Standing(language, "rules"));
        return RedirectUnlessAt(Address.Standing(Frame.Language, "rules")) ?? Page();
    }
}
