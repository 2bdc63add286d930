using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>
/// Where somebody may be written to or called. Whoever stands in a comment with an address or a number is found by every collector of them, whether they are the writer's own or another's.
/// </summary>
internal static partial class WaysToReach
{
    private const int ShortestTelephone = 8, LongestTelephone = 15, Pairs = 5;

    /// <param name="written">The comment.</param>
    /// <param name="bare">The same with spaces where links are: their digits call nobody.</param>
    /// <returns>Each by its place, in their order.</returns>
    public static IReadOnlyList<(int Start, string Written)> In(string written, string bare)
    {
        // Marks that nobody sees hide nothing.
        int[] seen = [.. Enumerable.Range(0, written.Length).Where(at => IsSeen(written[at]))];
        var (whole, rest) = (Only(written, seen), Only(bare, seen));
        return [.. Email().Matches(whole).Concat(LinkedNumber().Matches(whole)).Select(match => (match.Index, match.Length)).Concat(Telephones(rest)).OrderBy(way => way.Item1)
            .Select(way => (seen[way.Item1], written[seen[way.Item1]..(seen[way.Item1 + way.Item2 - 1] + 1)]))];
    }

    // U+034F joins nothing, and U+FE00 to U+FE0F choose a shape.
    private static bool IsSeen(char letter) => letter is not ('\u034F' or (>= '\uFE00' and <= '\uFE0F')) && char.GetUnicodeCategory(letter) != UnicodeCategory.Format;

    private static string Only(string text, int[] places) => places.Length == text.Length ? text : string.Concat(places.Select(at => text[at]));

    // Spaces and words for the signs are taken for an address only where the rest leaves little doubt: «lunch @ Rome.Then home» is none, «Thanks @name.more» neither, and «@name@site» is somebody's account elsewhere.
    [GeneratedRegex("""
        (?<![a-z0-9@]) (?<!@[a-z0-9._-]{1,30}) [a-z0-9](?:[a-z0-9._%+-]{0,63}[a-z0-9_])?
        (?:
          [@＠﹫]{1,2} (?![1-9](?:\.[0-9])?x\.) (?: (?:[a-z0-9-]{1,63}\.){1,6} [a-z]{2,24} | (?:[\p{IsArabic}0-9-]{1,63}\.){1,6} \p{IsArabic}{2,24} )
        | (?: [ ]{1,3}[@＠﹫][ ]{1,3} | [@＠﹫][ ]{1,3} | [ ]?[(\[{][ ]?(?:@|at|[آا]ت)[ ]?[)\]}][ ]? )
          (?: [a-z0-9-]{1,63} (?: \. | [ ]?[(\[{][ ]?(?:\.|dot|دوت|نقطة)[ ]?[)\]}][ ]? | [ ](?:dot|دوت|نقطة)[ ] ) ){1,4} (?:com|net|org|edu|gov|fr|uk|jo|lb|sy|iq|kw|qa|bh|ye|dz|tn|ly|ae) (?![a-z])
        | [ ](?:at|[آا]ت)[ ] (?: (?:gmail|googlemail|hotmail|ymail|icloud|protonmail|gmx)\. | (?:gmail|googlemail|hotmail|yahoo|ymail|outlook|live|msn|icloud|protonmail|gmx|aol|yandex)[ ](?:dot|دوت|نقطة)[ ] ) [a-z]{2,3} (?![a-z])
        )
        | (?<=@) [a-z0-9](?:[a-z0-9._%+-]{0,63}[a-z0-9_])? @ (?:gmail|googlemail|hotmail|yahoo|ymail|outlook|live|msn|icloud|proton|protonmail|gmx|aol|yandex) \. [a-z]{2,3} (?![a-z])
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?:wa\.me/\+?|t\.me/\+|whatsapp\.com/send\S{0,16}phone=\+?|tel:\+?)\p{Nd}[\p{Nd}-]{6,15}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LinkedNumber();

    private static IEnumerable<(int Start, int Length)> Telephones(string text)
    {
        var undated = Date().Replace(string.Concat(text.Select(Plain)), date => new('x', date.Length));
        foreach (var row in Row().Matches(undated).AsEnumerable())
        {
            var groups = row.Groups["digits"].Captures.ToArray();
            for (var first = 0; first < groups.Length; first++)
            {
                if (LastOf(undated, row, groups, first) is { } last)
                {
                    var start = first == 0 ? row.Index : groups[first].Index;
                    yield return (start, groups[last].Index + groups[last].Length - start);
                    first = last;
                }
            }
        }
    }

    private static char Plain(char letter) => char.IsDigit(letter) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(letter)) : letter;

    /// <returns>The last group of the longest number to call that begins with a group; null: none does.</returns>
    private static int? LastOf(string text, Match row, Capture[] groups, int first)
    {
        // Behind a point are decimals, and behind three digits at most three more are thousands.
        if (first > 0 && (text[groups[first].Index - 1] == '.' || (groups[first - 1].Length <= 3 && groups[first..].All(group => group.Length == 3))))
        {
            return null;
        }
        var isInternational = (first == 0 && (row.Value[0] == '+' || row.Value[^1] == '+')) || (groups[first].Value is ['0', '0', not '0', ..]) || (groups[first].Value == "00" && first + 1 < groups.Length);
        var end = first;
        for (var digits = 0; end < groups.Length && digits + groups[end].Length <= LongestTelephone; end++)
        {
            digits += groups[end].Length;
        }
        for (var last = end - 1; last >= first; last--)
        {
            if (IsTelephone([.. groups[first..(last + 1)].Select(group => group.Value)], isInternational))
            {
                return last;
            }
        }
        return null;
    }

    // Scores, numbers of verses and round sums are none.
    private static bool IsTelephone(string[] groups, bool isInternational) =>
        string.Concat(groups) is { Length: >= ShortestTelephone and <= LongestTelephone } all && !all.EndsWith("0000", StringComparison.Ordinal)
        && (isInternational || (groups[0].Length > 1 && all is ['0', not '0', ..] && (groups.Any(group => group.Length > 2) || IsFivePairs(groups))));

    // As France writes them; not one, two, three, four, five.
    private static bool IsFivePairs(string[] groups) =>
        groups.Length == Pairs && groups.All(group => group.Length == 2) && !groups.Zip(groups.Skip(1)).All(pair => string.CompareOrdinal(pair.First, pair.Second) < 0 && pair.Second[0] <= '1');

    [GeneratedRegex(@"\+?(?<digits>[0-9]+)(?:[ \u00A0\u202F.()/\u2011–-]{1,3}(?<digits>[0-9]+))*\+?", RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    // «05.06.1967», «5-6-67», «2024-05-06», «05061967», and the law «05-2019-1234».
    [GeneratedRegex("""
        (?<![0-9]|[0-9][./-])
        (?: (?:0?[1-9]|[12][0-9]|3[01]) ([./-]) (?:0?[1-9]|1[0-2]) \1 (?:1[0-9]{3}|2[01][0-9]{2}|[0-9]{2})
          | (?:1[0-9]{3}|2[01][0-9]{2}) ([./-]) (?:0?[1-9]|1[0-2]) \2 (?:0?[1-9]|[12][0-9]|3[01])
          | (?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])(?:19|20)[0-9]{2}
          | [0-9]{1,2} ([/-]) (?:19|20)[0-9]{2} \3 [0-9]{1,6} )
        (?![0-9]|[./-][0-9])
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Date();
}
