using System.Buffers;

namespace NewsSite.Text;

/// <summary>Arabic in Latin letters and digits (<c>7mar</c>, <c>3ars</c>): both spellings of a word meet in one key of consonants.</summary>
internal static class Arabizi
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("235679");

    /// <summary>A digit that only an Arabic word has in it, and none that stands for no letter, as in numbers and codes.</summary>
    public static bool IsTelling(ReadOnlySpan<char> word) => word.ContainsAny(Digits) && !word.ContainsAnyInRange('0', '1') && word.ContainsAnyInRange('a', 'z');

    /// <summary>The key of an Arabic word; two where its ain may have been left out.</summary>
    public static IEnumerable<string> KeysOf(string arabic)
    {
        if (!arabic.All(ArabicLetters.IsArabic))
        {
            yield break;
        }
        var key = KeyOfArabic(arabic);
        yield return key;
        if (key.Contains('3', StringComparison.Ordinal))
        {
            yield return key.Replace("3", "", StringComparison.Ordinal);
        }
    }

    public static string KeyOfLatin(ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[Math.Min(word.Length, 30) + 1];
        var length = 0;
        for (var at = 0; at < Math.Min(word.Length, 30); at++)
        {
            var next = at + 1 < word.Length ? word[at + 1] : '\0';
            var (consonant, isTwo) = Consonant(word[at], next);
            var kept = consonant is 'A' or 'W' or 'Y' && length > 0 ? '\0' : consonant is 'H' && at == word.Length - 1 && word[at] == 'h' ? '\0' : consonant;
            if (kept != '\0' && (length == 0 || key[length - 1] != kept))
            {
                key[length++] = kept;
            }
            at += isTwo ? 1 : 0;
        }
        return new(key[..length]);
    }

    private static string KeyOfArabic(string word)
    {
        Span<char> key = stackalloc char[word.Length];
        var length = 0;
        for (var at = 0; at < word.Length; at++)
        {
            var consonant = Consonant(word[at]);
            var kept = (consonant is 'A' or 'W' or 'Y' && at > 0) || (word[at] == 'ه' && at == word.Length - 1) ? '\0' : consonant;
            if (kept != '\0' && (length == 0 || key[length - 1] != kept))
            {
                key[length++] = kept;
            }
        }
        return new(key[..length]);
    }

    private static (char Consonant, bool IsTwo) Consonant(char c, char next) => (c, next) switch
    {
        ('s' or 'c', 'h') => ('C', true),
        ('k', 'h') => ('5', true),
        ('g', 'h') => ('G', true),
        ('t', 'h') => ('T', true),
        ('d', 'h') => ('D', true),
        ('o', 'u') => ('A', true),
        ('a' or 'e' or 'i' or 'o' or 'u', _) => ('A', false),
        ('w', _) => ('W', false),
        ('y', _) => ('Y', false),
        ('7' or 'h', _) => ('H', false),
        ('2', _) => ('\0', false),
        ('3' or '4', _) => ('3', false),
        ('5', _) => ('5', false),
        ('6', _) => ('T', false),
        ('8', _) => ('G', false),
        ('9' or 'q' or 'k' or 'c', _) => ('K', false),
        ('g' or 'j', _) => ('J', false),
        ('p', _) => ('B', false),
        ('v', _) => ('F', false),
        ('x', _) => ('K', false),
        ( >= 'a' and <= 'z', _) => (char.ToUpperInvariant(c), false),
        _ => ('\0', false),
    };

    private static char Consonant(char c) => c switch
    {
        'ا' => 'A',
        'و' => 'W',
        'ي' => 'Y',
        'ب' => 'B',
        'ت' or 'ط' or 'ث' => 'T',
        'ج' => 'J',
        'ح' or 'ه' => 'H',
        'خ' => '5',
        'د' or 'ض' or 'ذ' or 'ظ' => 'D',
        'ر' => 'R',
        'ز' => 'Z',
        'س' or 'ص' => 'S',
        'ش' => 'C',
        'ع' => '3',
        'غ' => 'G',
        'ف' => 'F',
        'ق' or 'ك' => 'K',
        'ل' => 'L',
        'م' => 'M',
        'ن' => 'N',
        _ => '\0',
    };
}
