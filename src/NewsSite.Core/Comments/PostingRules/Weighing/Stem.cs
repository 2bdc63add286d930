namespace NewsSite.Comments.PostingRules.Weighing;

/// <summary>A word without what commonly hangs on it. Rough: words of one stem need only mostly meet, and none need be told apart.</summary>
internal static class Stem
{
    private const int Shortest = 3;

    private static readonly string[] Prefixes = ["وبال", "وال", "بال", "فال", "كال", "هال", "عال", "لل", "يال", "ال", "يا", "و", "ب", "ف", "ل"];

    private static readonly string[] Endings =
        ["اتهم", "اتكم", "كما", "هما", "ينكم", "تكم", "تهم", "ون", "ين", "ات", "كم", "هم", "ها", "نا", "ني", "وا", "وه", "ه", "ي", "ك", "و", "ا"];

    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word)
    {
        foreach (var prefix in Prefixes)
        {
            if (word.Length >= prefix.Length + Shortest && word.StartsWith(prefix, StringComparison.Ordinal))
            {
                word = word[prefix.Length..];
                break;
            }
        }
        foreach (var ending in Endings)
        {
            if (word.Length >= ending.Length + Shortest && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }
        return word;
    }
}
