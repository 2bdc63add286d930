using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Newsroom;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Admin.Sections;

using Outcome = DeskOutcome<SectionRefusal>;

public sealed class EditModel(PageFrame frame, Words words, NewsDb db, SectionDesk desk) : DeskPage(frame, words)
{
    public sealed class InputModel
    {
        public string Language { get; set; } = "";
        public string Name { get; set; } = "";
        public string Slug { get; set; } = "";
        public string Description { get; set; } = "";
        public SectionKind Kind { get; set; }
        public int? Parent { get; set; }
        public string Seen { get; set; } = "";
    }

    [BindProperty(SupportsGet = true, Name = "id")]
    public int? Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>As it is kept; null: a new one.</summary>
    public Section? Section { get; private set; }

    public bool IsEmpty { get; private set; }

    public IEnumerable<SelectListItem> Editions => Languages.All.Select(language => new SelectListItem(Languages.NameOf(language), language));

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<SectionKind>().Select(kind => new SelectListItem(Words[$"SectionKind.{kind}"], kind.ToString()));

    public IEnumerable<SelectListItem> Parents => Frame.Outline.Sections
        .Where(one => one.ParentId is null && one.Id != Id && (Section is null || one.Language == Section.Language))
        .Select(one => new SelectListItem(one.Language == (Section?.Language ?? Languages.Main) ? one.Name : $"{one.Name} ({one.Language})", $"{one.Id}"))
        .Prepend(new SelectListItem(Words["Section.NoParent"], ""));

    protected override async Task<IActionResult?> BeforeAsync(CancellationToken cancel)
    {
        if (await base.BeforeAsync(cancel) is { } elsewhere)
        {
            return elsewhere;
        }
        if (Id is not { } id)
        {
            return null;
        }
        Section = await db.Sections.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancel);
        IsEmpty = Section is not null && !await db.Articles.AnyAsync(a => a.SectionId == id, cancel) && !await db.Sections.AnyAsync(one => one.ParentId == id, cancel);
        return Section is null ? NotFound() : null;
    }

    public void OnGet()
    {
        Fill();
        Input.Language = Languages.Main;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Require(Input.Name, nameof(Input.Name), Section.MaxName);
        Limit(Input.Slug, nameof(Input.Slug), Slug.MaxLength);
        Limit(Input.Description, nameof(Input.Description), Section.MaxDescription);
        if (Section is null && !Languages.All.Contains(Input.Language))
        {
            Refuse(nameof(Input.Language), Words["Field.Unreadable"]);
        }
        if (!ModelState.IsValid)
        {
            return AskAgain();
        }
        var plan = new SectionPlan(Input.Name, Input.Slug, Input.Description, Input.Kind, Input.Parent);
        return After(Section is { Id: var id } ? await desk.ChangeAsync(id, Input.Seen, plan, Member, cancel) : await desk.AddAsync(Input.Language, plan, Member, cancel), "Desk.Saved");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        Fill();
        return Section is null ? NotFound() : After(await desk.RemoveAsync(Section.Id, Member, cancel), "Section.Removed");
    }

    private IActionResult After(Outcome outcome, string done)
    {
        switch (outcome)
        {
            case Outcome.Done:
                Say(Words[done]);
                return RedirectToPage("List");
            case Outcome.Refused { Why: SectionRefusal.InUse }:
                return RefuseAll(Words["Section.Refused.InUse"]);
            case Outcome.Refused { Why: SectionRefusal.Changed }:
                // Now they have seen it: the next press is meant.
                Input.Seen = SectionPlan.Of(Section!).Fingerprint;
                return RefuseAll(Words["Desk.Changed"]);
            case Outcome.Refused refused:
                Refuse(refused.Why is SectionRefusal.Reserved or SectionRefusal.Taken ? nameof(Input.Slug) : nameof(Input.Parent), Words.With($"Section.Refused.{refused.Why}", refused.About));
                return AskAgain();
            default:
                return NotFound();
        }
    }

    private void Fill()
    {
        if (Section is not null)
        {
            (Input.Name, Input.Slug, Input.Description, Input.Kind, Input.Parent) = (Section.Name, Section.Slug, Section.Description, Section.Kind, Section.ParentId);
            Input.Seen = SectionPlan.Of(Section).Fingerprint;
        }
    }
}
