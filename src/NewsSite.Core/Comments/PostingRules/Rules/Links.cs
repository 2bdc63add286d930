using System.Text.RegularExpressions;

namespace NewsSite.Comments.PostingRules.Rules;

/// <summary>Addresses and numbers to call in a text.</summary>
internal static partial class Links
{
    private const int ShortestTelephone = 8, LongestTelephone = 15;
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

    /// <summary>Whoever stands in a comment with an address to write to is found by every collector of addresses, whether it is the writer's own or another's.</summary>
    public static bool HasEmail(string text) => text.Contains('@', StringComparison.Ordinal) && Email().IsMatch(text);

    [GeneratedRegex(@"[\w+-]@[\w-]{2,}\.[A-Za-z]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    /// <summary>Digits that begin as numbers to call do; sums of money do not.</summary>
    public static bool HasTelephone(string text)
    {
        var (digits, begins) = (0, false);
        for (var at = 0; at <= text.Length; at++)
        {
            var c = at < text.Length ? text[at] : ' ';
            if (char.IsDigit(c))
            {
                begins = digits == 0 ? c is '0' or '٠' or '۰' || (at > 0 && text[at - 1] == '+') : begins;
                digits++;
            }
            else if (digits > 0 && at + 1 < text.Length && c is ' ' or '-' or '.' or '(' or ')' && (char.IsDigit(text[at + 1]) || text[at + 1] is '(' or '-'))
            {
                // A gap inside a number.
            }
            else if (begins && digits is >= ShortestTelephone and <= LongestTelephone)
            {
                return true;
            }
            else
            {
                digits = 0;
            }
        }
        return false;
    }
}
