using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Import;

/// <summary>What of a comment is kept in mind while all of them are put in order: never its words.</summary>
internal sealed class PlannedComment(int ordinal, string id, string? parentId, int story, DateTimeOffset at, bool fits)
{
    /// <summary>Its place in the export.</summary>
    public int Ordinal => ordinal;
    public string Id => id;
    public string? ParentId => parentId;
    public int Story => story;
    public DateTimeOffset At => at;
    public bool Fits { get; set; } = fits;
    public int Article { get; set; }

    /// <summary>What it hangs under: the nearest that comes along.</summary>
    public PlannedComment? Parent { get; set; }
    public bool IsPlaced { get; set; }
}

/// <summary>
/// The first reading of an export: what there is, which story each belongs to, and the order of writing: story by story, by time, and nothing before what it
/// answers. The order is also that of reading, for threads go by number.
/// </summary>
internal sealed class ImportPlan
{
    public required ImportReport Report { get; init; }
    public required IReadOnlyList<PlannedComment> InOrder { get; init; }

    public static async Task<ImportPlan> MakeAsync(NewsDb db, CommentExport export, StoryMap map, CancellationToken cancel)
    {
        var report = new ImportReport(export.Source);
        var (all, stories) = (new Dictionary<string, PlannedComment>(), new Dictionary<ImportedStory, int>());
        var ordinal = 0;
        foreach (var comment in export.Comments())
        {
            cancel.ThrowIfCancellationRequested();
            var story = stories.TryGetValue(comment.Story, out var known) ? known : stories[comment.Story] = stories.Count;
            var planned = new PlannedComment(ordinal++, comment.Id, comment.ParentId, story, comment.At ?? default, Count(report, comment));
            if (!all.TryAdd(comment.Id, planned) && planned.Fits)
            {
                report.Twice++;
            }
        }
        var found = await new StoryFinder(db, map).FindAsync(stories.Keys, cancel);
        var articles = stories.ToDictionary(story => story.Value, story => found.GetValueOrDefault(story.Key));
        var names = stories.ToDictionary(story => story.Value, story => story.Key.Name);
        report.Unmatched = [.. all.Values.Where(one => one.Fits && articles[one.Story] == 0).GroupBy(one => one.Story)
            .Select(same => new UnmatchedStory(names[same.Key], same.Count())).OrderByDescending(story => story.Comments).ThenBy(story => story.Name, StringComparer.Ordinal)];
        report.WithoutStory = report.Unmatched.Sum(story => story.Comments);
        foreach (var one in all.Values)
        {
            one.Article = articles[one.Story];
            one.Fits &= one.Article > 0;
        }
        List<PlannedComment> fit = [.. all.Values.Where(one => one.Fits)];
        report.Stories = fit.Select(one => one.Article).Distinct().Count();
        foreach (var one in fit)
        {
            one.Parent = NearestAbove(one, all);
            report.Orphans += one.ParentId is not null && one.Parent?.Id != one.ParentId ? 1 : 0;
        }
        return new() { Report = report, InOrder = Order(fit) };
    }

    /// <returns>Whether it comes along, if its story does.</returns>
    private static bool Count(ImportReport report, ImportedComment comment)
    {
        report.Found++;
        switch (comment.State)
        {
            case ImportedState.Spam:
                report.Spam++;
                return false;
            case ImportedState.Removed:
                report.Removed++;
                return false;
            case ImportedState.Other:
                report.Other++;
                return false;
            case ImportedState.Approved:
                report.Approved++;
                break;
            default:
                report.Pending++;
                break;
        }
        if (comment.At is null || comment.Id.Length == 0 || comment.Id.EndsWith('#'))
        {
            report.Unreadable++;
            return false;
        }
        var words = ImportedWords.Of(comment);
        report.Empty += words.Body.Length == 0 ? 1 : 0;
        report.Cut += words.IsCut ? 1 : 0;
        report.WithoutEmail += words.Body.Length > 0 && ImportedWords.EmailOf(comment) is null ? 1 : 0;
        return words.Body.Length > 0;
    }

    // A ring of answers has no beginning; whoever meets itself begins a thread.
    private static PlannedComment? NearestAbove(PlannedComment one, Dictionary<string, PlannedComment> all)
    {
        var met = new HashSet<string> { one.Id };
        for (var id = one.ParentId; id is not null && met.Add(id) && all.TryGetValue(id, out var above); id = above.ParentId)
        {
            if (above.Fits)
            {
                return above.Article == one.Article ? above : null;
            }
        }
        return null;
    }

    private static List<PlannedComment> Order(IEnumerable<PlannedComment> comments)
    {
        var ordered = new List<PlannedComment>();
        var above = new Stack<PlannedComment>();
        foreach (var one in comments.OrderBy(one => one.Article).ThenBy(one => one.At).ThenBy(one => one.Ordinal))
        {
            for (var next = one; next is { IsPlaced: false }; next = next.Parent)
            {
                next.IsPlaced = true;
                above.Push(next);
            }
            // The ring, if it is one, is cut where it was entered.
            if (above.Count > 0 && above.Peek().Parent is { } top && above.Contains(top))
            {
                above.Peek().Parent = null;
            }
            while (above.TryPop(out var next))
            {
                ordered.Add(next);
            }
        }
        return ordered;
    }
}
