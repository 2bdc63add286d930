namespace NewsSite.Comments.PostingRules.Wording;

/// <summary>A word of the comment.</summary>
/// <param name="Start">In the folded text.</param>
/// <param name="First">Its first reading in the passage's list.</param>
/// <param name="Sentence">The number of its sentence.</param>
/// <param name="Clause">The number of its clause, counted through the comment.</param>
internal readonly record struct Word(int Start, int Length, int First, int Readings, WordKind Kinds, int Sentence, int Clause, int Quote)
{
    public int End => Start + Length;

    /// <summary>Names are listed for the weigher alone.</summary>
    public bool IsUnlisted => Readings == 0 || Kinds == WordKind.Named;

    public bool Is(WordKind kind) => (Kinds & kind) != 0;
}
