using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Web.Caching;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Pages.Comments;

/// <summary>A comment in the hands of who wrote it, for ten minutes: to change or to take back. The signed cookie says whose it is.</summary>
[IgnoreAntiforgeryToken]
[WithoutNul]
[ResponseCache(NoStore = true)]
public sealed class MineModel(NewsDb db, PageFrame frame, PageNotes notes, MyComments mine, CommentMending mending, CommentAnswers answers) : ReaderPage(frame, notes)
{
    [BindProperty]
    public CommentInput Input { get; set; } = new();

    public int Id { get; private set; }
    public CommentedStory Story { get; private set; } = null!;
    public CommentForm Form { get; private set; } = null!;
    public int MinutesLeft { get; private set; }
    public bool MayEdit { get; private set; } = true;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } comment)
        {
            return NotFound();
        }
        Input.Body = comment.Body;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } comment)
        {
            return NotFound();
        }
        var outcome = await mending.MendAsync(id, Input.Body ?? "", cancel);
        if (answers.To(outcome, this, comment.ArticleId, Story.Address) is { } answer && outcome is not CommentOutcome.NotThere)
        {
            return answer;
        }
        Form = answers.Explained(outcome, this, Form);
        MinutesLeft = outcome is CommentOutcome.NotThere or CommentOutcome.Closed or CommentOutcome.Banned ? 0 : MinutesLeft;
        MayEdit = outcome is not CommentOutcome.EditedOften;
        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(int id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } comment)
        {
            return NotFound();
        }
        if (await mending.WithdrawAsync(id, cancel))
        {
            return Redirect(Story.Address + "#comments");
        }
        (Input.Body, MinutesLeft, Response.StatusCode) = (comment.Body, 0, StatusCodes.Status422UnprocessableEntity);
        return Page();
    }

    private async Task<Comment?> FindAsync(int id, CancellationToken cancel)
    {
        // Not yours and not there look alike.
        if (mine.Of(Request).All(one => one.Id != id) || await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancel) is not { } comment
            || await CommentedStory.FindAsync(db, comment.ArticleId, Frame.Now, cancel) is not { } story)
        {
            return null;
        }
        (Id, Story, Form) = (id, story, new(story.Id, story.Language, Input));
        MinutesLeft = comment.MayBeMendedAt(Frame.Now) ? (int)Math.Ceiling((comment.At + Comment.Mending - Frame.Now).TotalMinutes) : 0;
        return comment;
    }
}
