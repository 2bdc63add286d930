using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Newsroom;
using NewsSite.Newsroom.Bulk;

namespace NewsSite.Web.Pages.Admin.Articles;

public sealed record AuthorChoice(int Id, string Name);

public sealed partial class ListModel(PageFrame frame, Words words, NewsDb db, BulkDesk bulk, ViewShelf shelf, StoryLetters letters) : DeskPage(frame, words)
{
    [BindProperty(SupportsGet = true, Name = "view")]
    public StoryView View { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string Search { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "section")]
    public int? SectionId { get; set; }

    [BindProperty(SupportsGet = true, Name = "author")]
    public int? AuthorId { get; set; }

    [BindProperty(SupportsGet = true, Name = "sort")]
    public StorySort Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "before")]
    public string? Before { get; set; }

    [BindProperty]
    public ListInput Input { get; set; } = new();

    public IReadOnlyList<StoryRow> Rows { get; private set; } = [];
    public string? Older { get; private set; }
    public IReadOnlyDictionary<StoryView, int> Counts { get; private set; } = new Dictionary<StoryView, int>();
    public IReadOnlyList<AuthorChoice> Authors { get; private set; } = [];
    private StoryChoice Choice => new(View, Search, SectionId, AuthorId, Sort);

    public async Task OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel);

    /// <summary>This list with one of its choices made otherwise; always from its beginning.</summary>
    public string With(string name, string? value) => "/admin/articles" + Choice.Query((name, value));

    /// <summary>Where a form on this page of the list is sent.</summary>
    public string Acting(string handler) => "/admin/articles" + Choice.Query(("before", Before), ("handler", handler));

    /// <summary>How the list is sorted, for the head of that column.</summary>
    public string? SortedBy(StorySort sort) => sort != Sort ? null : sort == StorySort.Headline ? "ascending" : "descending";

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

    private async Task LoadAsync(CancellationToken cancel)
    {
        var list = new StoryRows(db, Member, Frame.Now);
        Counts = await list.CountsAsync(cancel);
        Authors = await db.Authors.OrderBy(author => author.Name).Select(author => new AuthorChoice(author.Id, author.Name)).ToListAsync(cancel);
        (Rows, Older) = await list.ReadAsync(Choice, Before, cancel);
        Saved = await shelf.OfAsync(Member, cancel);
        await LoadDoneAsync(cancel);
    }
}
