using System.Buffers;
using System.Text.RegularExpressions;

namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>Addresses and numbers to call in a text.</summary>
internal static partial class Links
{
    private const int ShortestTelephone = 8, LongestTelephone = 15;
    private static readonly SearchValues<char> Ats = SearchValues.Create("@＠﹫([{");
    private static readonly string[] Marks = ["http://", "https://", "www.", "t.me/", "wa.me/", "bit.ly/", "chat.whatsapp", "hxxp"];

    public static int In(string text)
    {
        var count = 0;
        foreach (var mark in Marks)
        {
            for (var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(mark, at + mark.Length, StringComparison.OrdinalIgnoreCase))
            {
                // «https://www.» is one.
                count += mark == "www." && at > 0 && text[at - 1] == '/' ? 0 : 1;
            }
        }
        return count;
    }

    /// <summary>The text with spaces where links were, and so with every place as it was.</summary>
    public static string Blanked(string text)
    {
        if (In(text) == 0)
        {
            return text;
        }
        var blanked = text.ToCharArray();
        foreach (var mark in Marks)
        {
            for (var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(mark, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                for (var end = at; end < text.Length && char.IsAscii(text[end]) && !char.IsWhiteSpace(text[end]); end++)
                {
                    blanked[end] = ' ';
                }
            }
        }
        return new(blanked);
    }

    /// <summary>
    /// Where somebody may be written to or called, each by its place. Whoever stands in a comment with an address or a number is found by every collector of them,
    /// whether they are the writer's own or another's.
    /// </summary>
    public static IReadOnlyList<(int Start, string Written)> WaysToReach(string text)
    {
        var bare = Blanked(text);
        return [.. Emails(bare), .. Telephones(bare)];
    }

    private static IEnumerable<(int Start, string Written)> Emails(string text) =>
        text.AsSpan().IndexOfAny(Ats) < 0 ? [] : Email().Matches(text).Select(match => (match.Index, match.Value));

    // «name@site», «name @ site» and «name (at) site (dot) com»; «word @name.more» is somebody's account elsewhere, and so is «@name@site».
    [GeneratedRegex(@"(?<![\w.+@-])[\w.+-]+(?:[@＠﹫]| @ | ?[(\[{] ?(?:@|at|[آا]ت) ?[)\]}] ?)(?:[\w-]+(?:\.| ?[(\[{] ?(?:\.|dot|دوت|نقطة) ?[)\]}] ?))+\p{L}{2,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    /// <summary>Digits that begin as numbers to call do; sums of money do not.</summary>
    private static IEnumerable<(int Start, string Written)> Telephones(string text)
    {
        var (start, end, digits, begins) = (0, 0, 0, false);
        for (var at = 0; at <= text.Length; at++)
        {
            var c = at < text.Length ? text[at] : ' ';
            if (char.IsDigit(c))
            {
                if (digits == 0)
                {
                    start = at > 0 && text[at - 1] == '+' ? at - 1 : at;
                    begins = start < at || c is '0' or '٠' or '۰';
                }
                digits++;
                end = at + 1;
            }
            else if (digits > 0 && at + 1 < text.Length && c is ' ' or '-' or '.' or '(' or ')' && (char.IsDigit(text[at + 1]) || text[at + 1] is '(' or '-'))
            {
                // A gap inside a number.
            }
            else
            {
                if (begins && digits is >= ShortestTelephone and <= LongestTelephone)
                {
                    yield return (start, text[start..end]);
                }
                digits = 0;
            }
        }
    }
}
