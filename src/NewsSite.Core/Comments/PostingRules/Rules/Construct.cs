using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>«أسعار الحج», «شارع عمر بن الخطاب», «بعد الصلاة»: what is said then is said of the prices and of the street.</summary>
internal static class Construct
{
    private const WordKind Heads = WordKind.Thing | WordKind.Nature | WordKind.Trade | WordKind.Study | WordKind.Animal;

    public static bool IsHeadedByAnother(Passage passage, int target)
    {
        var first = target;
        while (first > 0 && passage.Words[first - 1].Is(WordKind.Target) && passage.Words[first - 1].Clause == passage.Words[target].Clause)
        {
            first--;
        }
        var text = passage.TextOf(first);
        if (text.StartsWith("بال", StringComparison.Ordinal) || text.StartsWith("فال", StringComparison.Ordinal) || text.StartsWith("لل", StringComparison.Ordinal))
        {
            return true;
        }
        // An article of another tongue is a word of its own.
        first -= first > 0 && passage.TextOf(first - 1) is "le" or "la" or "les" or "the" ? 1 : 0;
        if (first == 0 || passage.Words[first - 1].Clause != passage.Words[target].Clause || text[0] is 'و' or 'ف')
        {
            return false;
        }
        var head = passage.Words[first - 1];
        return head.Is(WordKind.Preposition) || (!head.Is(~Heads) && !passage.TextOf(first - 1).StartsWith("ال", StringComparison.Ordinal));
    }
}
