using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Web.Caching;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Pages.Comments;

/// <summary>Where a writer objects, once, to a hold or a refusal, and reads what became of it. Whose comment it is, <see cref="CommentOwner"/> knows.</summary>
[IgnoreAntiforgeryToken]
[WithoutNul]
[ResponseCache(NoStore = true)]
public sealed class AppealModel(NewsDb db, PageFrame frame, PageNotes notes, Words words, CommentOwner owner, Appealing appealing) : ReaderPage(frame, notes)
{
    public sealed class AppealInput
    {
        public string? Sentence { get; set; }
    }

    protected override bool OutlivesItsEdition => true;

    [BindProperty]
    public AppealInput Input { get; set; } = new();

    public CommentedStory Story { get; private set; } = null!;
    public Comment Comment { get; private set; } = null!;
    public Appeal? Made { get; private set; }
    public AppealStanding Standing => Appealing.StandingOf(Comment, Made);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }
        var sentence = Appeal.Tidied(Input.Sentence);
        if (sentence.Length is < Appeal.MinSentence or > Appeal.MaxSentence)
        {
            ModelState.AddModelError("Input.Sentence", sentence.Length > Appeal.MaxSentence ? words.Count("Comment.Fault.TooLong", Appeal.MaxSentence) : words["Appeal.SayWhy"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        // Whatever stands now, the page says it.
        await appealing.AppealAsync(id, sentence, cancel);
        Response.StatusCode = StatusCodes.Status303SeeOther;
        Response.Headers.Location = Address.Appeal(Frame.Language, id);
        return new EmptyResult();
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancel)
    {
        // Not yours and not there look alike.
        if (!await owner.IsAskingAsync(Request, id, cancel) || await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancel) is not { } comment
            || await CommentedStory.FindAsync(db, comment.ArticleId, Frame.Now, cancel) is not { } story)
        {
            return false;
        }
        (Comment, Story) = (comment, story);
        Made = await db.Appeals.AsNoTracking().FirstOrDefaultAsync(a => a.CommentId == id, cancel);
        return true;
    }
}
