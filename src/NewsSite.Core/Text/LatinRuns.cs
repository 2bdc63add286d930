using System.Text.RegularExpressions;

namespace NewsSite.Text;

/// <summary>Stretches of Latin writing inside a right-to-left text, numbers and marks between Latin words included.</summary>
public static partial class LatinRuns
{
    /// <summary>Latin words take the system font whole; what begins with a mark or a digit, or is of another script, is told its direction.</summary>
    public static string AttributeFor(string run) => run.All(char.IsAscii) && char.IsAsciiLetter(run[0]) && char.IsAsciiLetterOrDigit(run[^1]) ? "lang=\"en\"" : "dir=\"ltr\"";

    /// <summary>The text cut into parts, in order; nothing is lost.</summary>
    public static IEnumerable<(string Text, bool IsLatin)> Split(string text)
    {
        var end = 0;
        foreach (Match match in Run().Matches(text))
        {
            if (match.Index > end)
            {
                yield return (text[end..match.Index], false);
            }
            yield return (match.Value, true);
            end = match.Index + match.Length;
        }
        if (end < text.Length)
        {
            yield return (text[end..], false);
        }
    }

    // In order: addresses and e-mail; telephone numbers; words of any left-to-right script.
    // A number before joins only when it measures ("5.2 kW"): «في 2024 NASA» must not turn over. A number after belongs to the name ("Boeing 737").
    [GeneratedRegex(@"https?://[^\s<>«»،؛]*[^\s<>«»،؛.,:!?)]|\+\d[\d\s\u00A0-]{5,16}\d|(?:\d[\d.,]*[ \u00A0](?=(?:[kMGTmcn]?(?:Wh?|V|A|Hz|m|g|B|L|J|Pa)|km/h|dB)(?![A-Za-z])))?(?:\d[\d.]*)?[@#.]?[A-Za-zÀ-ɏͰ-ҿ][A-Za-zÀ-ɏͰ-ҿ\d_]*(?:[ \u00A0.,'’&@+/:_°·-]{1,2}[@#.]?[A-Za-zÀ-ɏͰ-ҿ\d_]+)*(?:[+#]{1,2}(?![\w#+]))?")]
    private static partial Regex Run();
}
