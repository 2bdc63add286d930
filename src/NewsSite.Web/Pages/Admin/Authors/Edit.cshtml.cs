using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Newsroom;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Admin.Authors;

using Outcome = DeskOutcome<AuthorRefusal>;

public sealed class EditModel(PageFrame frame, Words words, NewsDb db, AuthorDesk desk) : DeskPage(frame, words)
{
    public sealed class InputModel
    {
        public string Name { get; set; } = "";
        public string Role { get; set; } = "";
        public string Life { get; set; } = "";
        public int? Portrait { get; set; }
        public string NameEn { get; set; } = "";
        public string RoleEn { get; set; } = "";
        public string NameFr { get; set; } = "";
        public string RoleFr { get; set; } = "";
        public string Seen { get; set; } = "";
    }

    [BindProperty(SupportsGet = true, Name = "id")]
    public int? Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>As it is kept; null: a new one.</summary>
    public Author? Author { get; private set; }

    public bool IsUnused { get; private set; }

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
        Author = await db.Authors.AsNoTracking().Include(one => one.Portrait).FirstOrDefaultAsync(one => one.Id == id, cancel);
        IsUnused = !await db.Set<Byline>().AnyAsync(byline => byline.AuthorId == id, cancel);
        return Author is null ? NotFound() : null;
    }

    public void OnGet() => Fill();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Require(Input.Name, nameof(Input.Name), Author.MaxName);
        Limit(Input.Role, nameof(Input.Role), Author.MaxRole);
        Limit(Input.Life, nameof(Input.Life), Author.MaxLife);
        foreach (var (written, field) in new[] { (Input.NameEn, nameof(Input.NameEn)), (Input.RoleEn, nameof(Input.RoleEn)), (Input.NameFr, nameof(Input.NameFr)), (Input.RoleFr, nameof(Input.RoleFr)) })
        {
            Limit(written, field, Author.MaxName);
        }
        if (!ModelState.IsValid)
        {
            return AskAgain();
        }
        var plan = new AuthorPlan(Input.Name, Input.Role, Input.Life, Input.Portrait, Elsewhere());
        return After(Id is { } id ? await desk.ChangeAsync(id, Input.Seen, plan, Member, cancel) : await desk.AddAsync(plan, Member, cancel), "Desk.Saved");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        Fill();
        return Id is { } id ? After(await desk.RemoveAsync(id, Member, cancel), "Author.Removed") : NotFound();
    }

    private IActionResult After(Outcome outcome, string done)
    {
        switch (outcome)
        {
            case Outcome.Done:
                Say(Words[done]);
                return RedirectToPage("List");
            case Outcome.Refused { Why: AuthorRefusal.InUse }:
                return RefuseAll(Words["Author.Refused.InUse"]);
            case Outcome.Refused { Why: AuthorRefusal.Changed }:
                // Now they have seen it: the next press is meant.
                Input.Seen = AuthorPlan.Of(Author!).Fingerprint;
                return RefuseAll(Words["Desk.Changed"]);
            case Outcome.Refused refused:
                Refuse(refused.Why == AuthorRefusal.NoPicture ? nameof(Input.Portrait) : nameof(Input.Name), Words.With($"Author.Refused.{refused.Why}", refused.About));
                return AskAgain();
            default:
                return NotFound();
        }
    }

    // An edition without a name of its own takes the main one, and no role.
    private Dictionary<string, AuthorWords> Elsewhere() => new[] { ("en", Input.NameEn, Input.RoleEn), ("fr", Input.NameFr, Input.RoleFr) }
        .Where(one => one.Item2.Trim().Length + one.Item3.Trim().Length > 0)
        .ToDictionary(one => one.Item1, one => new AuthorWords(CleanText.Line(one.Item2.Trim().Length > 0 ? one.Item2 : Input.Name), CleanText.Line(one.Item3)));

    private void Fill()
    {
        if (Author is not { } author)
        {
            return;
        }
        var (english, french) = (author.Elsewhere.GetValueOrDefault("en"), author.Elsewhere.GetValueOrDefault("fr"));
        Input = new()
        {
            Name = author.Name,
            Role = author.Role,
            Life = author.Life,
            Portrait = author.PortraitId,
            NameEn = english?.Name ?? "",
            RoleEn = english?.Role ?? "",
            NameFr = french?.Name ?? "",
            RoleFr = french?.Role ?? "",
            Seen = AuthorPlan.Of(author).Fingerprint,
        };
    }
}
