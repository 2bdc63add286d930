using NewsSite.Corrections;

namespace NewsSite.Newsroom;

/// <summary>How a story shall go out.</summary>
public sealed record Publication
{
    /// <summary>null: at once. It counts only for a story that no reader has seen.</summary>
    public DateTimeOffset? At { get; init; }

    public DateTimeOffset? EmbargoUntil { get; init; }

    /// <summary>For a story that is out: what has changed, as readers are told; null: nothing that they need to know, and the date of the last update stays.</summary>
    public (CorrectionKind Kind, string Text)? Note { get; init; }
}
