using NewsSite.Comments.PostingRules.Aiming;

namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>Swear words and sexual insults, at whomever they are aimed.</summary>
internal sealed class ProfanityRule : IPostingRule
{
    public PostingRule Rule => PostingRule.Profanity;

    public Finding? Ask(Hearing hearing) => Finding.Of(hearing.Passage, OwnTerms.Of(hearing, Rule, mayRefuse: true));
}
