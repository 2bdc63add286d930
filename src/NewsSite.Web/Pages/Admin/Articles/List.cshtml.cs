using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Newsroom;

namespace NewsSite.Web.Pages.Admin.Articles;

public sealed record AuthorChoice(int Id, string Name);

public sealed class ListModel(PageFrame frame, Words words, NewsDb db) : DeskPage(frame, words)
{
    [BindProperty(SupportsGet = true, Name = "view")]
    public StoryView View { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string Search { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "section")]
    public int? SectionId { get; set; }

    [BindProperty(SupportsGet = true, Name = "author")]
    public int? AuthorId { get; set; }

    [BindProperty(SupportsGet = true, Name = "before")]
    public string? Before { get; set; }

    public IReadOnlyList<StoryRow> Rows { get; private set; } = [];
    public string? Older { get; private set; }
    public IReadOnlyDictionary<StoryView, int> Counts { get; private set; } = new Dictionary<StoryView, int>();
    public IReadOnlyList<AuthorChoice> Authors { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var list = new StoryRows(db, Member, Frame.Now);
        Counts = await list.CountsAsync(cancel);
        Authors = await db.Authors.OrderBy(author => author.Name).Select(author => new AuthorChoice(author.Id, author.Name)).ToListAsync(cancel);
        (Rows, Older) = await list.ReadAsync(View, Search ?? "", SectionId, AuthorId, Before, cancel);
    }

    /// <summary>This list with one of its choices made otherwise; always from its beginning.</summary>
    public string With(string name, string? value)
    {
        var choices = new Dictionary<string, string?>
        {
            ["view"] = View == default ? null : View.ToString(),
            ["q"] = Search,
            ["section"] = SectionId?.ToString(CultureInfo.InvariantCulture),
            ["author"] = AuthorId?.ToString(CultureInfo.InvariantCulture),
            [name] = value,
        };
        return "/admin/articles" + QueryString.Create(choices.Where(one => !string.IsNullOrEmpty(one.Value)));
    }

    /// <summary>What the desk should know of a story at a glance.</summary>
    public IEnumerable<string> NotesOn(StoryRow row)
    {
        if (row.EmbargoUntil is { } until && until > Frame.Now)
        {
            yield return Words.With("Story.Embargo.Until", Words.DateAndTime(until));
        }
        if (row.WithdrawnReason.Length > 0)
        {
            yield return Words.With("Story.Withdrawn.Because", row.WithdrawnReason);
        }
        if (row is { HasPicture: true, HasPictureText: false })
        {
            yield return Words.Fault(PublishFault.PictureWithoutText);
        }
    }
}
