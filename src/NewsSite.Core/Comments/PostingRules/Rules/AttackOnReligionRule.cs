using NewsSite.Comments.PostingRules.Aiming;
using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>Faiths, their followers as such, the Divine; whoever curses the Divine is refused.</summary>
internal sealed class AttackOnReligionRule : IPostingRule
{
    public PostingRule Rule => PostingRule.AttackOnReligion;

    public Finding? Ask(Hearing hearing) => Finding.Of(hearing.Passage, OwnTerms.Of(hearing, Rule, mayRefuse: true).Concat(GroupAttack.Pairs(hearing, WordKind.Religion | WordKind.Divine)));
}
