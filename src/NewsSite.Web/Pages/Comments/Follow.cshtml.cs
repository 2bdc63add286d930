using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Caching;
using NewsSite.Comments;
using NewsSite.Comments.Following;
using NewsSite.Data;
using NewsSite.Mail;
using NewsSite.Text;
using NewsSite.Web.Caching;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Pages.Comments;

/// <summary>Follows a story's comments without writing one. The answer is the same for every address: who follows already is nobody's business.</summary>
[IgnoreAntiforgeryToken]
[WithoutNul]
public sealed class FollowModel(NewsDb db, PageFrame frame, Words words, PageNotes notes, CommentFollowing following, SiteKey key) : ReaderPage(frame, notes)
{
    public sealed class InputModel
    {
        public string? Email { get; set; }

        /// <summary>The trap: people do not see it.</summary>
        public string? Website { get; set; }
    }

    [BindProperty(Name = "article", SupportsGet = true)]
    public string? Article { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public CommentedStory Story { get; private set; } = null!;
    public bool IsDone { get; private set; }
    public bool IsOpen => Story.Standing.IsOpenAt(Frame.Now);

    protected override bool ReadsQuery => true;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await CommentedStory.FindAsync(db, Article, Frame.Now, cancel) is not { } story)
        {
            return NotFound();
        }
        var here = Address.FollowComments(story.Language, story.Id);
        // Made-up numbers would fill the cache.
        if (Request.Path.Value + Request.QueryString != here)
        {
            return Redirect(here);
        }
        Notes.DependsOn(PageTags.Article(story.Id), PageTags.Section(story.SectionId), Comment.ThreadTag(story.Id));
        Notes.ChangeBy(story.Standing.ClosesAt);
        Story = story;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await CommentedStory.FindAsync(db, Article, Frame.Now, cancel) is not { } story)
        {
            return NotFound();
        }
        Story = story;
        if (!IsOpen)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var email = CleanText.Line(Input.Email ?? "");
        if (email.Length is 0 or > Comment.MaxEmail || !Outbox.CanSendTo(email))
        {
            ModelState.AddModelError("Input.Email", words[email.Length == 0 ? "Comment.Fault.Missing" : "Comment.Fault.NotAnAddress"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        if (string.IsNullOrEmpty(Input.Website))
        {
            await following.AskAsync(story.Id, FollowKind.Conversation, email, CommenterKeys.Of(key, email, HttpContext.Connection.RemoteIpAddress), cancel);
        }
        IsDone = true;
        return Page();
    }
}
