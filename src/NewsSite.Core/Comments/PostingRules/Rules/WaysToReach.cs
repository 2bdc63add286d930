using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>
/// Where somebody may be written to or called. Whoever stands in a comment with an address or a number is found by every collector of them, whether they are the writer's own or another's.
/// Its patterns look back no further than the longest address.
/// </summary>
internal static partial class WaysToReach
{
    private const int ShortestTelephone = 8, LongestTelephone = 15;

    /// <param name="written">The comment.</param>
    /// <param name="bare">The same with spaces where links are: their digits call nobody.</param>
    /// <returns>Each by its place, in their order.</returns>
    public static IReadOnlyList<(int Start, string Written)> In(string written, string bare) =>
        [.. Emails(written).Concat(LinkedNumber().Matches(written).Select(match => (match.Index, match.Value))).Concat(Telephones(bare)).OrderBy(way => way.Item1)];

    private static IEnumerable<(int, string)> Emails(string written)
    {
        // Marks that nobody sees hide no address.
        int[] seen = [.. Enumerable.Range(0, written.Length).Where(at => char.GetUnicodeCategory(written[at]) != UnicodeCategory.Format)];
        var visible = seen.Length == written.Length ? written : string.Concat(seen.Select(at => written[at]));
        return Email().Matches(visible).Select(match => (seen[match.Index], written[seen[match.Index]..(seen[match.Index + match.Length - 1] + 1)]));
    }

    // Spaces and words for the signs are taken for an address only where the rest leaves no doubt: «lunch @ Rome.Then home» is none, and neither is «@name.more», or «@name@site», somebody's account elsewhere.
    [GeneratedRegex("""
        (?<![a-z0-9._%+@-]) [a-z0-9](?:[a-z0-9._%+-]{0,63}[a-z0-9_])?
        (?:
          [@＠﹫]{1,2} (?![1-9]x\.) (?: (?:[a-z0-9-]{1,63}\.){1,6} [a-z]{2,24} | (?:[\p{IsArabic}0-9-]{1,63}\.){1,6} \p{IsArabic}{2,24} )
        | [ ]{0,3} (?: [@＠﹫]{1,2} | [(\[{][ ]?(?:@|at|[آا]ت)[ ]?[)\]}] ) [ ]{0,3}
          (?: [a-z0-9-]{1,63} (?: \. | [ ]?[(\[{]?[ ]?(?:\.|dot|دوت|نقطة)[ ]?[)\]}]?[ ]? ) ){1,4} (?:com|net|org|edu|gov|info|fr|uk|jo|lb|sy|iq|kw|qa|bh|ye|dz|tn|ly|ae|ps|eg) (?![a-z])
        | [ ](?:at|[آا]ت)[ ] (?:gmail|googlemail|hotmail|yahoo|ymail|outlook|live|msn|icloud|proton|protonmail|gmx|aol|yandex) [ ]?(?:\.|dot|دوت|نقطة)[ ]? [a-z]{2,3}
        )
        | (?<=@) [a-z0-9](?:[a-z0-9._%+-]{0,63}[a-z0-9_])? @ (?:gmail|googlemail|hotmail|yahoo|ymail|outlook|live|msn|icloud|proton|protonmail|gmx|aol|yandex) \. [a-z]{2,3}
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?:wa\.me/\+?|t\.me/\+|whatsapp\.com/send\S{0,16}phone=\+?|tel:\+?)\p{Nd}[\p{Nd}-]{6,15}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LinkedNumber();

    private static IEnumerable<(int, string)> Telephones(string bare)
    {
        foreach (var row in Digits().Matches(bare).AsEnumerable())
        {
            var groups = row.Groups["digits"].Captures;
            for (var first = 0; first < groups.Count; first++)
            {
                var last = first;
                for (var digits = groups[first].Length; last + 1 < groups.Count && digits + groups[last + 1].Length <= LongestTelephone; last++)
                {
                    digits += groups[last + 1].Length;
                }
                if (IsTelephone([.. groups.Skip(first).Take(last - first + 1).Select(group => Plain(group.Value))], first == 0 && row.Value[0] == '+'))
                {
                    var start = first == 0 ? row.Index : groups[first].Index;
                    yield return (start, bare[start..(groups[last].Index + groups[last].Length)]);
                    first = last;
                }
            }
        }
    }

    [GeneratedRegex(@"\+?(?<digits>\p{Nd}+)(?:[ .()-]{1,3}(?<digits>\p{Nd}+))*", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    private static string Plain(string digits) => string.Concat(digits.Select(digit => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(digit))));

    // Dates, scores, numbers of verses and laws, shares and round sums are none.
    private static bool IsTelephone(string[] groups, bool isInternational) =>
        string.Concat(groups) is { Length: >= ShortestTelephone and <= LongestTelephone } all
        && (isInternational || (groups[0].Length > 1 && all[0] == '0' && !all.StartsWith("000", StringComparison.Ordinal)))
        && !all.EndsWith("00000", StringComparison.Ordinal)
        && (groups.Any(group => group.Length > 2) || (groups.Length == 5 && groups.All(group => group.Length == 2)))
        && !groups.Zip(groups.Skip(1)).Any(pair => pair.First.Length <= 2 && pair.Second.Length == 4 && pair.Second[..2] is "18" or "19" or "20" or "21");
}
