using System.Text;
using System.Text.RegularExpressions;

namespace NewsSite.Text.Editing;

/// <summary>A backslash before a sign of Markdown, where it would mean something and only there: an editor reads this text.</summary>
internal sealed partial class PastedEscapes(string line, bool hasMarks, bool isCell)
{
    // A pair makes a mark; one alone is itself.
    private readonly HashSet<char> paired = [.. "*_~^`".Where(sign => hasMarks || line.IndexOf(sign) != line.LastIndexOf(sign)),
        .. "=+".Where(sign => line.IndexOf($"{sign}{sign}", StringComparison.Ordinal) != line.LastIndexOf($"{sign}{sign}", StringComparison.Ordinal))];
    private readonly bool hasLines = line.Contains('\n');
    // Would make a table's head of the line before.
    private readonly bool isRule = line.All(c => c is '|' or '-' or ':' or '+' || char.IsWhiteSpace(c));

    public void Append(StringBuilder markdown, string text, bool isInLink)
    {
        // Where the next bracket closes, from the end on: one look for all of them.
        var closings = Closings(text);
        var means = Enumerable.Range(0, text.Length).Select(i => Means(text, i, closings[i], isInLink)).ToArray();
        if (!isInLink)
        {
            DefuseAddresses(text, means);
        }
        for (var i = 0; i < text.Length; i++)
        {
            markdown.Append(means[i] || text[i] == '\n' ? "\\" : "").Append(text[i]);
        }
    }

    // A bare address would take the backslashes and asterisks that touch it for its own: then it is no link.
    private void DefuseAddresses(string text, bool[] means)
    {
        var touched = new bool[text.Length];
        var isTouched = hasMarks;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            isTouched = text[i] == '\n' || (isTouched && !char.IsWhiteSpace(text[i])) || means[i];
            touched[i] = isTouched;
        }
        foreach (Match address in Address().Matches(text))
        {
            var after = address.Index + address.Length;
            means[after] |= touched[after];
        }
    }

    /// <summary>Signs that mean something at the beginning of a line.</summary>
    public static string LineStarts(string markdown) => Start().Replace(markdown, match => match.Groups["number"].Success
        ? $"{match.Groups["number"].Value}\\{match.Groups["point"].Value}"
        : $"\\{match.Value}");

    private bool Means(string text, int i, int closing, bool isInLink)
    {
        var (before, after) = (i > 0 ? text[i - 1] : ' ', i + 1 < text.Length ? text[i + 1] : ' ');
        return text[i] switch
        {
            '\\' => i + 1 == text.Length || after == '\n' || char.IsAscii(after) && (char.IsPunctuation(after) || char.IsSymbol(after)),
            // Before a broken line stands a backslash, so there a sign is not between spaces.
            '*' or '~' or '^' => paired.Contains(text[i]) && !(i > 0 && i + 1 < text.Length && char.IsWhiteSpace(before) && char.IsWhiteSpace(after) && after != '\n'),
            '_' => paired.Contains('_') && !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)),
            // Code begins in one cell and would end in another.
            '`' => isCell || paired.Contains('`'),
            '=' or '+' => paired.Contains(text[i]) && (before == text[i] || after == text[i]),
            '[' => isInLink || closing < 0 || after == '^' || (closing + 1 < text.Length ? text[closing + 1] is '(' or '[' or ':' : hasMarks),
            ']' => isInLink,
            '<' => i + 1 == text.Length || char.IsAsciiLetter(after) || after is '/' or '!' or '?',
            '&' => Reference().IsMatch(text.AsSpan(i, Math.Min(40, text.Length - i))),
            '!' => hasMarks && i + 1 == text.Length,
            '|' => isCell || hasLines || isRule,
            _ => false,
        };
    }

    private static int[] Closings(string text)
    {
        var closings = new int[text.Length];
        for (int i = text.Length - 1, next = -1; i >= 0; i--)
        {
            next = text[i] == ']' ? i : next;
            closings[i] = next;
        }
        return closings;
    }

    // Asterisks that begin a list are told from emphasis by the space after them.
    [GeneratedRegex(@"^(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|\\?$)|[-=]+(?=\s*\\?$)|-(?=\s*-[\s-]*$)|~~~|```|(?<number>\d{1,9})(?<point>[.)])(?=\s|\\?$))", RegexOptions.Multiline)]
    private static partial Regex Start();

    [GeneratedRegex(@"www(?=\.)|(?:https?|ftp)(?=://)|(?:mailto|tel)(?=:)", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"^&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")]
    private static partial Regex Reference();
}
