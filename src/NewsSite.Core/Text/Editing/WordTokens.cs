using System.Text.RegularExpressions;

namespace NewsSite.Text.Editing;

/// <summary>A text cut into words (with their vowel marks; numbers, Latin names and addresses whole) and what stands between them. Joined again they are the text.</summary>
public static partial class WordTokens
{
    public static IReadOnlyList<string> Of(string text) => [.. Token().Matches(text).Select(match => match.Value)];

    public static bool IsWord(string token) => IsOfWord(token[0]);

    /// <summary>Two of them side by side are one word.</summary>
    internal static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '\u200C' or '\u200D'
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark
            or System.Globalization.UnicodeCategory.EnclosingMark or System.Globalization.UnicodeCategory.OtherNumber or System.Globalization.UnicodeCategory.LetterNumber;

    // Each alternative begins with a character that no other begins with, but for addresses; so the time is linear.
    [GeneratedRegex("""
        https?://[^\s<>«»"()\[\]،؛]+
        |[\p{L}\p{M}\p{N}\p{Cs}\u200C\u200D]+(?:(?:(?<=\d)[.,٫٬:/](?=\d)|(?<=[A-Za-zÀ-ɏ\d])[-'’._@&+/](?=[A-Za-zÀ-ɏ\d]))[\p{L}\p{M}\p{N}\p{Cs}\u200C\u200D]+)*
        |\n+
        |[\s-[\n]]+
        |.
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex Token();
}
