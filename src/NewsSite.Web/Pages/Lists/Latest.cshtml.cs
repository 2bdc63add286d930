using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Lists;

public sealed class LatestModel(NewsDb db, PageFrame frame, PageNotes notes) : ListPage(db, frame, notes)
{
    public Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Frame.IsInEveryEdition(Address.Latest);
        return ShowAsync(Address.Latest(Frame.Language), [Db.Latest(Frame.Language, AsOf)], cancel);
    }
}
