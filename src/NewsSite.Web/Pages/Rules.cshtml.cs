using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages;

public sealed class RulesModel(PageFrame frame, PageNotes notes) : ReaderPage(frame, notes)
{
    public void OnGet() { }

    /// <summary>A number is part of a rule's identity and is never used again.</summary>
    public static IEnumerable<int> Numbers => Enumerable.Range(1, 8);
}
