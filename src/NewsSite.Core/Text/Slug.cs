using System.Globalization;
using System.Text;

namespace NewsSite.Text;

/// <summary>The readable part of an address: letters and digits of any script, joined by hyphens, without vowel marks.</summary>
public static class Slug
{
    public const int MaxLength = 80, MaxKey = 2 * MaxLength;

    /// <returns>An empty string where <paramref name="text"/> holds no letter and no digit.</returns>
    public static string Of(string text)
    {
        var slug = new StringBuilder();
        foreach (var rune in CleanText.Of(text).ToLowerInvariant().EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) && rune.Value != Tatweel)
            {
                slug.Append(rune);
            }
            else if (!IsSilent(rune) && slug is [.., not '-'])
            {
                slug.Append('-');
            }
        }
        return Shorten(slug.ToString().Trim('-'));
    }

    /// <summary>The slug without the differences that spelling makes: by it a name's variants are one.</summary>
    public static string KeyOf(string text)
    {
        var key = ArabicText.Fold(Of(text));
        // A few signs unfold into a whole phrase.
        return key.Length <= MaxKey ? key : key[..MaxKey];
    }

    private const int Tatweel = 0x640;

    private static bool IsSilent(Rune rune) =>
        rune.Value == Tatweel || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    private static string Shorten(string slug)
    {
        if (slug.Length <= MaxLength)
        {
            return slug;
        }
        var cut = slug.LastIndexOf('-', MaxLength);
        return cut > 0 ? slug[..cut] : slug[..(char.IsHighSurrogate(slug[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
    }
}
