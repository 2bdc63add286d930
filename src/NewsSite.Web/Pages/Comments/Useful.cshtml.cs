using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Web.Caching;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Pages.Comments;

/// <summary>
/// Takes a reader's vote. The buttons stand on cached pages, which cannot know who has voted: without script a second press says so and offers to take
/// the vote back; script, which keeps in the browser what was pressed, asks for that at once.
/// </summary>
[IgnoreAntiforgeryToken]
[WithoutNul]
[ResponseCache(NoStore = true)]
public sealed class UsefulModel(PageFrame frame, PageNotes notes, Words words, CommentVoting voting, VoterCookie voter) : ReaderPage(frame, notes)
{
    [BindProperty(Name = "comment")]
    public int CommentId { get; set; }

    [BindProperty(Name = "back")]
    public bool TakesBack { get; set; }

    /// <summary>The page of the thread that the button stood on, if it was not the story's own.</summary>
    [BindProperty(Name = "article")]
    public string? Article { get; set; }

    [BindProperty(Name = "sort")]
    public string? Sort { get; set; }

    [BindProperty(Name = "from")]
    public string? From { get; set; }

    public string Back => CommentedStory.Number(Article) is { } article
        ? string.Create(CultureInfo.InvariantCulture, $"{Address.Thread(Frame.Language, article, ThreadOrders.Parse(Sort).Sort, ThreadPosition.Parse(From)?.ToString())}#comment-{CommentId}")
        : Address.Comment(Frame.Language, CommentId);

    public string Sentence { get; private set; } = "";
    public bool MayTakeBack { get; private set; }

    public async Task<IActionResult> OnPostAsync([FromServices] MyComments mine, CancellationToken cancel)
    {
        var isOwn = mine.Of(Request).Any(one => one.Id == CommentId);
        return await voting.CastAsync(new(CommentId, voter.VoterOf(HttpContext), HttpContext.Connection.RemoteIpAddress, isOwn, TakesBack), cancel) switch
        {
            VoteOutcome.Stands stands => Told(stands),
            VoteOutcome.NotThere => NotFound(),
            VoteOutcome.TooFast fast => TooFast(fast.RetryAfter),
            VoteOutcome.Own => Refused(words["Useful.Own"], StatusCodes.Status422UnprocessableEntity),
            _ => Refused(words["Useful.Closed"], StatusCodes.Status422UnprocessableEntity),
        };
    }

    private IActionResult Told(VoteOutcome.Stands stands)
    {
        if (IsScript)
        {
            return new JsonResult(new { count = stands.Useful > 0 ? words.Number(stands.Useful) : "", counts = stands.Counts });
        }
        if (stands is { Changed: false, Counts: true })
        {
            (Sentence, MayTakeBack) = (words["Useful.Already"], true);
            return Page();
        }
        Response.StatusCode = StatusCodes.Status303SeeOther;
        Response.Headers.Location = Back;
        return new EmptyResult();
    }

    private IActionResult TooFast(TimeSpan wait)
    {
        var seconds = (long)Math.Ceiling(wait.TotalSeconds);
        Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Refused(words["Useful.TooFast"], StatusCodes.Status429TooManyRequests);
    }

    private IActionResult Refused(string sentence, int status)
    {
        (Sentence, Response.StatusCode) = (sentence, status);
        return IsScript ? new JsonResult(new { said = sentence }) { StatusCode = status } : Page();
    }

    private bool IsScript => Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal);
}
