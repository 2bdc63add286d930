using System.Buffers;

namespace NewsSite.Comments;

/// <summary>Persons whom a text names, roughly: what stands after a title. Who is missed is still insulted by «هذا الرجل» or by name and insult alone.</summary>
public static class PersonsNamed
{
    private const int Most = 40, Shortest = 4;

    private static readonly HashSet<string> Titles =
    [
        "الرئيس", "رئيس", "الوزير", "وزير", "وزيرة", "الوزيرة", "العام", "السيد", "السيدة", "الدكتور", "الدكتورة", "المتحدث", "المتحدثة", "الملك", "الأمير", "الشيخ", "النائب", "النائبة", "السفير", "المستشار", "المستشارة",
        "المدير", "مدير", "مديرة", "المدرب", "مدرب", "اللاعب", "لاعب", "الحارس", "الكاتب", "الكاتبة", "الفنان", "الفنانة", "المخرج", "الباحث", "الباحثة", "الخبير", "الخبيرة", "الجنرال", "القائد", "المحامي", "الناشط", "الناشطة", "الأمين",
    ];

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n.,،؛:«»\"()[]*_#!?؟");

    public static IReadOnlyList<string> In(string text)
    {
        var persons = new HashSet<string>();
        var words = text.Split([.. " \t\r\n"], StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < words.Length && persons.Count < Most; at++)
        {
            if (Titles.Contains(words[at]) && NameAfter(words, at) is { } name)
            {
                persons.Add(name);
            }
        }
        return [.. persons];
    }

    /// <summary>Past «الأمريكي», «السابق», «الحلف»: names rarely bear the article, and what does is the title's.</summary>
    private static string? NameAfter(string[] words, int title)
    {
        for (var at = title + 1; at < words.Length && at <= title + 4; at++)
        {
            var word = Bare(words[at]);
            if (!Titles.Contains(words[at]) && !word.StartsWith("ال", StringComparison.Ordinal) && !word.StartsWith("لل", StringComparison.Ordinal))
            {
                var next = at + 1 < words.Length && word.Length == words[at].Length ? Bare(words[at + 1]) : "";
                return next.Length >= Shortest && IsNameLike(next) ? $"{word} {next}" : word.Length >= Shortest ? word : null;
            }
            if (words[at].AsSpan().ContainsAny(Ends))
            {
                return null;
            }
        }
        return null;
    }

    private static bool IsNameLike(string word) => !word.StartsWith('و') && !word.StartsWith('ي') && !word.StartsWith('أ') && !word.StartsWith("ال", StringComparison.Ordinal);

    private static string Bare(string word)
    {
        var span = word.AsSpan();
        while (span.Length > 0 && Ends.Contains(span[0]))
        {
            span = span[1..];
        }
        var end = span.IndexOfAny(Ends);
        return new(end < 0 ? span : span[..end]);
    }
}
