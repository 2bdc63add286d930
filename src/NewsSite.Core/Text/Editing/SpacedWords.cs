using System.Globalization;
using System.Text;

namespace NewsSite.Text.Editing;

/// <summary>The words of a paragraph, and what stands before each and after the last: one more of these than of words.</summary>
internal sealed class SpacedWords
{
    public SpacedWords(string paragraph)
    {
        var between = new StringBuilder();
        foreach (var token in WordTokens.Of(paragraph))
        {
            if (WordTokens.IsWord(token))
            {
                Words.Add(token);
                Between.Add(between.ToString());
                between.Clear();
                continue;
            }
            between.Append(token);
        }
        Between.Add(between.ToString());
        Keys = [.. Words.Select(KeyOf)];
    }

    public List<string> Words { get; } = [];

    public List<string> Between { get; } = [];

    /// <summary>The words without vowel marks and tatweel: equal where only these differ.</summary>
    public List<string> Keys { get; }

    /// <summary>The text of the words from one to another (exclusive), with what stands between them.</summary>
    public string Text(int from, int to) =>
        string.Concat(Enumerable.Range(from, to - from).Select(i => (i > from ? Between[i] : "") + Words[i]));

    private static string KeyOf(string word)
    {
        var bare = string.Concat(word.Where(c => c != '\u0640' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
        return bare.Length == 0 ? word : bare;
    }
}
