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
                folded.Append(Letter(char.ToLowerInvariant(c)));
            }
        }
        return folded.ToString();
    }

    private static char Letter(char c) => c switch
    {
        'ٱ' => 'ا',
        'ى' or 'ی' or 'ې' => 'ي',
        'ة' or 'ە' or 'ہ' or 'ھ' or 'ۀ' => 'ه',
        'ک' or 'ڪ' => 'ك',
        'گ' => 'ك',
        >= '٠' and <= '٩' => (char)('0' + (c - '٠')),
        >= '۰' and <= '۹' => (char)('0' + (c - '۰')),
        _ => c,
    };
}
