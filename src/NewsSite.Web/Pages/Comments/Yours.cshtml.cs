using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Comments.Yours;
using NewsSite.Mail;
using NewsSite.Text;
using NewsSite.Web.Caching;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Pages.Comments;

/// <summary>Asks for an address and sends a link there; to whoever has opened the link it shows what they wrote, and gives it to them as a file.</summary>
[IgnoreAntiforgeryToken]
[WithoutNul]
[ResponseCache(NoStore = true)]
public sealed class YoursModel(PageFrame frame, PageNotes notes, Words words, ProofLetters letters, ProvenMailbox mailbox, YourComments yours) : ReaderPage(frame, notes)
{
    private static readonly string[] Sayings = ["asked", "stale", "erased", "left", "withdrawn"];

    public sealed class InputModel
    {
        public string? Email { get; set; }
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>What the act before this page came to; null: nothing was done.</summary>
    public string? Said { get; private set; }

    /// <summary>null: nobody has proved an address, and the page asks for one.</summary>
    public IReadOnlyList<YourComment>? Comments { get; private set; }

    public YourTraces? Traces { get; private set; }
    public IReadOnlyList<YourFollowed> Followed { get; private set; } = [];
    public int? Older { get; private set; }
    public string? Refusal { get; private set; }
    public string Here => Address.Yours(Frame.Language);

    protected override bool ReadsQuery => true;
    protected override bool OutlivesItsEdition => true;

    public async Task<IActionResult> OnGetAsync(string? proof, string? said, string? before, CancellationToken cancel)
    {
        if (proof is not null)
        {
            return Open(proof);
        }
        Said = Sayings.Contains(said) ? said : null;
        await ShowAsync(int.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : int.MaxValue, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Frame.IsInEveryEdition(Address.Yours);
        var email = CleanText.Line(Input.Email ?? "");
        if (email.Length == 0 || email.Length > Comment.MaxEmail || !Outbox.CanSendTo(email))
        {
            ModelState.AddModelError("Input.Email", words[email.Length == 0 ? "Comment.Fault.Missing" : "Comment.Fault.NotAnAddress"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        if (await letters.AskAsync(email, HttpContext.Connection.RemoteIpAddress, cancel))
        {
            return Redirect($"{Here}?said=asked");
        }
        Refusal = words["Yours.TooOften"];
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Response.Headers.RetryAfter = ((int)ProofLetters.ByNetwork.Rest.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancel)
    {
        if (mailbox.Of(Request) is not { } email)
        {
            return Redirect(Here);
        }
        var file = YourJson.Of(await yours.FileAsync(email, cancel), Frame.Settings.Name, Frame.Now, Frame.Absolute);
        return File(file, "application/json; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"comments-{Frame.Now:yyyy-MM-dd}.json"));
    }

    public async Task<IActionResult> OnPostWithdrawAsync(int id, [FromServices] CommentMending mending, CancellationToken cancel) =>
        mailbox.Of(Request) is { } email && await yours.IsOfAsync(email, id, cancel) && await mending.WithdrawLateAsync(id, cancel) ? Redirect($"{Here}?said=withdrawn") : Redirect(Here);

    /// <summary>On a computer that others use too.</summary>
    public IActionResult OnPostLeave()
    {
        mailbox.Forget(HttpContext);
        return Redirect($"{Here}?said=left");
    }

    // The link is left at once: the address that carries it shall stand in no history, and go to nobody as a referrer.
    private RedirectResult Open(string proof) => Redirect(mailbox.Let(HttpContext, proof) ? Here : $"{Here}?said=stale");

    private async Task ShowAsync(int before, CancellationToken cancel)
    {
        Frame.IsInEveryEdition(Address.Yours);
        if (mailbox.Of(Request) is not { } email)
        {
            return;
        }
        Traces = await yours.TracesAsync(email, cancel);
        Followed = await yours.FollowedAsync(Traces, cancel);
        var older = Traces.Comments.Where(id => id < before).ToList();
        Comments = await yours.ReadAsync([.. older.Take(YourComments.PageSize)], cancel);
        Older = older.Count > YourComments.PageSize ? older[YourComments.PageSize - 1] : null;
    }
}
