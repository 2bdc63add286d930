using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Articles;
using NewsSite.Caching;
using NewsSite.Comments;
using NewsSite.Comments.Entering;
using NewsSite.Data;
using NewsSite.Web.Accounts;
using NewsSite.Web.Caching;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Pages.Comments;

/// <summary>Takes a comment, and asks again where something is wrong with it. Its form stands on cached pages, so the cross-origin guard stands in for a token.</summary>
[IgnoreAntiforgeryToken]
[WithoutNul]
[RequestSizeLimit(MaxRequest)]
[RequestFormLimits(ValueLengthLimit = MaxRequest, MultipartBodyLengthLimit = MaxRequest)]
public sealed class NewModel(NewsDb db, PageFrame frame, PageNotes notes, CommentGrounds grounds, CommentSubmission submission, CommentAnswers answers) : ReaderPage(frame, notes)
{
    // A million Arabic letters, percent-encoded: too long for a comment, but read, said and given back.
    private const int MaxRequest = 8 << 20;

    [BindProperty(Name = "article", SupportsGet = true)]
    public string? Article { get; set; }

    [BindProperty]
    public CommentInput Input { get; set; } = new();

    public CommentedStory Story { get; private set; } = null!;
    public CommentForm Form { get; private set; } = null!;
    public bool IsOpen { get; private set; } = true;

    protected override bool ReadsQuery => true;

    public async Task<IActionResult> OnGetAsync(string? parent, CancellationToken cancel)
    {
        if (await CommentedStory.FindAsync(db, Article, Frame.Now, cancel) is not { } story)
        {
            return NotFound();
        }
        // Made-up numbers would fill the cache.
        var answered = await story.ParentAsync(db, parent, cancel);
        if (parent is not null && answered is null || story.Language != Frame.Language || Request.Query.Count > (parent is null ? 1 : 2))
        {
            return Redirect(Address.NewComment(story.Language, story.Id, answered?.Id));
        }
        Notes.DependsOn(PageTags.Article(story.Id), PageTags.Section(story.SectionId), Comment.ThreadTag(story.Id));
        Notes.ChangeBy(story.Standing.ClosesAt);
        await ShowAsync(story, new() { ParentId = parent }, answered, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (CommentedStory.Number(Article) is not { } id || await grounds.FindAsync(id, cancel) is not { } ground)
        {
            return NotFound();
        }
        var draft = new CommentDraft(id, Input.Name ?? "", Input.Email ?? "", Input.Body ?? "", CommentedStory.Number(Input.ParentId))
        {
            From = HttpContext.Connection.RemoteIpAddress,
            Trap = Input.Website ?? "",
            Letters = FollowChoice.Read(Input.Letters),
            TellMe = Input.TellMe,
        };
        draft = Input.AsStaff ? await StaffBadge.WornAsync(draft, User.Member, Frame, db, cancel) : draft;
        var outcome = await submission.SubmitAsync(draft, cancel);
        return answers.To(outcome, this, id, ground.Address) ?? await AskAgainAsync(CommentedStory.On(ground), outcome, cancel);
    }

    private async Task<IActionResult> AskAgainAsync(CommentedStory story, CommentOutcome outcome, CancellationToken cancel)
    {
        await ShowAsync(story, Input, await story.ParentAsync(db, Input.ParentId, cancel), cancel);
        Form = answers.Explained(outcome, this, Form);
        IsOpen = outcome is not CommentOutcome.Closed;
        return Page();
    }

    private async Task ShowAsync(CommentedStory story, CommentInput input, CommentView? parent, CancellationToken cancel)
    {
        (Story, IsOpen) = (story, story.Standing.IsOpenAt(Frame.Now) && !await story.Standing.IsFullAsync(db, story.Id, cancel));
        Form = new(story.Id, story.Language, input) { Parent = parent, ClosesAt = story.Standing.ClosesAt };
    }
}
