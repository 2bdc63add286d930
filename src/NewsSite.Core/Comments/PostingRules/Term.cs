namespace NewsSite.Comments.PostingRules;

/// <summary>A telling word or phrase.</summary>
/// <param name="Text">Its dictionary spelling: no article, no marks, masculine singular. A broken plural is a term of its own.</param>
/// <param name="Certainty">1–99: how sure it is, seen alone, that a comment with it breaks the rule. From 50 on it holds by itself.</param>
/// <param name="Offends">A sentence that it makes an offence.</param>
/// <param name="Innocent">A sentence with its letters that offends nobody.</param>
/// <param name="IsOwn">The newsroom set it: what it holds, no weigher lifts.</param>
public sealed record Term(string Text, PostingRule Rule, int Certainty, string Region, string Note, string Offends, string Innocent, bool IsOwn = false);
