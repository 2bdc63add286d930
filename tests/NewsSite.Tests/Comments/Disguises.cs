using System.Text;

namespace NewsSite.Tests.Comments;

public static class Disguises
{
    public static readonly IReadOnlyList<Disguise> All =
    [
        new("tatweel", word => IsArabic(word) ? Between(word, "ــ") : null),
        new("marks", word => IsArabic(word) ? Between(word, "\u064E") + "\u0651" : null),
        new("zero width", word => Between(word, "\u200B\u200D")),
        new("bidi marks", word => "\u202B" + Between(word, "\u200F") + "\u202C"),
        new("dots", word => Between(word, ".")),
        new("dashes", word => Between(word, "-")),
        new("underscores", word => Between(word, "_")),
        new("stars", word => Between(word, "*")),
        new("spaces", word => Between(word, " ")),
        new("slashes", word => Between(word, "/")),
        new("emoji", word => Between(word, "🔥")),
        new("line break", word => word.Length > 3 ? word.Insert(word.Length / 2, "\n") : null),
        new("repeated letters", word => string.Concat(word.Select((c, at) => at % 2 == 1 ? new string(c, 4) : c.ToString()))),
        new("doubled letters", word => string.Concat(word.Select((c, at) => at == word.Length / 2 ? new string(c, 2) : c.ToString()))),
        new("hamza", word => Swap(word, "اأإ", "أإا")),
        new("alef maqsura", word => Swap(word, "يى", "ىي")),
        new("ta marbuta", word => word[^1] is 'ة' or 'ه' ? word[..^1] + (word[^1] == 'ة' ? 'ه' : 'ة') : null),
        new("Persian", word => Swap(word, "كيجبز", "کیچپژ")),
        new("Urdu and Kurdish", word => Swap(word, "هيورلتن", "ہێۆڕڵټں")),
        new("presentation forms", word => Presentation(word)),
        new("Eastern digits", word => Inside(word, "هوع", "٥٩٤")),
        new("Arabizi", ArabicInLatin.Write),
        new("Latin letters", word => Inside(word, "اهوبكس", "lowbks")),
        new("Cyrillic", word => IsArabic(word) ? null : Swap(word, "aeopcxy", "аеорсху")),
        new("symbols", word => IsArabic(word) ? Inside(word, "اس", "@$") : Inside(word, "aeios", "@310$")),
        new("one letter starred out", word => word.Length > 3 ? word.Remove(word.Length / 2, 1).Insert(word.Length / 2, "*") : null),
        new("one letter underscored out", word => word.Length > 3 ? word.Remove(word.Length / 2, 1).Insert(word.Length / 2, "_") : null),
        new("doubled clitics", word => IsArabic(word) ? "وو" + word : null),
        new("torn in two", word => word.Length > 3 ? word.Insert(word.Length / 2, " ") : null),
        new("dotless", word => Dotless(word)),
        new("foreign marks", word => Between(word, "\u0336\u0300")),
        new("full width", word => IsArabic(word) ? null : string.Concat(word.Select(c => c is > ' ' and < '\u007F' ? (char)(c + 0xFEE0) : c))),
        new("mathematical", word => IsArabic(word) ? null : string.Concat(word.Select(c => c is >= 'a' and <= 'z' ? char.ConvertFromUtf32(0x1D5EE + c - 'a') : c.ToString()))),
        new("mixed", word => IsArabic(word) ? Between(string.Concat(word.Select((c, at) => at == 1 ? new string(c, 3) : c.ToString())), "ـ\u200C\u0336") : Between(word, "\u200C\u0336")),
    ];

    public static bool IsArabic(string word) => word.Any(c => c is >= 'ء' and <= 'ي');

    private static string Between(string word, string sign) => string.Join(sign, word.ToCharArray());

    private static string? Swap(string word, string from, string to) => Changed(word, string.Concat(word.Select(c => from.IndexOf(c) is >= 0 and var at ? to[at] : c)));

    /// <summary>One letter in the inside of the word.</summary>
    private static string? Inside(string word, string from, string to)
    {
        var at = word.Length > 3 ? word.IndexOfAny(from.ToCharArray(), 1, word.Length - 2) : -1;
        return at < 0 ? null : $"{word[..at]}{to[from.IndexOf(word[at])]}{word[(at + 1)..]}";
    }

    private static string? Presentation(string word)
    {
        var forms = Enumerable.Range(0xFE80, 0xFEF5 - 0xFE80).Select(c => (char)c)
            .GroupBy(c => c.ToString().Normalize(NormalizationForm.FormKC)).ToDictionary(group => group.Key, group => group.First());
        return Changed(word, string.Concat(word.Select(c => forms.GetValueOrDefault(c.ToString(), c))));
    }

    private static string? Dotless(string word) => Changed(word, string.Concat(word.Select(c => c switch
    {
        'ب' or 'ت' or 'ث' or 'ن' or 'ي' => '\u066E',
        'ف' => '\u06A1',
        'ق' => '\u066F',
        'ج' or 'خ' => 'ح',
        'ذ' => 'د',
        'ز' => 'ر',
        'ش' => 'س',
        'ض' => 'ص',
        'ظ' => 'ط',
        'غ' => 'ع',
        'ة' => 'ه',
        _ => c,
    }))) is { } written && written.AsSpan().ContainsAny('\u066E', '\u066F', '\u06A1') ? written : null;

    private static string? Changed(string word, string written) => string.Equals(word, written, StringComparison.Ordinal) ? null : written;
}
