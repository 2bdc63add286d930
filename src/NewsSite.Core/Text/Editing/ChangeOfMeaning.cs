using System.Text.RegularExpressions;

namespace NewsSite.Text.Editing;

/// <summary>Whether a change may alter what a reader was told. The rule: a number is another one (its sign, its per cent and its currency with it),
/// or words between quotation marks are others, or more than five words came or went. It cannot tell a corrected name from a corrected letter:
/// it proposes a note to the editor, who decides.</summary>
internal static partial class ChangeOfMeaning
{
    private const int Handful = 5;

    public static bool IsIn(IReadOnlyList<ParagraphDiff> changes) =>
        Math.Max(changes.Sum(change => change.Added), changes.Sum(change => change.Removed)) > Handful
        || !Same(changes, Numbers) || !Same(changes, QuotedWords);

    // A sentence moved elsewhere says what it said.
    private static bool Same(IReadOnlyList<ParagraphDiff> changes, Func<string, IEnumerable<string>> facts) =>
        changes.SelectMany(change => facts(change.Before)).Order(StringComparer.Ordinal)
            .SequenceEqual(changes.SelectMany(change => facts(change.After)).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Numbers(string text) => Number().Matches(text).Select(match => ArabicText.Fold(match.Value));

    private static IEnumerable<string> QuotedWords(string text) =>
        Quotation().Matches(text).SelectMany(match => new SpacedWords(match.Value).Keys);

    [GeneratedRegex(@"(?:(?<![\p{L}\d])[-−+]|[$€£¥])?\d+(?:[.,٫٬]\d+)*(?:\s?[%٪‰$€£¥])?")]
    private static partial Regex Number();

    // One that is not closed runs to the end of the paragraph, as in speech over several paragraphs.
    [GeneratedRegex("«[^»]*|“[^”]*|\"[^\"]*\"?")]
    private static partial Regex Quotation();
}
