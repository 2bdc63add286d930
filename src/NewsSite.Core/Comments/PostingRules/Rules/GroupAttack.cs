using NewsSite.Comments.PostingRules.Aiming;
using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>A target and what attacks it, near each other: most offence against groups and faiths is such a pair, not a word.</summary>
internal static class GroupAttack
{
    /// <summary>By how much the word for the group outweighs the bare insult.</summary>
    public const double Preference = 0.7;

    // A phrase of the lists and the words between.
    private const int Reach = 16;
    private const double AttackOdds = 1.0, HarmOdds = 1.2, CurseOdds = 1.8, AllOdds = 0.7, InsultOdds = 1.8;

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
        foreach (var mark in Passage.Near(passage.Marks, mark => mark, target, Reach))
        {
            if (Nearness.Of(passage, mark, target) is { } near && WeightOf(mark.Kinds) is > 0 and var weight)
            {
                yield return (Pair(mark, target), Aim.Group, weight + near + Softening.Of(passage, mark, isCalled: false) + Whole(passage, target), mark.Kinds.HasFlag(WordKind.Harm) && near >= 0);
            }
        }
        foreach (var (hit, thrown) in Passage.Near(hearing.Thrown, one => one.Hit, target, Reach))
        {
            if (hit.Term!.Rule is PostingRule.InsultToPerson or PostingRule.Profanity && Nearness.Of(passage, hit, target) is { } near)
            {
                yield return (Pair(hit, target), Aim.Group, Likelihood.Odds(hit.Term.Certainty) + InsultOdds + near + thrown.Softening + Whole(passage, target), false);
            }
        }
    }

    private static double WeightOf(WordKind kinds) =>
        kinds.HasFlag(WordKind.Curse) ? CurseOdds : kinds.HasFlag(WordKind.Harm) ? HarmOdds : kinds.HasFlag(WordKind.Attack) ? AttackOdds : 0;

    private static double Whole(Passage passage, int target) =>
        passage.Words[target].Is(WordKind.Group) && ((target > 0 && passage.Words[target - 1].Is(WordKind.All)) || (target + 1 < passage.Words.Count && passage.Words[target + 1].Is(WordKind.All))) ? AllOdds : 0;

    // «والله» swears; a curse in God's name curses somebody else.
    private static bool IsOath(Passage passage, int word) =>
        passage.Words[word].Is(WordKind.Divine) && (passage.TextOf(word) is "والله" || Passage.Near(passage.Marks, mark => mark, word, Reach).Any(mark => mark.Last > mark.First && word >= mark.First && word <= mark.Last) || Passage.Near(passage.Hits, hit => hit, word, Reach).Any(hit => word >= hit.First && word <= hit.Last));

    private static Hit Pair(Hit mark, int target) => mark with { First = Math.Min(mark.First, target), Last = Math.Max(mark.Last, target) };
}
