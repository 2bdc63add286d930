namespace NewsSite.Comments.PostingRules.Wording;

[Flags]
internal enum Affix
{
    None = 0,
    Article = 1,
    Called = 2,
    YouEnding = 4,
    Ending = 8,
    Prefix = 16,
    Masked = 32,
}

/// <summary>One way to read a word: as a listed one with what hangs on it.</summary>
internal readonly record struct Reading(Lexeme Lexeme, Affix Affix);
