using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Data;

namespace NewsSite.Web.Pages.Admin.Comments;

public enum TermsShown { All, Ours, Off }

public sealed class TermsModel(PageFrame frame, Words words, NewsDb db) : DeskPage(frame, words)
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string Search { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "rule")]
    public PostingRule? Rule { get; set; }

    [BindProperty(SupportsGet = true, Name = "region")]
    public string Region { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "show")]
    public TermsShown Shown { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<ShelfTerm> Rows { get; private set; } = [];
    public int Count { get; private set; }
    public IReadOnlyList<string> Regions { get; private set; } = [];
    public bool HasMore => Number * PageSize < Count;

    public IEnumerable<SelectListItem> Rules => Enum.GetValues<PostingRule>().Select(rule => new SelectListItem(Words[$"Rule.{(int)rule}.Name"], rule.ToString(), rule == Rule));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var shelf = await TermShelf.ReadAsync(db, cancel);
        var terms = shelf.Terms.ToList();
        Regions = [.. terms.Select(term => term.Now.Region).Where(region => region.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        var found = terms.Where(Fits).ToList();
        (Count, Number) = (found.Count, Math.Clamp(Number, 1, 1 + (Math.Max(found.Count, 1) - 1) / PageSize));
        Rows = [.. found.Skip((Number - 1) * PageSize).Take(PageSize)];
    }

    public string With(int page, TermsShown? show = null) => "/admin/comments/terms" + QueryString.Create(new Dictionary<string, string?>
    {
        ["q"] = Search,
        ["rule"] = Rule?.ToString(),
        ["region"] = Region,
        ["show"] = (show ?? Shown) == default ? null : (show ?? Shown).ToString(),
        ["p"] = page == 1 ? null : page.ToString(CultureInfo.InvariantCulture),
    }.Where(one => !string.IsNullOrEmpty(one.Value)));

    public static string AddressOf(ShelfTerm term, bool? on = null) => "/admin/comments/term" + QueryString.Create("key", term.Key) + (on is { } wanted ? $"&on={(wanted ? "true" : "false")}" : "");

    private bool Fits(ShelfTerm term) =>
        (Shown switch { TermsShown.Ours => term.Change is not null, TermsShown.Off => !term.Now.IsOn, _ => true })
        && (Rule is null || term.Now.Rule == Rule)
        && (Region.Length == 0 || term.Now.Region == Region)
        && term.Key.Contains(TermChange.KeyOf(Search), StringComparison.Ordinal);
}
