using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Admin.Authors;

public sealed record AuthorRow(int Id, string Name, string Key, string Role, string Slug, int Stories);

public sealed class ListModel(PageFrame frame, Words words, NewsDb db) : DeskPage(frame, words)
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    /// <summary>The key after which the page begins.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public IReadOnlyList<AuthorRow> Rows { get; private set; } = [];
    public bool HasMore { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (key, after) = (Slug.KeyOf(Search ?? ""), After ?? "");
        var shown = key.Length == 0 ? db.Authors : db.Authors.Where(author => author.Key.Contains(key));
        // Compared by the store, as it sorts.
#pragma warning disable CA1309
        shown = after.Length == 0 ? shown : shown.Where(author => author.Key.CompareTo(after) > 0);
#pragma warning restore CA1309
        var rows = await shown.OrderBy(author => author.Key).Take(PageSize + 1).Select(author => new AuthorRow(author.Id, author.Name, author.Key, author.Role, author.Slug,
            db.Set<Byline>().Where(byline => byline.AuthorId == author.Id).Select(byline => byline.ArticleId).Distinct().Count())).ToListAsync(cancel);
        (Rows, HasMore) = ([.. rows.Take(PageSize)], rows.Count > PageSize);
    }

    public string From(string? after) => "/admin/authors" + QueryString.Create(
        new Dictionary<string, string?> { ["q"] = Search, ["after"] = after }.Where(one => !string.IsNullOrEmpty(one.Value)));
}
