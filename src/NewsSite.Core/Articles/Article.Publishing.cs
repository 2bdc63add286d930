using NewsSite.Text;

namespace NewsSite.Articles;

public enum ArticleStatus
{
    Draft,
    InReview,
    Ready,

    /// <summary>Readers see it from <see cref="Article.PublishedAt"/> on; while that lies ahead it is scheduled.</summary>
    Published,

    /// <summary>Was published, is not any more: readers get 410 and a sentence.</summary>
    Withdrawn,
}

public sealed partial class Article
{
    public const int MaxReason = 300;

    public ArticleStatus Status { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>The last change that a reader should know of; null until there is one.</summary>
    public DateTimeOffset? UpdatedAt { get; private set; }

    /// <summary>Nobody outside the newsroom sees it before; null: no embargo. <see cref="PublishedAt"/> never lies before it.</summary>
    public DateTimeOffset? EmbargoUntil { get; private set; }

    /// <summary>For readers who come to the page of a withdrawn story.</summary>
    public string WithdrawnReason { get; private set; } = "";

    /// <summary>Which revision readers see; null: none was ever published from the newsroom.</summary>
    public int? LiveRevision { get; private set; }

    public bool IsLiveAt(DateTimeOffset now) => Status == ArticleStatus.Published && PublishedAt <= now;

    public bool IsScheduledAt(DateTimeOffset now) => Status == ArticleStatus.Published && PublishedAt > now;

    /// <summary>Its tags and bylines must be loaded: their lists are in order of publication.</summary>
    /// <param name="at">In the future: scheduled; an embargo holds it longer.</param>
    public void Publish(DateTimeOffset at)
    {
        Status = ArticleStatus.Published;
        WithdrawnReason = "";
        // The date is set once: a corrected article keeps its place in the archive and in feeds.
        Date(PublishedAt ?? (at < EmbargoUntil ? EmbargoUntil.Value : at));
    }

    /// <summary>Gives a story that no reader has seen another time.</summary>
    /// <exception cref="InvalidOperationException">Readers have seen it.</exception>
    public void Reschedule(DateTimeOffset at, DateTimeOffset now)
    {
        if (!IsScheduledAt(now))
        {
            throw new InvalidOperationException($"Story {Id} is not scheduled.");
        }
        PublishedAt = null;
        Publish(at);
    }

    /// <summary>Its tags and bylines must be loaded.</summary>
    public void Embargo(DateTimeOffset? until)
    {
        EmbargoUntil = until;
        if (PublishedAt < until)
        {
            Date(until);
        }
    }

    public void IsLiveFrom(int revision) => LiveRevision = revision;

    /// <summary>Takes it from readers, and says why; one that they have not seen goes back to the desk.</summary>
    public void Withdraw(string reason, DateTimeOffset now)
    {
        if (IsScheduledAt(now))
        {
            Date(null);
            Status = ArticleStatus.Ready;
            return;
        }
        Status = ArticleStatus.Withdrawn;
        WithdrawnReason = CleanText.Line(reason);
    }

    /// <summary>For the desk to read.</summary>
    public void HandIn() => Status = ArticleStatus.InReview;

    /// <summary>Back to its writer.</summary>
    public void Return() => Status = ArticleStatus.Draft;

    /// <summary>Read, and found fit to publish.</summary>
    public void Approve() => Status = ArticleStatus.Ready;

    public void MarkUpdated(DateTimeOffset now) => UpdatedAt = now;

    private void Date(DateTimeOffset? at)
    {
        PublishedAt = at;
        tags.ForEach(tag => tag.PublishedAt = at);
        bylines.ForEach(byline => byline.PublishedAt = at);
    }
}
