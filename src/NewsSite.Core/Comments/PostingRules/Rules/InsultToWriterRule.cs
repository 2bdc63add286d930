using NewsSite.Comments.PostingRules.Aiming;

namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>An insult aimed at the article's author, and what is said only of those who write.</summary>
internal sealed class InsultToWriterRule : IPostingRule
{
    public PostingRule Rule => PostingRule.InsultToWriter;

    public Finding? Ask(Hearing hearing) => Finding.Of(hearing.Passage, hearing.Thrown
        .Where(one => one.Hit.Term!.Rule == Rule || (one.Hit.Term.Rule == PostingRule.InsultToPerson && one.Throw.Aim == Aim.Writer))
        .Select(one => (one.Hit, Aim.Writer, Likelihood.Odds(one.Hit.Term!.Certainty) + one.Throw.Odds, false)));
}
