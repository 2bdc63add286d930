using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages;

public sealed class IndexModel(NewsDb db, PageFrame frame, PageNotes notes) : ReaderPage(frame, notes)
{
    public FrontPage Front { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        // The form that WordPress gives its stories: «/?p=12».
        if (int.TryParse(Request.Query["p"], out var number))
        {
            return await StoryAddress.FindAsync(db, number, Frame.Now, cancel) is { } story ? RedirectPermanent(story) : NotFound();
        }
        if (RedirectUnlessAt(Address.Home(Frame.Language)) is { } elsewhere)
        {
            return elsewhere;
        }
        Front = await FrontPage.ReadAsync(db, Frame.Language, [.. Frame.Outline.SectionsOf(Frame.Language)], Frame.Breaking?.Id, Frame.Now, cancel);
        Frame.IsInEveryEdition(Address.Home);
        Notes.ChangeBy(Front.PinEndsAt);
        return Page();
    }
}
