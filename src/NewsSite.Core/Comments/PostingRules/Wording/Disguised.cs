using NewsSite.Text;

namespace NewsSite.Comments.PostingRules.Wording;

/// <summary>Stems for words of which a letter is hidden, that are written without dots, or in Latin letters. Made when the first such word is met.</summary>
internal sealed class Disguised
{
    private const WordKind Hidden = WordKind.Target | WordKind.Attack | WordKind.Harm | WordKind.Curse;

    private readonly Dictionary<string, Lexeme[]> masked = [], dotless = [], arabizi = [];

    public Disguised(IReadOnlyDictionary<string, List<Lexeme>> stems)
    {
        foreach (var (stem, all) in stems)
        {
            var lexemes = all.Where(lexeme => lexeme.Starts.Count > 0 || (lexeme.Kinds & Hidden) != 0).ToArray();
            if (lexemes.Length == 0 || stem.Length < 3)
            {
                continue;
            }
            for (var i = 0; i < stem.Length; i++)
            {
                Put(masked, $"{stem[..i]}{Skeleton.Mask}{stem[(i + 1)..]}", lexemes);
            }
            Put(dotless, Dotless(stem), lexemes);
            foreach (var key in Arabizi.KeysOf(stem))
            {
                Put(arabizi, key, lexemes);
            }
        }
    }

    public static string Dotless(ReadOnlySpan<char> word) => string.Create(word.Length, word, (made, from) =>
    {
        for (var i = 0; i < made.Length; i++)
        {
            made[i] = ArabicLetters.Stroke(from[i]);
        }
    });

    public void ReadMasked(ReadOnlySpan<char> word, List<Reading> readings) => Read(masked, word, word.IndexOf(Skeleton.Mask), readings);

    public void ReadDotless(ReadOnlySpan<char> word, List<Reading> readings) => Read(dotless, Dotless(word), -1, readings);

    public void ReadArabizi(ReadOnlySpan<char> word, List<Reading> readings)
    {
        var first = readings.Count;
        FindArabizi(word, readings);
        var article = word.Length < 5 ? 0 : word.StartsWith("al", StringComparison.Ordinal) || word.StartsWith("el", StringComparison.Ordinal) ? 2 : word[0] == 'l' ? 1 : 0;
        if (readings.Count == first && article > 0)
        {
            FindArabizi(word[article..], readings);
        }
    }

    private void FindArabizi(ReadOnlySpan<char> word, List<Reading> readings)
    {
        if (arabizi.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Arabizi.KeyOfLatin(word), out var found) && found[0].Text.Length > 2)
        {
            Take(found, Affix.Masked, readings);
        }
    }

    private static void Read(Dictionary<string, Lexeme[]> stems, ReadOnlySpan<char> word, int hidden, List<Reading> readings)
    {
        Span<(int Length, Affix Affix)> prefixes = stackalloc (int, Affix)[Affixes.Most], suffixes = stackalloc (int, Affix)[Affixes.Most];
        var (before, after) = (Affixes.PrefixesOf(word, prefixes), Affixes.SuffixesOf(word, suffixes));
        var lookup = stems.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var prefix in prefixes[..before])
        {
            foreach (var suffix in suffixes[..after])
            {
                var length = word.Length - prefix.Length - suffix.Length;
                if (length >= (suffix.Length > 0 ? 4 : 3) && (hidden < 0 || (hidden >= prefix.Length && hidden < prefix.Length + length)) && lookup.TryGetValue(word.Slice(prefix.Length, length), out var found))
                {
                    Take(found, prefix.Affix | suffix.Affix | Affix.Masked, readings);
                }
            }
        }
    }

    private static void Take(Lexeme[] found, Affix affix, List<Reading> readings)
    {
        foreach (var lexeme in found)
        {
            readings.Add(new(lexeme, affix));
        }
    }

    private static void Put(Dictionary<string, Lexeme[]> into, string key, Lexeme[] lexemes) =>
        into[key] = into.TryGetValue(key, out var others) ? [.. others.Union(lexemes)] : lexemes;
}
