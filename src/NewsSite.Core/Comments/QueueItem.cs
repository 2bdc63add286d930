using NewsSite.Articles;
using NewsSite.Comments.PostingRules;

namespace NewsSite.Comments;

/// <summary>What is known of somebody who comments; who it is, is not.</summary>
public sealed record WriterRecord(int Posted, int Rejected, DateTimeOffset Since);

/// <summary>A comment as moderators see it.</summary>
public sealed record QueueItem(
    int Id, int ArticleId, string Headline, string Language, string SectionSlug, string Slug, string? ParentName, string? ParentBody,
    string Name, string Body, string Face, DateTimeOffset At, CommentState State, HoldReason Reason, PostingRule? Rule, int Certainty, bool HasAddress)
{
    /// <summary>What the rules last had to say of this text, strictest first.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; init; } = [];

    /// <summary>The line of the log that last decided about it: what a decision is made in sight of.</summary>
    public long Seen { get; init; }

    public WriterRecord Writer { get; init; } = new(0, 0, default);

    /// <summary>What its writer objects, and was not answered yet; null: nothing.</summary>
    public string? Appeal { get; init; }

    /// <summary>Readers' reports that nobody has answered yet.</summary>
    public IReadOnlyList<FlagLine> Flags { get; init; } = [];

    public string StoryAddress => Address.Article(Language, SectionSlug, Slug, ArticleId);

    public QueuePlace Place => new(At, Id);
}

/// <summary>One line of what has happened to a comment.</summary>
public sealed record HistoryLine(long Id, ModerationAct Act, int? ById, string ByName, CommentState Before, CommentState After, PostingRule? Rule, string Why, DateTimeOffset At);

/// <summary>How many wait.</summary>
public sealed record QueueCounts(int Held, int New, int Reported, int Appeals)
{
    /// <returns>null where nothing waits by its nature.</returns>
    public int? Of(QueueTab tab) => tab switch { QueueTab.Held => Held, QueueTab.New => New, QueueTab.Reported => Reported, QueueTab.Appeals => Appeals, _ => null };
}

/// <summary>A reader's report, as moderators see it.</summary>
public sealed record FlagLine(PostingRule Rule, string Note);
