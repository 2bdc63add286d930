using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Caching;
using NewsSite.Data;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Lists;

public sealed class SectionModel(NewsDb db, PageFrame frame, PageNotes notes) : ListPage(db, frame, notes)
{
    public SectionLink Section { get; private set; } = null!;
    public IReadOnlyList<SectionLink> Subsections { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string section, CancellationToken cancel)
    {
        if (Frame.Outline.Section(Frame.Language, section) is not { } found)
        {
            return int.TryParse(section, out var number) ? RedirectPermanentOrNotFound(await AddressOfAsync(number, cancel)) : NotFound();
        }
        Section = found;
        Subsections = [.. Frame.Outline.SubsectionsOf(found)];
        Feed = Address.Of(found);
        IReadOnlyList<SectionLink> all = [found, .. Subsections];
        Notes.DependsOn(all.Select(one => PageTags.Section(one.Id)));
        return await ShowAsync(Address.Of(found), Db.InSections(all, AsOf), cancel);
    }

    // A bare number is a story's: what is left of an address that somebody cut short.
    private Task<string?> AddressOfAsync(int number, CancellationToken cancel) => StoryAddress.FindAsync(Db, number, Frame.Now, cancel);

    private IActionResult RedirectPermanentOrNotFound(string? address) => address is null ? NotFound() : RedirectPermanent(address);
}
