using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Newsroom;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Admin.Tags;

public sealed record TagRow(int Id, string Name, string Key, int Stories, IReadOnlyList<string> Aliases);

public sealed class ListModel(PageFrame frame, Words words, NewsDb db, TagDesk desk) : DeskPage(frame, words)
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "edition")]
    public string Edition { get; set; } = Languages.Main;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "unused")]
    public bool OnlyUnused { get; set; }

    /// <summary>The key after which the page begins.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public IReadOnlyList<TagRow> Rows { get; private set; } = [];
    public bool HasMore { get; private set; }
    public int All { get; private set; }
    public int Unused { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Languages.All.Contains(Edition))
        {
            return NotFound();
        }
        var tags = db.Tags.Where(tag => tag.Language == Edition);
        (All, Unused) = (await tags.CountAsync(cancel), await tags.Unused(db).CountAsync(cancel));
        var (key, after) = (Slug.KeyOf(Search ?? ""), After ?? "");
        var shown = OnlyUnused ? tags.Unused(db) : tags;
        shown = key.Length == 0 ? shown : shown.Where(tag => tag.Key.Contains(key) || db.TagAliases.Any(alias => alias.TagId == tag.Id && alias.Key.Contains(key)));
        shown = after.Length == 0 ? shown : shown.Beyond(after);
        var rows = await shown.OrderBy(tag => tag.Key).Take(PageSize + 1).Select(tag => new TagRow(tag.Id, tag.Name, tag.Key,
            db.Set<ArticleTag>().Count(use => use.TagId == tag.Id),
            db.TagAliases.Where(alias => alias.TagId == tag.Id).OrderBy(alias => alias.Id).Select(alias => alias.Name).ToList())).ToListAsync(cancel);
        (Rows, HasMore) = ([.. rows.Take(PageSize)], rows.Count > PageSize);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveUnusedAsync(CancellationToken cancel)
    {
        if (!Languages.All.Contains(Edition))
        {
            return NotFound();
        }
        Say(Words.Count("Tag.RemovedUnused", await desk.RemoveUnusedAsync(Edition, Member, cancel)));
        return RedirectToPage(new { edition = Edition });
    }

    /// <summary>This list with one of its choices made otherwise; always from its beginning.</summary>
    public string With(string name, string? value)
    {
        var choices = new Dictionary<string, string?>
        {
            ["edition"] = Edition == Languages.Main ? null : Edition,
            ["q"] = Search,
            ["unused"] = OnlyUnused ? "true" : null,
            [name] = value,
        };
        return "/admin/tags" + QueryString.Create(choices.Where(one => !string.IsNullOrEmpty(one.Value)));
    }
}
