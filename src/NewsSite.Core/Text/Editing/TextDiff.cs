namespace NewsSite.Text.Editing;

/// <summary>What an editor changed, as the page of revisions shows it. Added and Removed count words.</summary>
public sealed record TextDiff(IReadOnlyList<DiffBlock> Blocks, int Added, int Removed, int PunctuationChanges, bool ChangesMeaning);

public abstract record DiffBlock
{
    /// <summary>Paragraphs in a row that nobody touched; the page folds them.</summary>
    public sealed record Unchanged(IReadOnlyList<string> Paragraphs) : DiffBlock;

    /// <summary>A paragraph with the same words; punctuation, spaces or vowel marks are others. The page may fold it too.</summary>
    public sealed record PunctuationOnly(IReadOnlyList<DiffRun> Runs, int Changes) : DiffBlock;

    /// <summary>A paragraph with other words; wholly new or gone if it has runs of one kind only.</summary>
    public sealed record Changed(IReadOnlyList<DiffRun> Runs) : DiffBlock;
}

public enum DiffKind { Same, Added, Removed }

/// <summary>Same and Removed joined are the paragraph before, Same and Added the one after. <see cref="IsMinor"/>: no word changed here, only what stands between words, or a vowel mark.</summary>
public sealed record DiffRun(DiffKind Kind, string Text, bool IsMinor = false);
