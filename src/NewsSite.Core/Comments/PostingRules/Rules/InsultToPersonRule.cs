using NewsSite.Comments.PostingRules.Aiming;

namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>An insult aimed at anybody else: somebody named, another commenter, «you».</summary>
internal sealed class InsultToPersonRule : IPostingRule
{
    private const int Gross = 80;
    private const double Unaimed = 0.25;

    public PostingRule Rule => PostingRule.InsultToPerson;

    public Finding? Ask(Hearing hearing) => Finding.Of(hearing.Passage, hearing.Thrown
        .Where(one => one.Hit.Term!.Rule == Rule && one.Throw.Aim != Aim.Writer)
        .Select(one => (one.Hit, one.Throw.Aim, Likelihood.Odds(one.Hit.Term!.Certainty) + one.Throw.Odds - CostOf(one.Throw.Aim),
            one.Hit.Term.Certainty >= Gross && one.Throw.Aim is Aim.You or Aim.Commenter or Aim.Person)));

    private static double CostOf(Aim aim) => aim switch { Aim.Group => GroupAttack.Preference, Aim.Nobody => Unaimed, _ => 0 };
}
