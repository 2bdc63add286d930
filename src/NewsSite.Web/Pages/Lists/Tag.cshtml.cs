using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Caching;
using NewsSite.Data;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Lists;

public sealed class TagModel(NewsDb db, PageFrame frame, PageNotes notes) : ListPage(db, frame, notes)
{
    public TagView Tag { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await Db.TagNamedAsync(Frame.Language, slug, cancel) is not { } found)
        {
            return NotFound();
        }
        Tag = new(found.Id, found.Name, found.Slug);
        Feed = Address.Tag(Frame.Language, found.Slug);
        Notes.DependsOn(PageTags.Tag(found.Id));
        return await ShowAsync(Feed, [Db.Tagged(found.Id, AsOf)], cancel);
    }
}
