using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>How closely a word is said of a target: «الشعب كله همج» is, «قتل الهمج أهل الشعب» is not.</summary>
internal static class Nearness
{
    private const int Reach = 7, Close = 1;
    private const double Loose = -2.0, OtherClause = -0.8, Listed = -1.2, Headed = -1.5, CurseBehind = -1.5;

    /// <summary>Zero where it is plainly said of it, less the looser they hang together; null where they do not.</summary>
    public static double? Of(Passage passage, Hit mark, int target)
    {
        var isAfter = mark.First > target;
        var (from, to) = isAfter ? (target + 1, mark.First) : (mark.Last + 1, target);
        if ((target >= mark.First && target <= mark.Last) || to - from > (passage.Words[target].Is(WordKind.Divine) ? Close : Reach) || !passage.SameSentence(mark.First, target))
        {
            return null;
        }
        var odds = isAfter ? Behind(passage, mark, target) : Before(passage, mark, target, isAdjacent: to == from);
        for (var at = from; at < to; at++)
        {
            odds -= CostOf(passage.Words[at]);
        }
        return odds + (SameClause(passage, mark, target) ? 0 : OtherClause);
    }

    private static double Behind(Passage passage, Hit mark, int target) =>
        (passage.TextOf(mark.First).StartsWith("وال", StringComparison.Ordinal) ? Listed : 0)
        + (Construct.IsHeadedByAnother(passage, target) ? Headed : 0)
        + (mark.Kinds.HasFlag(WordKind.Curse) ? CurseBehind : 0);

    /// <summary>Calls and curses stand before what they strike; an attack does so only as the head of it, «حثالة اللاجئين».</summary>
    private static double Before(Passage passage, Hit mark, int target, bool isAdjacent) =>
        (mark.Kinds & (WordKind.Harm | WordKind.Curse)) != 0 ? 0
        : isAdjacent && (mark.Affix & Affix.Article) == 0 && SameClause(passage, mark, target) && passage.TextOf(target)[0] != 'و' ? -0.1
        : Loose;

    private static bool SameClause(Passage passage, Hit mark, int target) => passage.Words[target].Clause == passage.Words[mark.First].Clause;

    private static double CostOf(Word word) =>
        word.Is(WordKind.Preposition) ? 1.1
        : word.Is(WordKind.Pointing | WordKind.Copula | WordKind.All | WordKind.You | WordKind.Target | WordKind.Attack | WordKind.Harm | WordKind.Animal) ? 0.1
        : word.Is(WordKind.Common) ? 0.2
        : 0.4;
}
