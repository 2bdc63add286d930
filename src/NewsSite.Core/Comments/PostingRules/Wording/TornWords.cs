using NewsSite.Text;

namespace NewsSite.Comments.PostingRules.Wording;

/// <summary>«شر موطة»: neighbours that say nothing, and make a term together.</summary>
internal static class TornWords
{
    private const WordKind Marks = WordKind.Target | WordKind.Attack | WordKind.Harm | WordKind.Curse;
    private const int Fragment = 2, Shortest = 3, Stem = 4, Long = 6;

    public static void Mend(List<Word> words, List<Reading> readings, Skeleton skeleton, Lexicon lexicon)
    {
        Span<char> joined = stackalloc char[24];
        for (var at = 0; at + 1 < words.Count; at++)
        {
            var (one, other) = (words[at], words[at + 1]);
            // A word that is listed is none torn.
            if (!MayBeTorn(one, other, skeleton) || one.Length + other.Length > joined.Length)
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
                words[at] = one with { Length = other.End - one.Start, First = first, Readings = readings.Count - first, Kinds = KindsOf(readings, first) };
                words.RemoveAt(at + 1);
            }
        }
    }

    private static WordKind KindsOf(List<Reading> readings, int first)
    {
        var kinds = WordKind.None;
        for (var i = first; i < readings.Count; i++)
        {
            kinds |= readings[i].Lexeme.Kinds;
        }
        return kinds;
    }

    private static bool MayBeTorn(Word one, Word other, Skeleton skeleton)
    {
        var length = one.Length + other.Length;
        var isLone = IsLoneLetter(one, skeleton) || IsLoneLetter(other, skeleton);
        var mayBe = (one.Kinds | other.Kinds) switch
        {
            WordKind.None => isLone || length >= Long || (length >= Stem && (one.Length <= Fragment || other.Length <= Fragment)),
            // «مع توه»: a frequent word, and one that is none.
            _ when IsFrequent(one) ^ IsFrequent(other) => length >= Stem && (IsFrequent(one) ? other : one) is { IsUnlisted: true },
            _ => false,
        };
        return mayBe && one.Quote == other.Quote && IsBlank(one, other, skeleton);
    }

    private static bool IsFrequent(Word word) => word.Is(WordKind.Common | WordKind.Preposition) && !word.Is(~(WordKind.Common | WordKind.Preposition | WordKind.Copula | WordKind.Pointing));

    /// <summary>«ك لب»: but for «و» and «ي» no letter stands alone.</summary>
    private static bool IsLoneLetter(Word word, Skeleton skeleton) => word.Length == 1 && skeleton.Text[word.Start] is not ('و' or 'ي');

    /// <summary>A line may break inside a word, a full stop does not.</summary>
    private static bool IsBlank(Word one, Word other, Skeleton skeleton)
    {
        var (start, length) = skeleton.Whence(one.End, other.Start - one.End);
        return skeleton.Original.AsSpan(start, length).IsWhiteSpace();
    }

    private static bool Tells(Reading reading) =>
        reading.Lexeme.Text.Length >= Shortest && (reading.Affix & (Affix.Ending | Affix.YouEnding)) == 0
        && (reading.Lexeme.Starts.Exists(phrase => phrase.Term is not null || (phrase.Kinds & Marks) != 0) || (reading.Lexeme.Kinds & Marks) != 0);
}
