namespace NewsSite.Comments.PostingRules.Wording;

/// <summary>All listed words by their folded stems. It reads a word as stem, prefix and ending, never as a bare stretch of letters.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, List<Lexeme>>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly Lazy<Disguised> disguised;

    public Lexicon(IEnumerable<Term> terms, IEnumerable<(string Word, WordKind Kind)> words)
    {
        var building = new LexiconBuilding();
        words.ToList().ForEach(word => building.Add(word.Word, null, word.Kind));
        terms.ToList().ForEach(term => building.Add(term.Text, term, WordKind.None));
        // A frozen dictionary would take longer to make than it saves.
        lookup = building.Stems.GetAlternateLookup<ReadOnlySpan<char>>();
        disguised = new(() => new(building.Stems));
    }

    public Disguised Disguised => disguised.Value;

    /// <summary>Every way to read a word that the lists know.</summary>
    public void Read(ReadOnlySpan<char> word, List<Reading> readings)
    {
        Span<(int Length, Affix Affix)> prefixes = stackalloc (int, Affix)[Affixes.Most], suffixes = stackalloc (int, Affix)[Affixes.Most];
        var first = readings.Count;
        var (before, after) = (Affixes.PrefixesOf(word, prefixes), Affixes.SuffixesOf(word, suffixes));
        foreach (var prefix in prefixes[..before])
        {
            foreach (var suffix in suffixes[..after])
            {
                var length = word.Length - prefix.Length - suffix.Length;
                if ((length >= 2 || word.Length == 1) && lookup.TryGetValue(word.Slice(prefix.Length, length), out var found))
                {
                    Take(found, word, length, prefix, suffix, readings);
                }
            }
        }
        DropTermsOfHarmless(readings, first);
    }

    /// <summary>«ثورة» is listed as harmless, lest it be read as the feminine of an ox.</summary>
    private static void DropTermsOfHarmless(List<Reading> readings, int first)
    {
        var isHarmless = false;
        for (var i = first; i < readings.Count; i++)
        {
            isHarmless |= (readings[i].Lexeme.Kinds & WordKind.Harmless) != 0;
        }
        for (var i = readings.Count - 1; isHarmless && i >= first; i--)
        {
            if (readings[i].Lexeme.Starts.Any(phrase => phrase.Term is not null) || (readings[i].Lexeme.Kinds & WordKind.Attack) != 0)
            {
                readings.RemoveAt(i);
            }
        }
    }

    private static void Take(List<Lexeme> found, ReadOnlySpan<char> word, int length, (int Length, Affix Affix) prefix, (int Length, Affix Affix) suffix, List<Reading> readings)
    {
        foreach (var lexeme in found)
        {
            if (Fits(lexeme, word, length, prefix, suffix))
            {
                readings.Add(new(lexeme, prefix.Affix | suffix.Affix));
            }
        }
    }

    private static bool Fits(Lexeme lexeme, ReadOnlySpan<char> word, int length, (int Length, Affix Affix) prefix, (int Length, Affix Affix) suffix) =>
        // «سوريا» is a country; «سوريين» are people.
        (suffix.Length == 0 || (lexeme.Kinds & WordKind.Group) == 0 || word[^1] is 'ن' or 'ت' or 'م')
        // «المسيحيون» are no saints.
        && ((lexeme.Kinds & (WordKind.Sanctity | WordKind.Divine)) == 0 || suffix.Length < 2 || word[^1] is not ('ن' or 'ت') || word.EndsWith("كن", StringComparison.Ordinal) || word.EndsWith("هن", StringComparison.Ordinal))
        && (suffix.Length != 1 || word[^1] != 'ا' || word[^2] != 'ه')
        && (lexeme.Inflects || suffix.Length == 0)
        && (!lexeme.IsShort || (suffix.Length == 0 && prefix.Affix != Affix.Called) || lexeme.Inflects)
        // A single letter before three is rather a part of them.
        && (prefix.Length != 1 || length > 3 || word[0] is not ('ه' or 'ع' or 'ك'))
        && (length > 2 || (prefix.Length <= 2 && suffix.Length == 0))
        // Without its ta marbuta a word takes the plural ending only; with a ta, only pronouns.
        && (length >= lexeme.Text.Length || lexeme.Text[^1] != 'ه' || EndsAsPlural(word[^suffix.Length..]))
        && (word[prefix.Length + length - 1] == lexeme.Text[^1] || length < lexeme.Text.Length || lexeme.Text[^1] != 'ه' || suffix.Length > 0);

    private static bool EndsAsPlural(ReadOnlySpan<char> suffix) => suffix is "ات" or "اتهم" or "اتكم" or "اته" or "اتك" or "تين";
}
