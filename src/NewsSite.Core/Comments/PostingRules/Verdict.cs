namespace NewsSite.Comments.PostingRules;

public enum RuleAction { Hold, Refuse }

/// <param name="Certainty">1–99.</param>
/// <param name="IsWeighed">No rule found enough: the comment is like others that broke this rule, and the evidence is the words that it shares with them.</param>
public sealed record Verdict(PostingRule Rule, int Certainty, RuleAction Action, IReadOnlyList<Evidence> Evidence, bool IsWeighed = false);

/// <param name="Start">In the original text, in UTF-16 units, as is <paramref name="Length"/>.</param>
/// <param name="Folded">The words as the rule read them.</param>
/// <param name="Decides">Whether it would have held the comment by itself; the rest only adds to it.</param>
public sealed record Evidence(int Start, int Length, string Term, string Folded, Aim Aim, bool Decides);
