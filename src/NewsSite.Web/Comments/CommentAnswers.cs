using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Comments;

namespace NewsSite.Web.Comments;

/// <summary>What a page answers to each outcome: on to the comment, or the form again with a sentence.</summary>
public sealed class CommentAnswers(Words words, MyComments mine)
{
    /// <returns>null where the form is to be shown again.</returns>
    public IActionResult? To(CommentOutcome outcome, PageModel page, int article, string story)
    {
        var id = outcome switch { CommentOutcome.Posted posted => posted.Id, CommentOutcome.Held held => held.Id, _ => 0 };
        if (id > 0)
        {
            mine.Add(page.HttpContext, article, id);
            page.Response.StatusCode = StatusCodes.Status303SeeOther;
            page.Response.Headers.Location = string.Create(CultureInfo.InvariantCulture, $"{story}#comment-{id}");
            return new EmptyResult();
        }
        return outcome is CommentOutcome.NotThere ? page.NotFound() : null;
    }

    /// <summary>The form with the sentence, at the field where there is one.</summary>
    public CommentForm Explained(CommentOutcome outcome, PageModel page, CommentForm form)
    {
        page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        switch (outcome)
        {
            case CommentOutcome.Refused refused:
                page.ModelState.AddModelError("Input.Body", words.With("Comment.Seems", words[$"Rule.{(int)refused.Rule}.Name"]));
                // So that its writer may object.
                mine.Add(page.HttpContext, form.Article, refused.Id);
                return form with { Broken = refused.Rule, Appealable = refused.IsKept ? refused.Id : null };
            case CommentOutcome.Unfit unfit:
                foreach (var (field, fault) in unfit.Faults)
                {
                    form.Input.ParentId = fault == CommentFault.ParentGone ? null : form.Input.ParentId;
                    page.ModelState.AddModelError(field == nameof(CommentDraft.ParentId) ? "Input.Body" : $"Input.{field}", Sentence(field, fault));
                }
                return form;
            case CommentOutcome.TooFast fast:
                page.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                var seconds = (int)Math.Ceiling(fast.RetryAfter.TotalSeconds);
                page.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                return form with { Refusal = fast.IsSlowMode ? words.With("Comment.Slow", words.Span(fast.RetryAfter)) : words.Count("Comment.TooFast", seconds) };
            case CommentOutcome.EditedOften:
                return form with { Refusal = words["Comment.EditedOften"] };
            case CommentOutcome.Banned banned:
                page.Response.StatusCode = StatusCodes.Status403Forbidden;
                return form with { Refusal = banned.Until is { } until ? words.With("Comment.BannedUntil", words.DateAndTime(until)) : words["Comment.Banned"] };
            default:
                return form;
        }
    }

    private string Sentence(string field, CommentFault fault) => fault switch
    {
        CommentFault.Missing => words["Comment.Fault.Missing"],
        CommentFault.TooLong => words.Count("Comment.Fault.TooLong", field == nameof(CommentDraft.Name) ? Comment.MaxName : Comment.MaxBody),
        _ => words[$"Comment.Fault.{fault}"],
    };
}
