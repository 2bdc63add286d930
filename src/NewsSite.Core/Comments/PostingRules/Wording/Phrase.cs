namespace NewsSite.Comments.PostingRules.Wording;

/// <summary>A term, or a phrase of a list, by its words.</summary>
internal sealed record Phrase(Lexeme[] Words, Term? Term, WordKind Kinds);
