namespace NewsSite.Web.Caching;

/// <summary>What a page notes about itself while it is made: what it depends on, and when the clock alone will change it.</summary>
public sealed class PageNotes
{
    private readonly HashSet<string> tags = [];

    public IReadOnlySet<string> Tags => tags;

    /// <summary>The earliest moment at which something printed changes by time alone; null: never.</summary>
    public DateTimeOffset? ChangesAt { get; private set; }

    /// <summary>A page without a tag could never be evicted, and is not kept.</summary>
    public bool MayBeKept => tags.Count > 0;

    public void DependsOn(params IEnumerable<string> pageTags) => tags.UnionWith(pageTags);

    public void ChangeBy(DateTimeOffset? moment)
    {
        if (moment is { } at && (ChangesAt is null || at < ChangesAt))
        {
            ChangesAt = at;
        }
    }
}
