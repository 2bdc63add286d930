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

    public static bool IsAuthor(Passage passage, int word) => IsOneOf(passage.TextOf(word), passage.Context.Authors);

    public static bool IsNamed(Passage passage, int word) => IsOneOf(passage.TextOf(word), passage.Context.Persons);

    /// <summary>«فلان هذا غبي», «X is a pig»: a word that the lists do not know, as names are, before a pointer or copula.</summary>
    public static bool MayStandBefore(Passage passage, int pointer) =>
        pointer > 0 && passage.Words[pointer - 1].Clause == passage.Words[pointer].Clause
        && (passage.Words[pointer - 1].Is(WordKind.Somebody) || (passage.Words[pointer - 1].Readings == 0 && !passage.TextOf(pointer - 1).StartsWith("ال", StringComparison.Ordinal)));

    /// <summary>«إعلامكم», «فعلتم»: an ending of the second person on a word that is not listed.</summary>
    public static bool IsYours(ReadOnlySpan<char> word) =>
        word.Length >= ShortestYours && (word.EndsWith("كم", StringComparison.Ordinal) || word.EndsWith("كن", StringComparison.Ordinal) || word.EndsWith("تم", StringComparison.Ordinal));

    private static bool IsOneOf(ReadOnlySpan<char> word, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            foreach (var range in ArabicText.Skeleton(name).Text.AsSpan().Split(' '))
            {
                var part = ArabicText.Skeleton(name).Text.AsSpan(range);
                if (part.Length >= ShortestName && (word.SequenceEqual(part) || (word.Length == part.Length + 1 && word[0] is 'و' or 'ل' or 'ب' or 'ف' && word[1..].SequenceEqual(part))))
                {
                    return true;
                }
            }
        }
        return false;
    }
}
