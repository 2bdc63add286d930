using System.Globalization;
using NewsSite.Comments.PostingRules;

namespace NewsSite.Comments;

public enum QueueTab
{
    /// <summary>All that wait.</summary>
    Held,

    /// <summary>Of those, the first ones of their writers.</summary>
    New,

    /// <summary>Readers have reported them, and nobody has looked yet.</summary>
    Reported,

    /// <summary>Their writers objected, and were not answered yet.</summary>
    Appeals,
    Refused,

    /// <summary>Shown once, and removed by a moderator.</summary>
    Removed,
    Posted,
    All,
}

public enum QueueOrder { Oldest, Newest }

/// <summary>What of the comments a moderator looks at.</summary>
/// <param name="Chosen">null: as the tab has it; what waits longest comes first, what is decided latest first.</param>
public sealed record QueueChoice(QueueTab Tab, PostingRule? Rule, int? ArticleId, QueueOrder? Chosen)
{
    /// <summary>Only those of one hand, or of one network; null: of all.</summary>
    public Likeness? Like { get; init; }

    /// <summary>Whether somebody waits for a decision here.</summary>
    public bool Waits => Tab is QueueTab.Held or QueueTab.New or QueueTab.Reported or QueueTab.Appeals;

    public QueueOrder Order => Chosen ?? (Waits ? QueueOrder.Oldest : QueueOrder.Newest);
}

/// <summary>Comments that have their writer, or their network address, in common with one of them. The keys themselves never leave the store.</summary>
public sealed record Likeness(int CommentId, BanKind Kind);

/// <summary>A place in the queue: pages are by it, and what comes after a comment that has left.</summary>
public readonly record struct QueuePlace(DateTimeOffset At, int Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}-{Id}");

    public static QueuePlace? Parse(string? text) =>
        text?.Split('-') is [var at, var id] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var moment) && moment <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(DateTimeOffset.FromUnixTimeMilliseconds(moment), number) : null;
}

/// <summary>The one to turn to next.</summary>
/// <param name="Number">Its number in the order of the queue, from 1.</param>
/// <param name="Wraps">Whether the end was reached, and it stands before the last one.</param>
public sealed record QueueTurn(int Id, int Number, int Of, bool Wraps);
