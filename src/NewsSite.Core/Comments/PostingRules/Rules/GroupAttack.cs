using NewsSite.Comments.PostingRules.Aiming;
using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>A target and what attacks it, near each other: most offence against groups and faiths is such a pair, not a word.</summary>
internal static class GroupAttack
{
    /// <summary>By how much the word for the group outweighs the bare insult.</summary>
    public const double Preference = 0.5;

    private const int Reach = 6, Close = 1;
    private const double Fade = 0.3, AttackOdds = 0.6, HarmOdds = 0.9, CurseOdds = 1.6, AllOdds = 0.7, OtherClause = 1.0;

    public static IEnumerable<(Hit Hit, Aim Aim, double Odds, bool MayRefuse)> Pairs(Hearing hearing, WordKind targets)
    {
        var passage = hearing.Passage;
        for (var word = 0; word < passage.Words.Count; word++)
        {
            if (passage.Words[word].Is(targets) && !IsOath(passage, word))
            {
                foreach (var pair in Against(hearing, word))
                {
                    yield return pair;
                }
            }
        }
    }

    private static IEnumerable<(Hit Hit, Aim Aim, double Odds, bool MayRefuse)> Against(Hearing hearing, int target)
    {
        var passage = hearing.Passage;
        foreach (var mark in passage.Marks)
        {
            if (Distance(passage, mark, target) is { } distance && WeightOf(mark.Kinds) is > 0 and var weight)
            {
                yield return (Pair(mark, target), Aim.Group, weight - (Fade * distance) + Softening.Of(passage, mark, isCalled: false) + Whole(passage, target), mark.Kinds.HasFlag(WordKind.Harm));
            }
        }
        foreach (var (hit, thrown) in hearing.Thrown)
        {
            if (hit.Term!.Rule is PostingRule.InsultToPerson or PostingRule.Profanity && Distance(passage, hit, target) is { } distance)
            {
                yield return (Pair(hit, target), Aim.Group, Likelihood.Odds(hit.Term.Certainty) + 1.5 - (Fade * distance) + thrown.Softening + Whole(passage, target), false);
            }
        }
    }

    // «والله» swears; a curse in God's name curses somebody else.
    private static bool IsOath(Passage passage, int word) =>
        passage.Words[word].Is(WordKind.Divine) && (passage.TextOf(word) is "والله" || passage.Marks.Any(mark => mark.Last > mark.First && word >= mark.First && word <= mark.Last) || passage.Hits.Any(hit => word >= hit.First && word <= hit.Last));

    private static double WeightOf(WordKind kinds) =>
        kinds.HasFlag(WordKind.Curse) ? CurseOdds : kinds.HasFlag(WordKind.Harm) ? HarmOdds : kinds.HasFlag(WordKind.Attack) ? AttackOdds : 0;

    private static double Whole(Passage passage, int target) =>
        (target > 0 && passage.Words[target - 1].Is(WordKind.All)) || (target + 1 < passage.Words.Count && passage.Words[target + 1].Is(WordKind.All)) ? AllOdds : 0;

    /// <summary>How far the mark is from the target; null where they are not together.</summary>
    private static double? Distance(Passage passage, Hit mark, int target)
    {
        var distance = target < mark.First ? mark.First - target - 1 : target > mark.Last ? target - mark.Last - 1 : 0;
        return distance > (passage.Words[target].Is(WordKind.Divine) ? Close : Reach) || !passage.SameSentence(mark.First, target) || (target >= mark.First && target <= mark.Last) ? null
            : distance + (passage.Words[target].Clause == passage.Words[mark.First].Clause ? 0 : OtherClause / Fade);
    }

    private static Hit Pair(Hit mark, int target) => mark with { First = Math.Min(mark.First, target), Last = Math.Max(mark.Last, target) };
}
