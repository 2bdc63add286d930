using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Caching;
using NewsSite.Data;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Sections;

public sealed class SectionModel(NewsDb db, PageFrame frame, PageNotes notes) : ReaderPage(frame, notes)
{
    private const int PageSize = 20;

    public SectionLink Section { get; private set; } = null!;
    public IReadOnlyList<ArticleCard> Cards { get; private set; } = [];
    public ListPosition? Before { get; private set; }
    public ListPosition? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(string section, string? before, CancellationToken cancel)
    {
        if (Frame.Outline.Section(Frame.Language, section) is not { } found)
        {
            return NotFound();
        }
        (Section, Before) = (found, ListPosition.Parse(before));
        if (before is not null && Before is null)
        {
            return RedirectPermanent(Address.Of(found));
        }
        var cards = await db.Articles.Live(Frame.Now).InSection(found.Id).Before(Before).NewestFirst().Take(PageSize + 1).AsCards().ToListAsync(cancel);
        Cards = [.. cards.Take(PageSize)];
        Older = cards.Count > PageSize ? Cards[^1].Position : null;
        Notes.DependsOn(PageTags.Section(found.Id));
        return Page();
    }

    public string PageAt(ListPosition? position) => Address.Of(Section) + (position is null ? "" : $"?before={position}");
}
