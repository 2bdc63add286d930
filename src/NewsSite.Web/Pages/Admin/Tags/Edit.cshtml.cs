using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Newsroom;

namespace NewsSite.Web.Pages.Admin.Tags;

using Outcome = DeskOutcome<TagRefusal>;

public sealed record AliasRow(int Id, string Name);

public sealed class EditModel(PageFrame frame, Words words, NewsDb db, TagDesk desk) : DeskPage(frame, words)
{
    public sealed class InputModel
    {
        public string Name { get; set; } = "";
        public string Into { get; set; } = "";
        public string Alias { get; set; } = "";
    }

    [BindProperty(SupportsGet = true, Name = "id")]
    public int Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>As it is kept.</summary>
    public Tag Tag { get; private set; } = null!;

    public IReadOnlyList<AliasRow> Aliases { get; private set; } = [];
    public int Stories { get; private set; }

    protected override async Task<IActionResult?> BeforeAsync(CancellationToken cancel)
    {
        if (await base.BeforeAsync(cancel) is { } elsewhere)
        {
            return elsewhere;
        }
        if (await db.Tags.AsNoTracking().FirstOrDefaultAsync(one => one.Id == Id, cancel) is not { } tag)
        {
            return NotFound();
        }
        Tag = tag;
        Aliases = await db.TagAliases.Where(alias => alias.TagId == Id).OrderBy(alias => alias.Id).Select(alias => new AliasRow(alias.Id, alias.Name)).ToListAsync(cancel);
        Stories = await db.Set<ArticleTag>().CountAsync(use => use.TagId == Id, cancel);
        if (Request.Query["handler"] != "Rename")
        {
            Input.Name = tag.Name;
        }
        return null;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostRenameAsync(CancellationToken cancel)
    {
        Require(Input.Name, nameof(Input.Name), Tag.MaxName);
        return ModelState.IsValid ? After(await desk.RenameAsync(Id, Input.Name, Member, cancel), nameof(Input.Name), Words["Tag.Renamed"]) : AskAgain();
    }

    public async Task<IActionResult> OnPostMergeAsync(CancellationToken cancel)
    {
        Require(Input.Into, nameof(Input.Into), Tag.MaxName);
        return ModelState.IsValid ? After(await desk.MergeAsync(Id, Input.Into, Member, cancel), nameof(Input.Into), Words.With("Tag.Merged", Tag.Name), toList: true) : AskAgain();
    }

    public async Task<IActionResult> OnPostAliasAsync(CancellationToken cancel)
    {
        Require(Input.Alias, nameof(Input.Alias), Tag.MaxName);
        return ModelState.IsValid ? After(await desk.AliasAsync(Id, Input.Alias, Member, cancel), nameof(Input.Alias), Words["Tag.Aliased"]) : AskAgain();
    }

    public async Task<IActionResult> OnPostRemoveAliasAsync(int alias, CancellationToken cancel) =>
        After(await desk.RemoveAliasAsync(Id, alias, Member, cancel), nameof(Input.Alias), Words["Tag.Unaliased"]);

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel) =>
        After(await desk.RemoveAsync(Id, Member, cancel), nameof(Input.Name), Words.Count("Tag.RemovedUnused", 1), toList: true);

    private IActionResult After(Outcome outcome, string field, string done, bool toList = false)
    {
        switch (outcome)
        {
            case Outcome.Done:
                Say(done);
                return toList ? RedirectToPage("List", new { edition = Tag.Language }) : RedirectToPage();
            case Outcome.Refused { Why: TagRefusal.InUse }:
                return RefuseAll(Words["Tag.Refused.InUse"]);
            case Outcome.Refused refused:
                Refuse(field, Words.With($"Tag.Refused.{refused.Why}", refused.About));
                return AskAgain();
            default:
                return NotFound();
        }
    }
}
