using NewsSite.Text;

namespace NewsSite.Comments.PostingRules.Wording;

/// <summary>«شر موطة»: neighbours that say nothing, and make a term together.</summary>
internal static class TornWords
{
    private const int Fragment = 2, Stem = 4, Long = 6;

    public static void Mend(List<Word> words, List<Reading> readings, Skeleton skeleton, Lexicon lexicon)
    {
        Span<char> joined = stackalloc char[24];
        for (var at = 0; at + 1 < words.Count; at++)
        {
            var (one, other) = (words[at], words[at + 1]);
            if (!MayBeTorn(one, other) || one.Length + other.Length > joined.Length)
            {
                continue;
            }
            skeleton.Text.AsSpan(one.Start, one.Length).CopyTo(joined);
            skeleton.Text.AsSpan(other.Start, other.Length).CopyTo(joined[one.Length..]);
            var first = readings.Count;
            lexicon.Read(joined[..(one.Length + other.Length)], readings);
            for (var i = readings.Count - 1; i >= first; i--)
            {
                if (!Tells(readings[i]))
                {
                    readings.RemoveAt(i);
                }
            }
            if (readings.Count > first)
            {
                words[at] = one with { Length = other.End - one.Start, First = first, Readings = readings.Count - first, Kinds = WordKind.None };
                words.RemoveAt(at + 1);
            }
        }
    }

    private static bool MayBeTorn(Word one, Word other) =>
        one.Kinds == WordKind.None && other.Kinds == WordKind.None && one.Clause == other.Clause
        && (one.Length <= Fragment || other.Length <= Fragment || one.Length + other.Length >= Long) && one.Length + other.Length >= Stem;

    private static bool Tells(Reading reading) =>
        reading.Lexeme.Text.Length >= Stem && (reading.Affix & (Affix.Ending | Affix.YouEnding)) == 0 && reading.Lexeme.Starts.Exists(phrase => phrase.Words.Length == 1);
}
