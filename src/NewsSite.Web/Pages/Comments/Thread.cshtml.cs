using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Caching;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Web.Caching;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Pages.Comments;

/// <summary>A story's comments by the page, in either order. The story itself shows the first of them.</summary>
public sealed class ThreadModel(NewsDb db, PageFrame frame, PageNotes notes, CommentsReading reading) : ReaderPage(frame, notes)
{
    public CommentedStory Story { get; private set; } = null!;
    public CommentsView Comments { get; private set; } = null!;

    protected override bool ReadsQuery => true;

    public async Task<IActionResult> OnGetAsync(string? article, string? sort, string? from, CancellationToken cancel)
    {
        if (await CommentedStory.FindAsync(db, article, Frame.Now, cancel) is not { } story)
        {
            return NotFound();
        }
        var order = ThreadOrders.Parse(sort);
        var start = order == ThreadOrder.Picks ? null : await PlaceAsync(story.Id, from, cancel);
        var here = Address.Thread(story.Language, story.Id, order.Sort, start?.ToString());
        // Made-up places and numbers would fill the cache.
        if (Request.Path.Value + Request.QueryString != here)
        {
            return Redirect(here);
        }
        Notes.DependsOn(PageTags.Article(story.Id), PageTags.Section(story.SectionId));
        Story = story;
        Comments = (await reading.ReadAsync(story.Id, story.Standing, order, start, cancel)) with { UnderStory = false };
        return Page();
    }

    private async Task<ThreadPosition?> PlaceAsync(int article, string? written, CancellationToken cancel) =>
        ThreadPosition.Parse(written) is { } place && await db.Comments.AnyAsync(c => c.Id == place.Id && c.ArticleId == article && c.RootId == place.Root && c.BranchId == place.Branch, cancel) ? place : null;
}
