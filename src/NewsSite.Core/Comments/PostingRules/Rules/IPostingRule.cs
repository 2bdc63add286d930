using NewsSite.Comments.PostingRules.Aiming;

namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>One printed rule.</summary>
internal interface IPostingRule
{
    PostingRule Rule { get; }

    /// <summary>What in this comment may break the rule, how sure is that, and where? Null: nothing.</summary>
    Finding? Ask(Hearing hearing);
}
