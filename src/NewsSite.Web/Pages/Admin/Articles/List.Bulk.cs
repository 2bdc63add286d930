using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Newsroom.Bulk;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Admin.Articles;

/// <summary>Acts on many stories: tried, done, undone.</summary>
public sealed partial class ListModel
{
    /// <summary>The act that this page tells of.</summary>
    [BindProperty(SupportsGet = true, Name = "done")]
    public int? Done { get; set; }

    public BulkAct? DoneAct { get; private set; }

    /// <summary>Headlines of those that undoing left alone.</summary>
    public IReadOnlyList<string> LeftAlone { get; private set; } = [];

    /// <summary>What would become of the stories chosen; null: nothing is being tried.</summary>
    public IReadOnlyList<BulkLine>? Tried { get; private set; }

    /// <summary>Where to, which tag, or why.</summary>
    public string? About => Input.Act switch
    {
        nameof(BulkKind.Move) => Frame.Outline.Sections.FirstOrDefault(one => one.Id == Input.SectionId)?.Name,
        nameof(BulkKind.Withdraw) => Input.Reason,
        _ => Input.Tag,
    };

    public int Fit => Tried?.Count(line => line.Verdict == BulkVerdict.Fits) ?? 0;

    public IEnumerable<SelectListItem> Acts => Enum.GetNames<BulkKind>().Select(kind => new SelectListItem(Words[$"Bulk.{kind}"], kind)).Prepend(new("—", ""));

    public IEnumerable<SelectListItem> SectionChoices => Frame.Outline.Sections
        .Select(one => new SelectListItem(one.Language == Frame.Language ? one.Name : $"{one.Name} ({one.Language})", one.Id.ToString(CultureInfo.InvariantCulture))).Prepend(new("—", ""));

    public async Task<IActionResult> OnPostTryAsync(CancellationToken cancel)
    {
        if (!Member.MayPublish)
        {
            return NotFound();
        }
        if (Understand() is not { } order)
        {
            return await AskAgainAsync(cancel);
        }
        Tried = await bulk.TryAsync(order, Input.Stories, Member, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostDoAsync(CancellationToken cancel)
    {
        if (!Member.MayPublish)
        {
            return NotFound();
        }
        if (Understand() is not { } order)
        {
            return await AskAgainAsync(cancel);
        }
        var outcome = await bulk.DoAsync(order, Input.Stories, Member, letters.Withdrawn(Input.Reason, Member), cancel);
        if (outcome.Act is not { } act)
        {
            Tried = outcome.Lines;
            return RefuseAll(Words["Bulk.Nothing"]);
        }
        return Redirect(With("done", act.ToString(CultureInfo.InvariantCulture)));
    }

    public async Task<IActionResult> OnPostUndoAsync(CancellationToken cancel)
    {
        if (!Member.MayPublish)
        {
            return NotFound();
        }
        if (await bulk.UndoAsync(Done ?? 0, Member, letters.Published("", Member), cancel) is not { } act)
        {
            Say(Words["Bulk.Undo.TooLate"]);
            return Redirect(With("done", null));
        }
        return Redirect(With("done", act.Id.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>What the act came to, and after it was undone, what that came to.</summary>
    public string Told(BulkAct act) => act.UndoneAt is null
        ? Words.Count($"Bulk.Done.{act.Kind}", act.Stories.Count).Replace("{0}", act.About, StringComparison.Ordinal)
        : Words.Count("Bulk.Undone", act.Stories.Count(one => !one.WasChangedSince));

    public string Told(BulkLine line) => line.Verdict == BulkVerdict.Fits ? Words[$"Bulk.Would.{Input.Act}"] : Words[$"Bulk.Not.{line.Verdict}"];

    private async Task LoadDoneAsync(CancellationToken cancel)
    {
        var (id, me) = (Done, Member.Id);
        DoneAct = id is null ? null : await db.BulkActs.AsNoTracking().FirstOrDefaultAsync(act => act.Id == id && act.ById == me, cancel);
        var left = DoneAct?.Stories.Where(one => one.WasChangedSince).Select(one => one.Story).ToList() ?? [];
        LeftAlone = left.Count == 0 ? [] : await db.Articles.Where(a => left.Contains(a.Id)).OrderBy(a => a.Id).Select(a => a.Headline).ToListAsync(cancel);
    }

    private async Task<IActionResult> AskAgainAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return Input.Stories.Count switch
        {
            0 => RefuseAll(Words["Bulk.None"]),
            > BulkDesk.Most => RefuseAll(Words.Count("Bulk.TooMany", BulkDesk.Most)),
            _ => AskAgain(),
        };
    }

    /// <returns>null: something is missing; a sentence says what.</returns>
    private BulkOrder? Understand()
    {
        var order = Enum.TryParse<BulkKind>(Input.Act, out var kind) && Enum.IsDefined(kind) ? OrderOf(kind) : null;
        if (order is null)
        {
            Refuse(nameof(Input.Act), Words["Field.Required"]);
        }
        return ModelState.IsValid && Input.Stories.Count is > 0 and <= BulkDesk.Most ? order : null;
    }

    private BulkOrder OrderOf(BulkKind kind)
    {
        Input.Act = kind.ToString();
        switch (kind)
        {
            case BulkKind.Move:
                if (!Frame.Outline.Sections.Any(one => one.Id == Input.SectionId))
                {
                    Refuse(nameof(Input.SectionId), Words["Field.Required"]);
                }
                return new BulkOrder.Move(Input.SectionId ?? 0);
            case BulkKind.Withdraw:
                Require(Input.Reason, nameof(Input.Reason), Article.MaxReason);
                return new BulkOrder.Withdraw(Input.Reason);
            default:
                if (Slug.KeyOf(Input.Tag).Length == 0 || CleanText.Line(Input.Tag).Length > Tag.MaxName)
                {
                    Refuse(nameof(Input.Tag), Words["Story.Tags.Wrong"]);
                }
                return kind == BulkKind.AddTag ? new BulkOrder.AddTag(Input.Tag) : new BulkOrder.RemoveTag(Input.Tag);
        }
    }
}
