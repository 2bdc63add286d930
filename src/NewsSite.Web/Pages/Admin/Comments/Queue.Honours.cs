using Microsoft.AspNetCore.Mvc;
using NewsSite.Comments;

namespace NewsSite.Web.Pages.Admin.Comments;

public sealed class HonourInput
{
    public HonourKind Kind { get; set; }
    public string Why { get; set; } = "";
}

// Pinning and picking what is posted; the moderator stays before it.
public sealed partial class QueueModel
{
    [BindProperty]
    public HonourInput Honour { get; set; } = new();

    public IReadOnlyList<CommentHonour> Honours { get; private set; } = [];

    public IEnumerable<HonourKind> Grantable => Enum.GetValues<HonourKind>().Except(Honours.Select(one => one.Kind));

    public async Task<IActionResult> OnPostHonourAsync(CancellationToken cancel)
    {
        var outcome = Honour.Why.Length > ModerationEntry.MaxWhy ? HonourOutcome.NoReason : await honours.GiveAsync(Input.Comment, Honour.Kind, Honour.Why, Member, cancel);
        if (outcome != HonourOutcome.NoReason)
        {
            return Honoured(outcome, "Honour.Given");
        }
        ModelState.AddModelError("Honour.Why", Honour.Why.Length > 0 ? Words.Count("Field.TooLong", ModerationEntry.MaxWhy) : Words["Honour.NoReason"]);
        return await ShowAgainAsync(cancel);
    }

    public async Task<IActionResult> OnPostDishonourAsync(CancellationToken cancel) => Honoured(await honours.TakeAsync(Input.Comment, Honour.Kind, Member, cancel), "Honour.Taken");

    private RedirectResult Honoured(HonourOutcome outcome, string done)
    {
        Say(Words[outcome is HonourOutcome.Done or HonourOutcome.Already ? $"{done}.{Honour.Kind}" : $"Honour.{outcome}.{Honour.Kind}"]);
        return Redirect(With(("after", After), ("comment", Input.Comment)) + "#chosen");
    }
}
