using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Newsroom;

namespace NewsSite.Web.Pages.Articles;

/// <summary>A story before it is out, for whoever holds a link to it. An embargo holds here too.</summary>
public sealed class PreviewModel(PageFrame frame, Words words, NewsDb db, SiteKey key, StoryDesk desk) : PrivatePage(frame, words)
{
    public StoryPage? Shown { get; private set; }
    public DateTimeOffset? EmbargoUntil { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        if (await PreviewLink.FindAsync(db, key, token, Frame.Now, cancel) is not { } link)
        {
            return NotFound();
        }
        if (await StoryAddress.FindAsync(db, link.ArticleId, Frame.Now, cancel) is { } live)
        {
            return Redirect(live);
        }
        var story = await db.Articles.Where(a => a.Id == link.ArticleId).Select(a => new { a.Language, a.EmbargoUntil }).FirstAsync(cancel);
        if (story.Language != Frame.Language)
        {
            return Redirect(Address.Preview(story.Language, token));
        }
        if (story.EmbargoUntil > Frame.Now)
        {
            EmbargoUntil = story.EmbargoUntil;
            return AskAgain(StatusCodes.Status403Forbidden);
        }
        var manuscript = await desk.NewestAsync(link.ArticleId, cancel);
        var shown = await StoryPreview.MakeAsync(db, link.ArticleId, manuscript, Frame.Now, cancel);
        Shown = new(shown, Address.Of(shown), shown.Labels, []);
        return Page();
    }
}
