using NewsSite.Comments.PostingRules.Aiming;
using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>Prophets, holy books, places and rites.</summary>
internal sealed class InsultToSanctitiesRule : IPostingRule
{
    public PostingRule Rule => PostingRule.InsultToSanctities;

    public Finding? Ask(Hearing hearing) => Finding.Of(hearing.Passage, OwnTerms.Of(hearing, Rule, mayRefuse: false).Concat(GroupAttack.Pairs(hearing, WordKind.Sanctity)));
}
