using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Newsroom;
using NewsSite.Text;
using NewsSite.Web.Pages.Admin.Articles;

namespace NewsSite.Web.Pages.Admin;

/// <summary>What is being written, as the reader's page would print it. It is sent here by the editor's form, saved or not; nothing is kept.</summary>
[RequestSizeLimit(MaxForm)]
[RequestFormLimits(ValueLengthLimit = MaxForm, MultipartBodyLengthLimit = MaxForm)]
public sealed class PreviewModel(PageFrame frame, Words words, NewsDb db, StoryDesk desk) : DeskPage(frame, words)
{
    private const int MaxForm = 32 << 20;

    [BindProperty]
    public EditInput Input { get; set; } = new();

    /// <summary><c>card</c>: as others show the link; else the page itself.</summary>
    [BindProperty(SupportsGet = true, Name = "as")]
    public string? As { get; set; }

    public StoryPage Shown { get; private set; } = null!;

    /// <summary>Theirs to read, but no longer to change.</summary>
    public bool IsOutOfHands { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await desk.ReadAsync(id, Member, cancel) is not { } manuscript)
        {
            return NotFound();
        }
        IsOutOfHands = !await db.Articles.EditedBy(Member).AnyAsync(a => a.Id == id, cancel);
        return await ShowAsync(id, manuscript, cancel);
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (id != 0 && !await db.Articles.EditedBy(Member).AnyAsync(a => a.Id == id, cancel))
        {
            return NotFound();
        }
        var text = Input.Markdown.Length > Article.MaxBody ? Input.Markdown[..Article.MaxBody] : Input.Markdown;
        return await ShowAsync(id, Input.ToManuscript(breakingUntil: null, Frame.Outline.Sections is [var first, ..] ? first.Id : 0) with { Markdown = text }, cancel);
    }

    private async Task<IActionResult> ShowAsync(int id, Manuscript manuscript, CancellationToken cancel)
    {
        var story = await StoryPreview.MakeAsync(db, id, manuscript, Frame.Now, cancel);
        Shown = new(story.Headline.Length > 0 ? story : story with { Headline = Words["Story.Untitled"] }, Address.Of(story), story.Labels, []);
        return Page();
    }
}
