using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;

namespace NewsSite.Web.Pages.Admin.Comments;

/// <summary>The moderators' queue: a list, and beside it the comment that is looked at.</summary>
public sealed partial class QueueModel(PageFrame frame, Words words, QueueReading queue, ModeratorDesk desk, BatchDesk batch, HonourDesk honours) : DeskPage(frame, words)
{
    [BindProperty(SupportsGet = true, Name = "tab")]
    public QueueTab Tab { get; set; }

    [BindProperty(SupportsGet = true, Name = "rule")]
    public PostingRule? Rule { get; set; }

    [BindProperty(SupportsGet = true, Name = "article")]
    public int? ArticleId { get; set; }

    [BindProperty(SupportsGet = true, Name = "order")]
    public QueueOrder? Order { get; set; }

    /// <summary>A comment whose writer's others are looked at; <see cref="NetworkId"/>: whose network address's.</summary>
    [BindProperty(SupportsGet = true, Name = "writer")]
    public int? WriterId { get; set; }

    [BindProperty(SupportsGet = true, Name = "network")]
    public int? NetworkId { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    /// <summary>The comment that is looked at; null: the list's first.</summary>
    [BindProperty(SupportsGet = true, Name = "comment")]
    public int? CommentId { get; set; }

    /// <summary>The comment that was last decided about, and the line of the log that says so: what can be undone.</summary>
    [BindProperty(SupportsGet = true, Name = "done")]
    public int? DoneId { get; set; }

    [BindProperty(SupportsGet = true, Name = "entry")]
    public long? DoneEntry { get; set; }

    /// <summary>The moment of the last act on many, in milliseconds: what can be undone together.</summary>
    [BindProperty(SupportsGet = true, Name = "batch")]
    public long? Batch { get; set; }

    /// <summary>Whether a rule has still to be named.</summary>
    [BindProperty(SupportsGet = true, Name = "ask")]
    public bool AsksRule { get; set; }

    [BindProperty]
    public QueueInput Input { get; set; } = new();

    public QueueChoice Choice => new(Tab, Rule, ArticleId, Order) { Like = Like };

    /// <summary>null: those of all writers.</summary>
    public Likeness? Like => WriterId is { } writer ? new(writer, BanKind.Email) : NetworkId is { } network ? new(network, BanKind.Address) : null;

    public (int Count, long Seen) Alike { get; private set; }
    public IReadOnlyList<(int Id, string Headline)> Hot { get; private set; } = [];
    public QueueCounts Counts { get; private set; } = new(0, 0, 0, 0);
    public IReadOnlyList<QueueItem> Items { get; private set; } = [];
    public QueuePlace? More { get; private set; }
    public QueueItem? Chosen { get; private set; }
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    /// <summary>Whether the comment that was asked for is not there any more.</summary>
    public bool IsGone => CommentId is not null && Chosen?.Id != CommentId;

    /// <summary>The line of the log that can be taken back; null: none.</summary>
    public HistoryLine? Undoable =>
        History.LastOrDefault(line => ModerationEntry.Deciding.Contains(line.Act)) is { } last
            && ModerationEntry.Decisions.Contains(last.Act) && (last.ById == Member.Id || last.At >= Frame.Now - ModeratorDesk.Undoable) ? last : null;

    /// <summary>Where the next one is looked at, on the next page too.</summary>
    public string? NextPath => Neighbour(1) is { } next ? Looking(next) : More is { } more ? With(("after", more)) + "#chosen" : null;

    public string? PreviousPath => Neighbour(-1) is { } previous ? Looking(previous) : null;

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    /// <summary>What waits by each tab, written as the page writes it: for its script.</summary>
    public async Task<IActionResult> OnGetWaitingAsync(CancellationToken cancel)
    {
        var counts = await queue.CountsAsync(cancel);
        return new JsonResult(Enum.GetValues<QueueTab>().Where(tab => counts.Of(tab) is not null).ToDictionary(tab => tab.ToString(), tab => Words.Number(counts.Of(tab)!.Value)));
    }

    /// <summary>This view with some of its choices made otherwise.</summary>
    public string With(params ReadOnlySpan<(string Name, object? Value)> more)
    {
        var choices = new Dictionary<string, object?>
        {
            ["tab"] = Tab == default ? null : Tab,
            ["rule"] = (int?)Rule,
            ["article"] = ArticleId,
            ["writer"] = WriterId,
            ["network"] = NetworkId,
            ["order"] = Order,
        };
        foreach (var (name, value) in more)
        {
            choices[name] = value;
        }
        return "/admin/comments" + QueryString.Create(choices.Select(one => KeyValuePair.Create(one.Key, Convert.ToString(one.Value, CultureInfo.InvariantCulture))).Where(one => !string.IsNullOrEmpty(one.Value)));
    }

    public string Looking(QueueItem item) => With(("after", After), ("comment", item.Id)) + "#chosen";

    /// <summary>Where a form of this page is sent.</summary>
    public string Acting(string handler) => With(("after", After), ("handler", handler));

    private async Task LoadAsync(CancellationToken cancel)
    {
        Counts = await queue.CountsAsync(cancel);
        Hot = await queue.HotAsync(cancel);
        Alike = Like is { } like ? await queue.AlikeAsync(like, cancel) : default;
        (Items, More) = await queue.ReadAsync(Choice, QueuePlace.Parse(After), cancel);
        Chosen = CommentId is { } id ? Items.FirstOrDefault(item => item.Id == id) ?? await queue.FindAsync(id, cancel) : null;
        Chosen ??= Items.Count > 0 ? Items[0] : null;
        Honours = Chosen is { State: CommentState.Posted } ? await queue.HonoursAsync(Chosen.Id, cancel) : [];
        History = Chosen is null ? [] : await queue.HistoryAsync(Chosen.Id, cancel);
    }

    private QueueItem? Neighbour(int step)
    {
        var at = Items.TakeWhile(item => item.Id != Chosen?.Id).Count();
        return at < Items.Count ? Items.ElementAtOrDefault(at + step) : step > 0 ? Items.ElementAtOrDefault(0) : null;
    }
}
