namespace NewsSite.Comments.PostingRules.Wording;

/// <summary>A term, or a phrase of the lists, found in the comment.</summary>
/// <param name="First">Its first word.</param>
/// <param name="Last">Its last word.</param>
internal sealed record Hit(Term? Term, WordKind Kinds, int First, int Last, Affix Affix)
{
    public bool Covers(Hit other) => First <= other.First && Last >= other.Last && Last - First > other.Last - other.First;
}
