using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Corrections;
using NewsSite.Log;
using NewsSite.Newsroom;

namespace NewsSite.Web.Pages.Admin.Articles;

/// <summary>The buttons that move a story on its way, or make something of it. Each saves what was typed first.</summary>
public sealed partial class EditModel
{
    public Task<IActionResult> OnPostHandInAsync(CancellationToken cancel) =>
        StepAsync((id, basedOn, mine) => way.HandInAsync(id, basedOn, mine, Member, cancel), "Story.HandIn.Done", cancel);

    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancel) =>
        StepAsync((id, basedOn, mine) => way.ApproveAsync(id, basedOn, mine, Member, cancel), "Story.Approve.Done", cancel);

    public Task<IActionResult> OnPostReturnAsync([FromServices] StoryLetters letters, CancellationToken cancel)
    {
        Require(Input.Reason, nameof(Input.Reason), LogEntry.MaxDetail);
        return StepAsync((id, basedOn, mine) => way.ReturnAsync(id, basedOn, mine, Input.Reason, Member, letters.Returned(Input.Reason, Member), cancel), "Story.Return.Done", cancel);
    }

    public Task<IActionResult> OnPostWithdrawAsync([FromServices] StoryLetters letters, CancellationToken cancel)
    {
        Require(Input.Reason, nameof(Input.Reason), Article.MaxReason);
        return StepAsync((id, _, _) => way.WithdrawAsync(id, Input.Reason, Member, letters.Withdrawn(Input.Reason, Member), cancel), "Story.Withdraw.Done", cancel);
    }

    public Task<IActionResult> OnPostPublishAsync([FromServices] StoryLetters letters, CancellationToken cancel)
    {
        var publication = new Publication
        {
            At = FromField(Input.PublishAt, nameof(Input.PublishAt)),
            EmbargoUntil = FromField(Input.EmbargoUntil, nameof(Input.EmbargoUntil)),
            Note = Enum.TryParse<CorrectionKind>(Input.Note, out var kind) ? (kind, Input.NoteText) : null,
        };
        if (publication.At < Frame.Now.AddMinutes(-1))
        {
            Refuse(nameof(Input.PublishAt), Words["Story.PublishAt.Past"]);
        }
        if (publication.Note is not null)
        {
            Require(Input.NoteText, nameof(Input.NoteText), Correction.MaxText);
        }
        return StepAsync((id, basedOn, mine) => way.PublishAsync(id, basedOn, mine, publication, Member, letters.Published(publication.Note?.Text ?? "", Member), cancel), "Story.Publish.Done", cancel);
    }

    public async Task<IActionResult> OnPostShareAsync(CancellationToken cancel)
    {
        if (Id is not { } id || !await db.Articles.EditedBy(Member).AnyAsync(a => a.Id == id, cancel))
        {
            return NotFound();
        }
        db.Add(new PreviewLink(id, Member, Frame.Now));
        db.Add(new LogEntry(Member, "story.shared", Input.Headline, Frame.Now, id));
        return await KeepAndReturnAsync("Share.Done", cancel);
    }

    public async Task<IActionResult> OnPostUnshareAsync(int link, CancellationToken cancel)
    {
        if (Id is not { } id || !await db.Articles.EditedBy(Member).AnyAsync(a => a.Id == id, cancel)
            || await db.Set<PreviewLink>().FirstOrDefaultAsync(one => one.Id == link && one.ArticleId == id, cancel) is not { } found)
        {
            return NotFound();
        }
        found.Revoke(Frame.Now);
        return await KeepAndReturnAsync("Share.Revoked", cancel);
    }

    // The button stands in the story's form: what was typed is saved along.
    private async Task<IActionResult> KeepAndReturnAsync(string said, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        if (await UnderstandAsync(cancel) is not { } mine)
        {
            return await AskAgainAsync(cancel);
        }
        var answer = await AnswerAsync(await SaveAsync(mine, RevisionKind.Saved, cancel), cancel);
        if (answer is RedirectResult)
        {
            Say(Words[said]);
        }
        return answer;
    }

    public async Task<IActionResult> OnPostDuplicateAsync(CancellationToken cancel)
    {
        if (Id is not { } id || await desk.OpenAsync(id, Member, cancel) is not { } open)
        {
            return NotFound();
        }
        var copy = await desk.StartAsync(open.Manuscript with { TranslationOf = null, Labels = [] }, Member, RevisionKind.Saved, cancel);
        Say(Words["Story.Duplicate.Done"]);
        return Redirect($"/admin/articles/{((SaveOutcome.Saved)copy).Article.Id.ToString(CultureInfo.InvariantCulture)}");
    }

    private async Task<IActionResult> StepAsync(Func<int, int, Manuscript, Task<WayOutcome>> step, string said, CancellationToken cancel)
    {
        if (await UnderstandAsync(cancel) is not { } mine)
        {
            return await AskAgainAsync(cancel);
        }
        if (Id is null)
        {
            var begun = (SaveOutcome.Saved)await desk.StartAsync(mine, Member, RevisionKind.Saved, cancel);
            (Id, BasedOn) = (begun.Article.Id, begun.Revision);
        }
        switch (await step(Id.Value, BasedOn, mine))
        {
            case WayOutcome.Done done:
                Say(done.Article.IsScheduledAt(done.At) ? Words.With("Story.Scheduled.Done", Words.DateAndTime(done.Article.PublishedAt!.Value)) : Words[said]);
                return Redirect(Here);
            case WayOutcome.Unfit unfit:
                BasedOn = unfit.Revision;
                Notices.AddRange(unfit.Faults.Select(fault => Words.Fault(fault)));
                return await AskAgainAsync(cancel);
            case WayOutcome.Conflict conflict:
                return await ShowConflictAsync(conflict.With, cancel);
            default:
                return NotFound();
        }
    }
}
