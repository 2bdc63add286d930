using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Caching;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Lists;

public sealed class TagModel(NewsDb db, PageFrame frame, PageNotes notes) : ListPage(db, frame, notes)
{
    public TagView Tag { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var key = ArabicText.Fold(Slug.Of(slug));
        var found = await Db.Tags.Where(t => t.Language == Frame.Language && t.Key == key).Select(t => new TagView(t.Id, t.Name, t.Slug)).FirstOrDefaultAsync(cancel);
        if (found is null)
        {
            return NotFound();
        }
        Tag = found;
        Feed = Address.Tag(Frame.Language, found.Slug);
        Notes.DependsOn(PageTags.Tag(found.Id));
        return await ShowAsync(Feed, [Db.Tagged(found.Id, Frame.Now)], cancel);
    }
}
