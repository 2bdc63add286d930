using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Web.Caching;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Pages.Comments;

/// <summary>A comment's own address: leads to where it is read now.</summary>
public sealed class CommentModel(NewsDb db, PageFrame frame, PageNotes notes) : ReaderPage(frame, notes)
{
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        var found = await db.Comments.Where(c => c.Id == id && c.State == CommentState.Posted).Select(c => new { c.ArticleId }).FirstOrDefaultAsync(cancel);
        if (found is null || await CommentedStory.FindAsync(db, found.ArticleId, Frame.Now, cancel) is not { } story)
        {
            return NotFound();
        }
        var comment = await db.Comments.Where(c => c.Id == id).AsViews().FirstAsync(cancel);
        var page = await CommentThread.PageOfAsync(db, comment, story.Id, cancel) is { } start ? Address.Thread(story.Language, story.Id, from: start.ToString()) : story.Address;
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"{page}#comment-{id}"));
    }
}
