namespace NewsSite.Comments.PostingRules.Wording;

/// <summary>Terms and phrases among the words read; of two that overlap wholly the longer one counts.</summary>
internal static class PhraseFinding
{
    private const WordKind Marking = WordKind.Target | WordKind.Attack | WordKind.Harm | WordKind.Curse;

    private const int Longest = 8;

    public static IReadOnlyList<Hit> Find(List<Word> words, List<Reading> readings)
    {
        var hits = new List<Hit>();
        for (var at = 0; at < words.Count; at++)
        {
            for (var i = words[at].First; i < words[at].First + words[at].Readings; i++)
            {
                FindFrom(at, readings[i], words, readings, hits);
            }
        }
        return [.. hits.Where((hit, at) => !IsCovered(hits, at)).DistinctBy(hit => (hit.Term, hit.Kinds, hit.First, hit.Last))];
    }

    // Hits stand in the order of their first words, so that only neighbours can cover.
    private static bool IsCovered(List<Hit> hits, int at)
    {
        for (var i = at - 1; i >= 0 && hits[at].First - hits[i].First <= Longest; i--)
        {
            if (Covers(hits[i], hits[at]))
            {
                return true;
            }
        }
        for (var i = at + 1; i < hits.Count && hits[i].First == hits[at].First; i++)
        {
            if (Covers(hits[i], hits[at]))
            {
                return true;
            }
        }
        return false;
    }

    private static bool Covers(Hit other, Hit hit) => other.Covers(hit) && (other.Term is not null || other.Kinds == WordKind.Harmless || (hit.Term is null && (other.Kinds & (Marking | WordKind.Named)) != 0));

    private static void FindFrom(int at, Reading reading, List<Word> words, List<Reading> readings, List<Hit> hits)
    {
        if ((reading.Lexeme.Kinds & Marking) != 0)
        {
            hits.Add(new(null, reading.Lexeme.Kinds & Marking, at, at, reading.Affix));
        }
        foreach (var phrase in reading.Lexeme.Starts)
        {
            if (Matches(phrase, at, words, readings))
            {
                var last = at + phrase.Words.Length - 1;
                hits.Add(new(phrase.Term, phrase.Kinds, at, last, reading.Affix));
                Mark(words, at, last, phrase.Kinds);
            }
        }
    }

    private static bool Matches(Phrase phrase, int at, List<Word> words, List<Reading> readings)
    {
        for (var i = 1; i < phrase.Words.Length; i++)
        {
            if (at + i >= words.Count || !Has(words[at + i], phrase.Words[i], readings))
            {
                return false;
            }
        }
        return true;
    }

    private static bool Has(Word word, Lexeme lexeme, List<Reading> readings)
    {
        for (var i = word.First; i < word.First + word.Readings; i++)
        {
            if (readings[i].Lexeme == lexeme)
            {
                return true;
            }
        }
        return false;
    }

    private static void Mark(List<Word> words, int first, int last, WordKind kinds)
    {
        for (var i = first; kinds != WordKind.None && i <= last; i++)
        {
            words[i] = words[i] with { Kinds = words[i].Kinds | kinds };
        }
    }
}
