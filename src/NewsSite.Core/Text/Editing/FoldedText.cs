using System.Globalization;
using System.Text;

namespace NewsSite.Text.Editing;

/// <summary>A folded text that still knows where each of its letters was written.</summary>
internal sealed class FoldedText
{
    private readonly string original;
    private readonly List<int> places = [];
    private readonly StringBuilder folded = new();

    private FoldedText(string original)
    {
        this.original = original;
        var known = new Dictionary<Rune, string>();
        for (var at = 0; at < original.Length;)
        {
            // Half a character is no text that could be folded.
            if (!Rune.TryGetRuneAt(original, at, out var rune))
            {
                Add(original[at].ToString(), at++);
                continue;
            }
            if (!known.TryGetValue(rune, out var letters))
            {
                known[rune] = letters = ArabicText.Fold(rune.ToString());
            }
            Add(letters, at);
            at += rune.Utf16SequenceLength;
        }
        Text = folded.ToString();
    }

    public string Text { get; }

    public static FoldedText Of(string text) => new(text);

    /// <summary>False where only half of what was written as one character would be taken: «لا» in one sign, say.</summary>
    public bool CanBeMatch(int from, int to) => (from == 0 || places[from] != places[from - 1]) && (to == places.Count || places[to] != places[to - 1]);

    public int StartOf(int from) => places[from];

    /// <summary>Marks and tatweel belong to the letter before.</summary>
    public int EndOf(int to)
    {
        var end = places[to - 1] + (char.IsSurrogatePair(original, places[to - 1]) ? 2 : 1);
        while (end < original.Length && (original[end] == '\u0640' || CharUnicodeInfo.GetUnicodeCategory(original[end]) == UnicodeCategory.NonSpacingMark))
        {
            end++;
        }
        return end;
    }

    private void Add(string letters, int place)
    {
        folded.Append(letters);
        places.AddRange(Enumerable.Repeat(place, letters.Length));
    }
}
