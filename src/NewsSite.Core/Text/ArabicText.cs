using System.Globalization;
using System.Text;

namespace NewsSite.Text;

public static class ArabicText
{
    private const char Tatweel = '\u0640';

    /// <summary>Without the differences that spelling makes: marks, tatweel, hamza carriers, ya and alef maqsura, ta marbuta, Persian letters, Eastern digits. For finding, never for showing.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        // Compatibility decomposition also undoes presentation forms and parts the hamza from its carrier.
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (c != Tatweel && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            {
                folded.Append(ArabicLetters.Plain(char.ToLowerInvariant(c)));
            }
        }
        return folded.ToString();
    }

    /// <summary>For the posting rules: the letters that are left when every way of hiding a word is undone, and where each comes from.</summary>
    public static Skeleton Skeleton(string text) => SkeletonMaking.Make(text);
}
