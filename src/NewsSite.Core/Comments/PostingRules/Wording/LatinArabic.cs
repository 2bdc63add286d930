namespace NewsSite.Comments.PostingRules.Wording;

/// <summary>Whether a comment speaks Arabic in Latin letters: without digits for letters, only its small words tell that from English or French.</summary>
internal static class LatinArabic
{
    private static readonly HashSet<string> Arabic = ["ya", "yaa", "enta", "inta", "anta", "ente", "enti", "nta", "nti", "ntouma", "ntoma", "intu", "wallah", "walla", "ibn", "ebn", "wld", "weld", "wlad", "awlad", "bent", "bnt", "allah", "hada", "hatha", "msh", "mesh", "mish", "mch", "dial", "dyal", "rak", "ahl", "khalas", "shu", "shou"];

    private static readonly HashSet<string> Other = ["the", "and", "is", "are", "you", "of", "to", "le", "la", "les", "des", "est", "et", "un", "une", "de", "il", "this", "that", "for", "en", "du", "c", "not"];

    public static bool IsIn(string folded)
    {
        var (arabic, other) = (0, 0);
        foreach (var range in folded.AsSpan().SplitAny(' ', '-', '*'))
        {
            var word = folded.AsSpan(range);
            arabic += word.Length > 0 && Arabic.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) ? 1 : 0;
            other += word.Length > 0 && Other.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) ? 1 : 0;
        }
        return arabic > 0 && arabic > other;
    }
}
