using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>How closely a word is said of a target: «الشعب كله همج» is, «قتل الهمج أهل الشعب» is not.</summary>
internal static class Nearness
{
    private const int Reach = 7, Close = 1;

    /// <summary>Zero where it is plainly said of it, less the looser they hang together; null where they do not.</summary>
    public static double? Of(Passage passage, Hit mark, int target)
    {
        var isAfter = mark.First > target;
        var (from, to) = isAfter ? (target + 1, mark.First) : (mark.Last + 1, target);
        var isDivine = passage.Words[target].Is(WordKind.Divine);
        if ((target >= mark.First && target <= mark.Last) || to - from > (isDivine ? Close : Reach) || !passage.SameSentence(mark.First, target))
        {
            return null;
        }
        var odds = isAfter || IsCall(mark) ? 0 : to == from && (mark.Affix & Affix.Article) == 0 ? -0.1 : -1.2;
        odds += passage.Words[target].Clause == passage.Words[mark.First].Clause ? 0 : -0.8;
        odds += isAfter && passage.TextOf(mark.First).StartsWith("وال", StringComparison.Ordinal) ? -1.2 : 0;
        odds += isAfter && IsHeadedByAnother(passage, target) ? -1.3 : 0;
        for (var at = from; at < to; at++)
        {
            odds -= CostOf(passage.Words[at]);
        }
        return odds;
    }

    private static bool IsCall(Hit mark) => (mark.Kinds & (WordKind.Harm | WordKind.Curse)) != 0;

    private static double CostOf(Word word) =>
        word.Is(WordKind.Preposition) ? 1.1
        : word.Is(WordKind.Pointing | WordKind.All | WordKind.You | WordKind.Target | WordKind.Attack | WordKind.Harm | WordKind.Animal) ? 0.1
        : word.Is(WordKind.Common) ? 0.2
        : 0.4;

    /// <summary>«أسعار الحج», «شارع عمر»: what is said is said of the prices and of the street.</summary>
    private static bool IsHeadedByAnother(Passage passage, int target)
    {
        if (target == 0 || passage.Words[target - 1].Clause != passage.Words[target].Clause || passage.TextOf(target)[0] is 'و' or 'ف')
        {
            return false;
        }
        var head = passage.TextOf(target - 1);
        return !passage.Words[target - 1].Is(~(WordKind.Thing | WordKind.Nature | WordKind.Trade | WordKind.Study | WordKind.Preposition)) && !head.StartsWith("ال", StringComparison.Ordinal);
    }
}
