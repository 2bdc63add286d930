using System.Globalization;

namespace NewsSite.Text.Editing;

/// <summary>Lists in Markdown, from the blocks of their items.</summary>
internal static class PastedList
{
    public static string Of(List<List<string>> items, bool isOrdered, string? start, string? before)
    {
        var number = int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var written) && written is >= 0 and < 100_000_000 ? written : 1;
        // Two lists in a row would be one, but for another sign.
        var bullet = before?.StartsWith("- ", StringComparison.Ordinal) == true ? "* " : "- ";
        var point = before is { Length: > 2 } && char.IsAsciiDigit(before[0]) && before.TrimStart("0123456789".ToCharArray()).StartsWith(". ", StringComparison.Ordinal) ? ") " : ". ";
        // An item of several paragraphs needs empty lines; short items read better without.
        var isLoose = items.Exists(item => item.Skip(1).Any(block => !IsList(block)));
        return string.Join(isLoose ? "\n\n" : "\n", items.Select((item, i) =>
        {
            var mark = isOrdered ? (number + i).ToString(CultureInfo.InvariantCulture) + point : bullet;
            return Prefixed(mark, new string(' ', mark.Length), string.Join(isLoose ? "\n\n" : "\n", item));
        }));
    }

    public static string Prefixed(string first, string others, string text) =>
        first + string.Join('\n', text.Split('\n').Select((line, i) => i == 0 ? line : line.Length == 0 ? others.TrimEnd() : others + line));

    // A list that begins with another number than one cannot follow a paragraph's line directly.
    private static bool IsList(string block) => block.StartsWith("- ", StringComparison.Ordinal) || block.StartsWith("* ", StringComparison.Ordinal) || block.StartsWith("1. ", StringComparison.Ordinal);
}
