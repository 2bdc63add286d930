namespace NewsSite.Tests.Comments;

/// <summary>Arabic words as people type them on a Latin keyboard.</summary>
internal static class ArabicInLatin
{
    /// <summary>Only words that keep a digit or are long enough to be told from English.</summary>
    public static string? Write(string word)
    {
        if (!Disguises.IsArabic(word) || word.Length < 4)
        {
            return null;
        }
        var written = string.Concat(word.Select((c, at) => Letter(c, at == word.Length - 1)));
        return written.Any(char.IsAsciiDigit) ? written : null;
    }

    private static string Letter(char c, bool isLast) => c switch
    {
        'ا' or 'أ' or 'إ' or 'آ' or 'ى' => "a",
        'ب' => "b",
        'ت' => "t",
        'ث' => "th",
        'ج' => "j",
        'ح' => "7",
        'خ' => "5",
        'د' or 'ض' => "d",
        'ذ' or 'ظ' => "dh",
        'ر' => "r",
        'ز' => "z",
        'س' or 'ص' => "s",
        'ش' => "sh",
        'ط' => "6",
        'ع' => "3",
        'غ' => "gh",
        'ف' => "f",
        'ق' => "9",
        'ك' => "k",
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        'ه' or 'ة' => isLast ? "a" : "h",
        'و' => "ou",
        'ي' => "i",
        _ => "",
    };
}
