using NewsSite.Comments.PostingRules.Aiming;
using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>Slurs for a people, a colour, a tribe, a region, refugees; calls against them.</summary>
internal sealed class RacistIncitementRule : IPostingRule
{
    public PostingRule Rule => PostingRule.RacistIncitement;

    public Finding? Ask(Hearing hearing) => Finding.Of(hearing.Passage, OwnTerms.Of(hearing, Rule, mayRefuse: true).Concat(GroupAttack.Pairs(hearing, WordKind.People)));
}
