using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsSite.Text.Editing;

/// <summary>Word's lists are paragraphs with their bullets typed in, and tell their level in a style: <c>mso-list:l0 level2 lfo1</c>.</summary>
internal sealed partial class WordList
{
    private const int MostLevels = 6;

    private readonly List<string> lists = [];
    private readonly List<string> lines = [];
    private readonly List<int> numbers = [];
    private readonly List<int> widths = [];
    private (int Level, int? Number) next;
    private string? id;

    public static bool Holds(IElement paragraph) => LevelOf(paragraph) > 0 && Markers(paragraph).Count > 0;

    public static List<IElement> Markers(IElement paragraph) =>
        [.. paragraph.QuerySelectorAll("span").Where(span => PastedStyle.Declarations(span).Any(one => one is ("mso-list", "ignore")))];

    /// <summary>To be called while the paragraph still has its marker.</summary>
    public void Begin(IElement paragraph)
    {
        var marker = ArabicText.Fold(string.Concat(Markers(paragraph).Select(one => one.TextContent)).Trim());
        // A bullet of the Wingdings is a letter without a point: «o», «§», «Ø».
        var isOrdered = marker.Length > 1 && marker[^1] is '.' or ')' or '-';
        var number = int.TryParse(marker.Trim('.', ')', '(', '-'), NumberStyles.None, CultureInfo.InvariantCulture, out var written) ? written : 1;
        next = (Math.Min(LevelOf(paragraph), MostLevels), isOrdered ? number : null);
        var own = IdOf(paragraph);
        if (next.Level == 1 && own != id)
        {
            End();
        }
        id = own;
    }

    public void Add(string text)
    {
        if (text.Length == 0)
        {
            return;
        }
        var level = Math.Min(next.Level, numbers.Count + 1);
        var isFirst = level > numbers.Count;
        numbers.RemoveRange(Math.Min(level, numbers.Count), Math.Max(0, numbers.Count - level));
        if (isFirst)
        {
            numbers.Add(0);
        }
        // Inside a list Markdown lets no other number than one begin another.
        numbers[^1] = isFirst && level == 1 && next.Number is { } start ? start : numbers[^1] + 1;
        var mark = next.Number is null ? "- " : numbers[^1].ToString(CultureInfo.InvariantCulture) + ". ";
        widths.RemoveRange(Math.Min(level - 1, widths.Count), Math.Max(0, widths.Count - level + 1));
        lines.Add(new string(' ', widths.Sum()) + mark + text);
        widths.Add(mark.Length);
    }

    /// <summary>The lists, if there were any; the next paragraph begins another.</summary>
    public IEnumerable<string> Take()
    {
        End();
        string[] taken = [.. lists];
        lists.Clear();
        return taken;
    }

    private void End()
    {
        if (lines.Count > 0)
        {
            lists.Add(string.Join('\n', lines));
        }
        lines.Clear();
        numbers.Clear();
        widths.Clear();
    }

    private static string IdOf(IElement paragraph) =>
        PastedStyle.Declarations(paragraph).Where(one => one.Name == "mso-list").Select(one => one.Value.Split(' ')[0]).FirstOrDefault("");

    private static int LevelOf(IElement paragraph) =>
        PastedStyle.Declarations(paragraph).Where(one => one.Name == "mso-list").Select(one => Level().Match(one.Value))
            .Where(match => match.Success).Select(match => match.Groups[1].Value[0] - '0').FirstOrDefault();

    [GeneratedRegex(@"\blevel([1-9])\b")]
    private static partial Regex Level();
}
