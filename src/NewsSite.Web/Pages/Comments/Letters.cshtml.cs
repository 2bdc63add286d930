using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Articles;
using NewsSite.Comments.Following;
using NewsSite.Web.Caching;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Pages.Comments;

/// <summary>Stops letters. Opening it changes nothing; its form is sent by people, and by mail programs that press the button for them.</summary>
[FromAnywhere]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class LettersModel(PageFrame frame, PageNotes notes, LetterTokens tokens, CommentFollowing following) : ReaderPage(frame, notes)
{
    protected override bool OutlivesItsEdition => true;

    public string Here { get; private set; } = "";

    /// <summary>What has been done, by its word; null: nothing yet.</summary>
    public string? Done { get; private set; }

    /// <summary>Whether there is anything left to stop.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>The story that the link is about; null: decisions.</summary>
    public FollowedStory? This { get; private set; }
    public IReadOnlyList<FollowedStory> Stories { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        if (tokens.Read(token) is not { } handle)
        {
            return Unknown();
        }
        Here = Address.StopLetters(Frame.Language, token);
        (IsKnown, This) = await following.LookAsync(handle, cancel);
        Stories = await following.StoriesAsync(handle, cancel);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string token, CancellationToken cancel) => StopAsync(token, following.StopAsync, "Letters.StoppedThis", cancel);

    public Task<IActionResult> OnPostAllAsync(string token, CancellationToken cancel) => StopAsync(token, following.StopAllAsync, "Letters.Stopped", cancel);

    // A link that was cut by a mail program says so in words of its own.
    private PageResult Unknown()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    // No redirect: mail programs follow none.
    private async Task<IActionResult> StopAsync(string token, Func<Guid, CancellationToken, Task> stop, string done, CancellationToken cancel)
    {
        if (tokens.Read(token) is not { } handle)
        {
            return Unknown();
        }
        await stop(handle, cancel);
        Done = done;
        return Page();
    }
}
