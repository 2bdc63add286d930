namespace NewsSite.Comments.PostingRules.Wording;

/// <summary>Sentences, clauses and quotations of the original, asked from its beginning to its end.</summary>
internal sealed class Punctuation(string text)
{
    private int at, sentence, clause, quote, quotes;
    private char closing;

    /// <summary>The number of the sentence, of the clause, and of the quotation (0: none) at a place; places must be asked in order.</summary>
    public (int Sentence, int Clause, int Quote) At(int place)
    {
        for (; at < place; at++)
        {
            Step(text[at]);
        }
        return (sentence, clause, quote);
    }

    private void Step(char c)
    {
        switch (c)
        {
            case '.' when at + 1 < text.Length && char.IsLetter(text[at + 1]):
                clause++;
                break;
            case '.' or '!' or '?' or '؟' or '…' or '؛':
            case '\n' when at > 0 && text[at - 1] == '\n':
                sentence++;
                clause++;
                break;
            // A single line break may stand anywhere, even inside a word.
            case '\n' or '،' or ',' or ';' or ':' or '(' or ')' or '-' or '–' or '—' or '|':
                clause++;
                break;
            case var _ when quote > 0 && c == closing:
                quote = 0;
                break;
            case var _ when quote == 0 && Closing(c) is not '\0' and var close && text.IndexOf(close, at + 1, Math.Min(400, text.Length - at - 1)) >= 0:
                (quote, closing) = (++quotes, close);
                break;
        }
    }

    private static char Closing(char c) => c switch
    {
        '«' => '»',
        '“' => '”',
        '”' => '“',
        '"' => '"',
        '‹' => '›',
        '﴿' => '﴾',
        '﴾' => '﴿',
        '{' => '}',
        '[' => ']',
        _ => '\0',
    };
}
