using NewsSite.Comments.PostingRules;

namespace NewsSite.Web.Comments;

/// <summary>A text with what the rules have to say of it.</summary>
public sealed record JudgedText(string Body, IReadOnlyList<Verdict> Verdicts);
