using Microsoft.AspNetCore.Mvc;
using NewsSite.Comments;

namespace NewsSite.Web.Pages.Admin.Comments;

// What its buttons do. After each the moderator stands before the next comment.
public sealed partial class QueueModel
{
    // The year 9999, as dates can say.
    private const long MaxMoment = 253_402_300_799_999;

    /// <summary>The address that was asked for, in this answer only.</summary>
    public string? Email { get; private set; }

    public async Task<IActionResult> OnPostApproveAsync(CancellationToken cancel)
    {
        var outcome = await desk.ApproveAsync(Input.Comment, Input.Seen, Input.Answer, Member, cancel);
        return await AnswerAsync(outcome, outcome is ModerationOutcome.Done { Entry.Keeps: true } ? "Moderate.Done.Kept" : "Moderate.Done.Approved", cancel);
    }

    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken cancel) =>
        await AnswerAsync(await desk.DeclineAsync(Input.Comment, Input.Seen, Input.Answer, Member, cancel), "Moderate.Done.Declined", cancel);

    public async Task<IActionResult> OnPostRejectAsync(CancellationToken cancel) => Input.Rule is { } rule
        ? await AnswerAsync(await desk.RejectAsync(Input.Comment, Input.Seen, rule, Input.Why, Input.Answer, Member, cancel), "Moderate.Done.Rejected", cancel)
        : Redirect(With(("after", After), ("comment", Input.Comment), ("ask", "true")) + "#chosen");

    public async Task<IActionResult> OnPostBanAsync(CancellationToken cancel)
    {
        if (!Input.Email && !Input.Address)
        {
            Refuse(nameof(Input.Email), Words["Moderate.BanWhom"]);
        }
        if (Input.Rule is null)
        {
            Refuse(nameof(Input.Rule), Words["Moderate.ChooseRule"]);
        }
        Limit(Input.Why, nameof(Input.Why), Ban.MaxWhy);
        if (!ModelState.IsValid)
        {
            return await ShowAgainAsync(cancel);
        }
        // Without a word of its own nobody would know it again in the list of bans.
        var why = !string.IsNullOrWhiteSpace(Input.Why) ? Input.Why : Words.With("Bans.WhyOf", Words[$"Rule.{(int)Input.Rule!}.Name"]);
        var order = new BanOrder(Input.Rule!.Value, Input.Email, Input.Address, EndOf(Input.For), why) { Answer = Input.Answer };
        return await AnswerAsync(await desk.BanAsync(Input.Comment, Input.Seen, order, Member, cancel), "Moderate.Done.Banned", cancel);
    }

    public async Task<IActionResult> OnPostUndoAsync(CancellationToken cancel)
    {
        var outcome = await desk.UndoAsync(Input.Comment, Input.Seen, Member, cancel);
        Say(outcome is ModerationOutcome.Done ? Words["Moderate.Done.Undone"] : Told(outcome));
        return Redirect(With(("after", After), ("comment", Input.Comment)) + "#chosen");
    }

    public async Task<IActionResult> OnPostHideAllAsync(CancellationToken cancel) =>
        Like is not { } like ? NotFound()
        : Input.Rule is { } rule ? AnswerAll(await batch.HideAsync(like, Input.Seen, rule, Input.Why, Member, cancel))
        : await RefuseAllOfThemAsync(cancel);

    public async Task<IActionResult> OnPostApproveAllAsync(CancellationToken cancel) =>
        Like is { } like ? AnswerAll(await batch.ApproveAsync(like, Input.Seen, Member, cancel)) : NotFound();

    public async Task<IActionResult> OnPostUndoAllAsync(CancellationToken cancel)
    {
        if (Batch is not (> 0 and < MaxMoment))
        {
            return NotFound();
        }
        var undone = await batch.UndoAsync(DateTimeOffset.FromUnixTimeMilliseconds(Batch.Value), Member, cancel);
        Say(Words.Count("Moderate.All.Undone", undone.Count));
        return Redirect(With());
    }

    private RedirectResult AnswerAll(BatchAct? act)
    {
        Say(act is null ? Words["Moderate.All.Changed"] : Words.Count("Moderate.All.Done", act.Count));
        return Redirect(With(("batch", act is { Count: > 0 } ? act.At.ToUnixTimeMilliseconds() : null)));
    }

    private async Task<IActionResult> RefuseAllOfThemAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return RefuseAll(Words["Moderate.ChooseRule"]);
    }

    public async Task<IActionResult> OnPostRevealAsync(CancellationToken cancel)
    {
        var outcome = await desk.RevealAsync(Input.Comment, Member, cancel);
        CommentId = Input.Comment;
        await LoadAsync(cancel);
        Email = outcome is ModerationOutcome.Revealed revealed ? revealed.Email : null;
        return outcome is ModerationOutcome.Revealed ? Page() : RefuseAll(Told(outcome));
    }

    private async Task<IActionResult> AnswerAsync(ModerationOutcome outcome, string done, CancellationToken cancel)
    {
        if (outcome is ModerationOutcome.NoAddress or ModerationOutcome.NamesTheAddress)
        {
            Refuse(outcome is ModerationOutcome.NoAddress ? nameof(Input.Email) : nameof(Input.Why), Told(outcome));
            return await ShowAgainAsync(cancel);
        }
        if (outcome is not ModerationOutcome.Done { Entry: var entry })
        {
            Say(Told(outcome));
            return Redirect(With(("after", After), ("comment", Input.Comment)) + "#chosen");
        }
        var next = await queue.NextAsync(Choice, new(entry.Comment.At, entry.Comment.Id), cancel);
        var sentence = Words[done];
        Say(next is null ? $"{sentence} {Words[Choice.Tab is QueueTab.Held ? "Queue.NoneWaits" : "Queue.NoneLeft"]}"
            : Choice.Waits ? $"{sentence} {Words.With("Queue.NextOf", Words.Number(next.Number)).Replace("{1}", Words.Number(next.Of), StringComparison.Ordinal)}"
            : sentence);
        return Redirect(With(("after", next is { Wraps: false } ? After : null), ("comment", next?.Id), ("done", entry.MayBeUndone ? Input.Comment : null), ("entry", entry.MayBeUndone ? entry.Id : null)) + (next is null ? "" : "#chosen"));
    }

    private async Task<IActionResult> ShowAgainAsync(CancellationToken cancel)
    {
        CommentId = Input.Comment;
        await LoadAsync(cancel);
        return AskAgain();
    }

    private string Told(ModerationOutcome outcome) => outcome switch
    {
        ModerationOutcome.DecidedMeanwhile { Last: var last } => Words.With($"Moderate.First.{last.Act}", last.ByName),
        ModerationOutcome.NothingToUndo => Words["Moderate.NothingToUndo"],
        ModerationOutcome.NoAddress => Words["Moderate.NoAddress"],
        ModerationOutcome.NamesTheAddress => Words["Bans.Why.Address"],
        _ => Words["Queue.Gone"],
    };

    private DateTimeOffset? EndOf(BanLength length) => length switch
    {
        BanLength.Day => Frame.Now.AddDays(1),
        BanLength.Week => Frame.Now.AddDays(7),
        BanLength.Month => Frame.Now.AddMonths(1),
        _ => null,
    };
}
