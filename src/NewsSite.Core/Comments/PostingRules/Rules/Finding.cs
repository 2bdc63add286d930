using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>What a rule found.</summary>
/// <param name="MayRefuse">Unmistakable enough that nobody need look at it.</param>
internal sealed record Finding(double Odds, bool MayRefuse, IReadOnlyList<Evidence> Evidence)
{
    public const int MostEvidence = 8;

    /// <summary>A fact, or a term of the newsroom's own: what likeness to innocent comments does not lift.</summary>
    public bool Stands { get; init; }

    /// <summary>The strongest of several, with the others as company.</summary>
    public static Finding? Of(Passage passage, IEnumerable<(Hit Hit, Aim Aim, double Odds, bool MayRefuse)> found)
    {
        var all = found.OrderByDescending(one => one.Odds).ToList();
        return all.Count == 0 ? null : new(all[0].Odds, all.Exists(one => one.MayRefuse && one.Odds >= RuleBook.RefusingOdds),
            [.. all.Where(one => one.Odds > -1).Take(MostEvidence).Select(one => passage.EvidenceOf(one.Hit, one.Aim, one.Odds >= 0))])
        {
            Stands = all.Exists(one => one.Hit.Term is { IsOwn: true } && one.Odds >= RuleBook.HoldingOdds),
        };
    }
}
