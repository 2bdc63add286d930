using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Newsroom;

namespace NewsSite.Web.Pages.Admin.Sections;

public sealed class ListModel(PageFrame frame, Words words, NewsDb db, SectionDesk desk) : DeskPage(frame, words)
{
    /// <summary>By section, in whatever state.</summary>
    public IReadOnlyDictionary<int, int> Stories { get; private set; } = new Dictionary<int, int>();

    public IEnumerable<string> Editions => Text.Languages.All.Where(language => Frame.Outline.SectionsOf(language).Any());

    /// <summary>Each with what is below it right behind.</summary>
    public IEnumerable<SectionLink> SectionsOf(string language) => Frame.Outline.SectionsOf(language).Where(one => one.ParentId is null)
        .SelectMany(one => Frame.Outline.SubsectionsOf(one).Prepend(one));

    public bool IsFirst(SectionLink section) => Beside(section).First() == section;

    public bool IsLast(SectionLink section) => Beside(section).Last() == section;

    public async Task OnGetAsync(CancellationToken cancel) => Stories = await db.Articles.GroupBy(a => a.SectionId)
        .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);

    public async Task<IActionResult> OnPostMoveAsync(int id, int places, CancellationToken cancel)
    {
        if (await desk.MoveAsync(id, Math.Sign(places), Member, cancel) is not DeskOutcome<SectionRefusal>.Done)
        {
            return NotFound();
        }
        Say(Words["Desk.Saved"]);
        return RedirectToPage(pageName: null, pageHandler: null, routeValues: null, fragment: $"section-{id}");
    }

    private IEnumerable<SectionLink> Beside(SectionLink section) => Frame.Outline.SectionsOf(section.Language).Where(one => one.ParentId == section.ParentId);
}
