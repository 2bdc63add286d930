using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Caching;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Data;
using NewsSite.Web.Caching;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Pages.Comments;

/// <summary>Where a reader says which rule a comment breaks.</summary>
[IgnoreAntiforgeryToken]
[WithoutNul]
public sealed class FlagModel(NewsDb db, PageFrame frame, PageNotes notes, Words words, Flagging flagging, MyComments mine) : ReaderPage(frame, notes)
{
    public sealed class FlagInput
    {
        public string? Rule { get; set; }
        public string? Note { get; set; }
        public string? Email { get; set; }
    }

    [BindProperty]
    public FlagInput Input { get; set; } = new();

    public CommentedStory Story { get; private set; } = null!;

    /// <summary>null: readers do not see it any more, while one of them reports it.</summary>
    public CommentView? Comment { get; private set; }

    public bool IsTaken { get; private set; }

    public string? Refusal { get; private set; }

    public IEnumerable<SelectListItem> Rules =>
        [new(words["Flag.ChooseRule"], ""), .. Enum.GetValues<PostingRule>().Select(rule => new SelectListItem(words[$"Rule.{(int)rule}.Name"], ((int)rule).ToString(CultureInfo.InvariantCulture)))];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }
        if (Comment is null)
        {
            return NotFound();
        }
        Notes.DependsOn(PageTags.Article(Story.Id), NewsSite.Comments.Comment.ThreadTag(Story.Id));
        return RedirectUnlessAt(Address.Flag(Story.Language, id)) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }
        if (Comment is null)
        {
            return Page();
        }
        if (mine.Of(Request).Any(one => one.Id == id))
        {
            (Refusal, Response.StatusCode) = (words["Flag.Own"], StatusCodes.Status422UnprocessableEntity);
            return Page();
        }
        var rule = (PostingRule)(CommentedStory.Number(Input.Rule) ?? 0);
        var draft = new FlagDraft(id, rule, Input.Note ?? "", Input.Email ?? "") { From = HttpContext.Connection.RemoteIpAddress };
        switch (await flagging.FlagAsync(draft, cancel))
        {
            case FlagOutcome.Taken:
                IsTaken = true;
                return Page();
            case FlagOutcome.Unfit unfit:
                foreach (var (field, fault) in unfit.Faults)
                {
                    ModelState.AddModelError($"Input.{field}", field == nameof(FlagDraft.Rule) ? words["Flag.ChooseRule"]
                        : fault == CommentFault.TooLong ? words.Count("Comment.Fault.TooLong", CommentFlag.MaxNote) : words[$"Comment.Fault.{fault}"]);
                }
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return Page();
            case FlagOutcome.TooMany:
                (Refusal, Response.StatusCode) = (words["Flag.TooMany"], StatusCodes.Status429TooManyRequests);
                Response.Headers.RetryAfter = "3600";
                return Page();
            default:
                Comment = null;
                return Page();
        }
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancel)
    {
        var article = await db.Comments.Where(c => c.Id == id && (c.State == CommentState.Posted || db.Moderation.Any(e => e.CommentId == id && e.After == CommentState.Posted))).Select(c => (int?)c.ArticleId).FirstOrDefaultAsync(cancel);
        if (article is not { } number || await CommentedStory.FindAsync(db, number, Frame.Now, cancel) is not { } story)
        {
            return false;
        }
        (Story, Comment) = (story, await db.Comments.Where(c => c.Id == id && c.State == CommentState.Posted).AsViews().FirstOrDefaultAsync(cancel));
        return true;
    }
}
