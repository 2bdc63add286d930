using NewsSite.Comments.PostingRules.Aiming;
using NewsSite.Comments.PostingRules.Wording;

namespace NewsSite.Comments.PostingRules.Weighing;

/// <summary>Something of a comment that the weigher looks at, as a number below <see cref="Traits.Count"/>.</summary>
/// <param name="Word">The word where it stands.</param>
/// <param name="IsMasked">The word is only seen as one of its kind.</param>
internal readonly record struct Trait(int Number, int Word, bool IsMasked);

/// <summary>
/// A comment as the weigher sees it: stems, two of them in a row or with one between, each behind what aims or softens it, each word's letters in fours, and each stem beside the writer, a faith, a people … if the comment speaks of one.
/// Faiths, sects, peoples, the holy, names and figures are seen as «a people», «a name», «a figure»: whose name it is can tell nothing.
/// </summary>
internal static class Traits
{
    /// <summary>How many there may be; beyond that some share a number.</summary>
    public const int Count = 1 << 18;

    private const int Stretch = 4, MostLetters = 24, MostFigures = 6;

    private static readonly uint Edge = Hash("^");

    private static readonly WordKind[] Masked = [WordKind.Named, WordKind.Divine, WordKind.Sanctity, WordKind.Religion, WordKind.Sect, WordKind.People];

    // What aims a word or softens it, when it stands before it.
    private const WordKind Cues =
        WordKind.Call | WordKind.You | WordKind.Writer | WordKind.Commenter | WordKind.Somebody | WordKind.Pointing | WordKind.Thing | WordKind.Animal | WordKind.Nature | WordKind.Denial | WordKind.Telling
        | WordKind.Self | WordKind.Study | WordKind.All | WordKind.Saying | WordKind.Preposition | WordKind.Copula | WordKind.Attack | WordKind.Harm | WordKind.Curse;

    /// <param name="spellings">As <see cref="HiddenLetters"/> reads them.</param>
    public static List<Trait> Of(Passage passage, string?[]? spellings = null)
    {
        var traits = new List<Trait>(passage.Words.Count * 8);
        var kinds = KindsOf(passage);
        var stems = new uint[passage.Words.Count];
        var (before, last) = (Edge, Edge);
        for (var at = 0; at < stems.Length; at++)
        {
            if (at > 0 && kinds[at] != WordKind.None && kinds[at] == kinds[at - 1])
            {
                // A name of two words is no more than one of one.
                continue;
            }
            if (spellings?[at] is "")
            {
                continue;
            }
            stems[at] = kinds[at] != WordKind.None ? OfKind(kinds[at]) : OfSpelling(spellings?[at] is { } spelling ? spelling : passage.TextOf(at), at, traits);
            Add(stems[at], at);
            Add(Mix(last, stems[at]), at);
            Add(Mix(Mix(before, 3), stems[at]), at);
            if (at > 0 && kinds[at - 1] == WordKind.None && (passage.Words[at - 1].Kinds & Cues) is not WordKind.None and var cues)
            {
                Add(Mix(Mix(stems[at], 7), (uint)cues), at);
            }
            (before, last) = (last, stems[at]);
        }
        var spokenOf = kinds.Append(Persons.MentionsWriter(passage) ? WordKind.Writer : WordKind.None).Where(kind => kind is not (WordKind.None or WordKind.Named)).Distinct();
        foreach (var beside in spokenOf.Select(kind => Mix(Hash("beside"), (uint)kind)))
        {
            for (var at = 0; at < stems.Length; at++)
            {
                if (kinds[at] == WordKind.None && spellings?[at] is not "")
                {
                    Add(Mix(beside, stems[at]), at);
                }
            }
        }
        return traits;

        void Add(uint hash, int at) => traits.Add(new((int)(hash % Count), at, kinds[at] != WordKind.None));
    }

    /// <summary>Of each word the kind that hides it, or none.</summary>
    private static WordKind[] KindsOf(Passage passage)
    {
        var kinds = new WordKind[passage.Words.Count];
        for (var at = 0; at < kinds.Length; at++)
        {
            kinds[at] = Persons.IsAuthor(passage, at) ? WordKind.Writer : Persons.IsNamed(passage, at) ? WordKind.Named : First(passage.Words[at].Kinds);
        }
        foreach (var mark in passage.Marks)
        {
            for (var at = mark.First; at <= mark.Last && First(mark.Kinds) is not WordKind.None and var kind; at++)
            {
                kinds[at] = kinds[at] == WordKind.Named ? WordKind.Named : kind;
            }
        }
        return kinds;

        static WordKind First(WordKind of)
        {
            foreach (var kind in Masked)
            {
                if ((of & kind) != 0)
                {
                    return kind;
                }
            }
            return WordKind.None;
        }
    }

    private static uint OfKind(WordKind kind) => Mix(Hash("kind"), (uint)kind);

    /// <summary>The word's letters in fours are added, its stem is given back.</summary>
    public static uint OfSpelling(ReadOnlySpan<char> text, int at, List<Trait> traits)
    {
        if (char.IsAsciiDigit(text[0]))
        {
            return Mix(Hash("figure"), (uint)Math.Min(text.Length, MostFigures));
        }
        // A letter doubled is the letter: haste and disguise write both.
        Span<char> framed = stackalloc char[Math.Min(text.Length, MostLetters) + 2];
        framed[0] = '^';
        var end = 1;
        foreach (var c in text[..(framed.Length - 2)])
        {
            if (framed[end - 1] != c)
            {
                framed[end++] = c;
            }
        }
        framed[end++] = '$';
        framed = framed[..end];
        for (var start = 0; start + Stretch <= framed.Length; start++)
        {
            traits.Add(new((int)(Hash(framed.Slice(start, Stretch)) % Count), at, false));
        }
        return Mix(Hash(Stem.Of(framed[1..^1])), 5);
    }

    // FNV-1a.
    private static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }
        return hash ^ (hash >> 15);
    }

    private static uint Mix(uint hash, uint with)
    {
        hash = (hash ^ (with * 2654435761u)) * 16777619u;
        return hash ^ (hash >> 15);
    }
}
