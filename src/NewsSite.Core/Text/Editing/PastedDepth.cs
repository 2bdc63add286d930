using System.Text;
using System.Text.RegularExpressions;

namespace NewsSite.Text.Editing;

/// <summary>No program nests hundreds of elements. Who does wants a parser to work for each element on all those around it: only the words of such HTML are kept.</summary>
internal static partial class PastedDepth
{
    public static bool Exceeds(string html, int most)
    {
        var depth = 0;
        foreach (var tag in Tag().EnumerateMatches(html))
        {
            var text = html.AsSpan(tag.Index, tag.Length);
            depth = text[1] == '/' ? Math.Max(0, depth - 1) : EndsByItself(text[1..]) ? depth : depth + 1;
            if (depth > most)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The same text without any tag but paragraphs.</summary>
    public static string Flattened(string html)
    {
        var (flat, end) = (new StringBuilder(), 0);
        foreach (Match part in Removed().Matches(html))
        {
            flat.Append(html, end, part.Index - end).Append(Block().IsMatch(part.ValueSpan) ? "<p>" : "");
            end = part.Index + part.Length;
        }
        return flat.Append(html.AsSpan(end)).ToString();
    }

    private static bool EndsByItself(ReadOnlySpan<char> name)
    {
        foreach (var one in (ReadOnlySpan<string>)["br", "hr", "img", "meta", "link", "input", "col", "wbr", "base", "area", "source", "track", "embed", "p", "li", "td", "th", "tr", "dd", "dt", "option", "tbody", "thead"])
        {
            if (name.Equals(one, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    [GeneratedRegex("</?[A-Za-z][A-Za-z0-9:]*")]
    private static partial Regex Tag();

    // Alternatives that do not find their end fail once each and then are found no more: the text after the last ">" is looked at by one of them only.
    [GeneratedRegex(@"<(?:[^<>]*>|(?=[A-Za-z/!?]))")]
    private static partial Regex Removed();

    [GeneratedRegex(@"^</?(?:p|div|h[1-6]|li|ul|ol|tr|td|table|br|blockquote|section|article)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Block();
}
