using NewsSite.Comments.PostingRules;

namespace NewsSite.Comments.Entering;

/// <summary>A comment of good shape, with all that can be known of it without a lock.</summary>
/// <param name="Verdicts">The rules'.</param>
internal sealed record CommentEntrant(CommentDraft Draft, CommenterKeys Writer, string OnceKey, IReadOnlyList<Verdict> Verdicts);
