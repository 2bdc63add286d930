using NewsSite.Comments.PostingRules.Wording;
using NewsSite.Text;

namespace NewsSite.Comments.PostingRules.Aiming;

/// <summary>Whom the article and its byline name, and who may be named without their help.</summary>
internal static class Persons
{
    private const int ShortestName = 3, ShortestYours = 5;

    public static bool MentionsWriter(Passage passage)
    {
        for (var word = 0; word < passage.Words.Count; word++)
        {
            if (passage.Words[word].Is(WordKind.Writer) || IsAuthor(passage, word))
            {
                return true;
            }
        }
        return false;
    }

    public static bool IsAuthor(Passage passage, int word) => IsOneOf(passage.TextOf(word), passage.Authors);

    public static bool IsNamed(Passage passage, int word) => IsOneOf(passage.TextOf(word), passage.Persons);

    /// <summary>«فلان هذا غبي», «X is a pig»: a word that the lists do not know, as names are, before a pointer or copula.</summary>
    public static bool MayStandBefore(Passage passage, int pointer) =>
        pointer > 0 && passage.Words[pointer - 1].Clause == passage.Words[pointer].Clause
        && (passage.Words[pointer - 1].Is(WordKind.Somebody) || (passage.Words[pointer - 1].IsUnlisted && !passage.TextOf(pointer - 1).StartsWith("ال", StringComparison.Ordinal)));

    /// <summary>«إعلامكم», «فعلتم»: an ending of the second person on a word that is not listed.</summary>
    public static bool IsYours(ReadOnlySpan<char> word) =>
        word.Length >= ShortestYours && (word.EndsWith("كم", StringComparison.Ordinal) || word.EndsWith("كن", StringComparison.Ordinal) || word.EndsWith("تم", StringComparison.Ordinal));

    /// <summary>The parts of names, folded as comments are.</summary>
    public static IReadOnlyList<string> PartsOf(IReadOnlyList<string> names) =>
        [.. names.SelectMany(name => ArabicText.Skeleton(name).Text.Split(' ')).Where(part => part.Length >= ShortestName).Distinct()];

    private static bool IsOneOf(ReadOnlySpan<char> word, IReadOnlyList<string> parts)
    {
        foreach (var part in parts)
        {
            if (word.EndsWith(part, StringComparison.Ordinal) && (word.Length == part.Length || (word.Length == part.Length + 1 && word[0] is 'و' or 'ل' or 'ب' or 'ف')))
            {
                return true;
            }
        }
        return false;
    }
}
