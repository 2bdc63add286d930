using NewsSite.Comments.PostingRules.Aiming;
using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>The terms listed for a rule: they say their target themselves, so that aim adds little.</summary>
internal static class OwnTerms
{
    private const int Gross = 90;
    private const double Share = 0.4;

    public static IEnumerable<(Hit Hit, Aim Aim, double Odds, bool MayRefuse)> Of(Hearing hearing, PostingRule rule, bool mayRefuse) =>
        hearing.Of(rule).Select(one => (one.Hit, one.Throw.Aim, Likelihood.Odds(one.Hit.Term!.Certainty) + (Share * one.Throw.Push) + one.Throw.Softening, mayRefuse && one.Hit.Term.Certainty >= Gross));
}
