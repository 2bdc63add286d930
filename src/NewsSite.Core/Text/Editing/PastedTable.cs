using AngleSharp.Dom;

namespace NewsSite.Text.Editing;

/// <summary>Pipe tables. Their first row is their head, for Markdown knows none without.</summary>
internal static class PastedTable
{
    /// <summary>False for what only lays out a page: one column, or tables, lists and headings in its cells.</summary>
    public static bool IsOfCells(IElement table) =>
        Rows(table).Any(row => row.Children.Count(cell => cell.LocalName is "td" or "th") > 1)
        && table.QuerySelector("table, ul, ol, h1, h2, h3") is null;

    public static IEnumerable<IElement> Rows(IElement table) => table.Children.SelectMany(child => child.LocalName switch
    {
        "tr" => [child],
        "thead" or "tbody" or "tfoot" => child.Children.Where(row => row.LocalName == "tr"),
        _ => Enumerable.Empty<IElement>(),
    });

    public static string Of(List<List<string>> rows)
    {
        var columns = rows.Max(row => row.Count);
        var head = rows[0].Concat(Enumerable.Repeat("", columns - rows[0].Count)).ToList();
        return string.Join('\n', [Row(head), Row(Enumerable.Repeat("---", columns)), .. rows.Skip(1).Select(Row)]);
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
