using NewsSite.Comments.PostingRules.Aiming;
using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>Slurs for a sect, and calls against it; a call to harm is refused.</summary>
internal sealed class SectarianIncitementRule : IPostingRule
{
    public PostingRule Rule => PostingRule.SectarianIncitement;

    public Finding? Ask(Hearing hearing) => Finding.Of(hearing.Passage, OwnTerms.Of(hearing, Rule, mayRefuse: true).Concat(GroupAttack.Pairs(hearing, WordKind.Sect)));
}
