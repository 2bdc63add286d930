namespace NewsSite.Text.Editing;

/// <summary>A stretch of a merge: settled, or with the three readings between which no rule decides.</summary>
internal sealed record MergePart(string Original, string Mine, string Theirs, string? Settled)
{
    public bool IsSettled => Settled is not null;

    public string Text => Settled ?? "";

    /// <summary>True where nobody changed anything.</summary>
    public bool IsUntouched { get; init; }

    public static MergePart Untouched(string text) => new(text, text, text, text) { IsUntouched = true };
}
