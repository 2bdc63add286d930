namespace NewsSite.Text.Editing;

public abstract record MergeResult
{
    public sealed record Merged(string Text) : MergeResult;

    /// <summary>The text is whole and holds what both wrote, mine first; the conflicts say where, in its order.</summary>
    public sealed record Conflict(string TextWithBoth, IReadOnlyList<MergeConflict> Conflicts) : MergeResult;
}

/// <summary>One place that two people changed in two ways; <see cref="At"/> and <see cref="Length"/> tell it in the text with both.</summary>
public sealed record MergeConflict(string Original, string Mine, string Theirs, int At, int Length);
