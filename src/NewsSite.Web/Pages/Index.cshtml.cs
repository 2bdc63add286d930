using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages;

public sealed class IndexModel(NewsDb db, PageFrame frame, PageNotes notes) : ReaderPage(frame, notes)
{
    public FrontPage Front { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Front = await FrontPage.ReadAsync(db, Frame.Language, Frame.Sections, Frame.Breaking?.Id, Frame.Now, cancel);
        Notes.ChangeBy(Front.PinEndsAt);
    }
}
