using Microsoft.AspNetCore.Mvc;
using NewsSite.Comments.Following;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Comments;

/// <summary>Where the letter that asks leads: scanners of mail open links, so only its button confirms.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ConfirmModel(PageFrame frame, PageNotes notes, LetterTokens tokens, CommentFollowing following) : ReaderPage(frame, notes)
{
    public string Token { get; private set; } = "";
    public FollowedStory? Story { get; private set; }

    /// <summary>What is confirmed; null: it is too late.</summary>
    public FollowKind? Kind { get; private set; }
    public bool IsDone { get; private set; }

    protected override bool OutlivesItsEdition => true;

    public Task<IActionResult> OnGetAsync(string token, CancellationToken cancel) => ShowAsync(token, following.FindAsync, cancel);

    public Task<IActionResult> OnPostAsync(string token, CancellationToken cancel) => ShowAsync(token, following.ConfirmAsync, cancel);

    private async Task<IActionResult> ShowAsync(string token, Func<Guid, CancellationToken, Task<CommentSubscription?>> find, CancellationToken cancel)
    {
        if (tokens.Read(token) is not { } handle)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }
        var found = await find(handle, cancel);
        (Token, Kind) = (token, found is null ? null : found.Asked ?? found.Kind);
        IsDone = found is { Asked: null };
        (_, Story) = await following.LookAsync(handle, cancel);
        return Page();
    }
}
