using System.Globalization;
using NewsSite.Comments.PostingRules;
using NewsSite.Text;
using Sylvan.Data.Csv;

namespace NewsSite.Comments;

public enum TermFault { NoTerm, TooLong, NoRule, NoCertainty, NoSwitch, Twice }

/// <summary>A line that is no term.</summary>
/// <param name="What">What stands there instead.</param>
public sealed record TermLine(int Line, TermFault Fault, string What);

/// <summary>Terms out of a table <c>Term,Rule,Certainty,Region,Note,On</c>; the last three may be missing, others are not looked at.</summary>
/// <param name="Faults">The lines that were passed over.</param>
public sealed record TermTable(IReadOnlyList<TermWish> Wishes, IReadOnlyList<TermLine> Faults)
{
    public static readonly IReadOnlyList<string> Columns = ["Term", "Rule", "Certainty", "Region", "Note", "On"];

    private const int Needed = 3;
    private static readonly string[] Yes = ["", "true", "1", "yes", "نعم"], No = ["false", "0", "no", "لا"];

    /// <returns>null where the first line does not name the columns, or the text is no table at all.</returns>
    public static TermTable? Read(TextReader csv)
    {
        try
        {
            using var reader = CsvDataReader.Create(csv, new CsvDataReaderOptions { HasHeaders = false });
            return reader.Read() && PlacesOf(reader) is { } places ? Read(reader, places) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static TermTable Read(CsvDataReader reader, int[] places)
    {
        var (wishes, faults, known) = (new List<TermWish>(), new List<TermLine>(), new HashSet<string>());
        for (var line = 2; reader.Read(); line++)
        {
            var cells = places.Select(place => place < 0 || place >= reader.RowFieldCount ? "" : Cell(reader.GetString(place))).ToArray();
            if (cells.All(cell => cell.Length == 0))
            {
                continue;
            }
            if (FaultOf(cells) is var (fault, what))
            {
                faults.Add(new(line, fault, what));
            }
            else if (!known.Add(TermChange.KeyOf(cells[0])))
            {
                faults.Add(new(line, TermFault.Twice, cells[0]));
            }
            else
            {
                wishes.Add(new(cells[0], RuleOf(cells[1])!.Value, CertaintyOf(cells[2])!.Value, cells[3], cells[4], !IsOneOf(No, cells[5])));
            }
        }
        return new(wishes, faults);
    }

    /// <summary>Whether the rules can read a term at all.</summary>
    public static TermFault? FaultOf(string term) =>
        ArabicText.Skeleton(term).Text.Length == 0 ? TermFault.NoTerm
        : term.Length > TermChange.MaxText || TermChange.KeyOf(term).Length > 2 * TermChange.MaxText ? TermFault.TooLong
        : null;

    /// <summary>By its name or number.</summary>
    public static PostingRule? RuleOf(string written) => Enum.TryParse<PostingRule>(written, ignoreCase: true, out var rule) && Enum.IsDefined(rule) ? rule : null;

    public static int? CertaintyOf(string written) =>
        int.TryParse(ArabicText.Fold(written).TrimEnd('%', '٪', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 99 ? number : null;

    private static (TermFault, string)? FaultOf(string[] cells) =>
        FaultOf(cells[0]) is { } fault ? (fault, cells[0])
        : RuleOf(cells[1]) is null ? (TermFault.NoRule, cells[1])
        : CertaintyOf(cells[2]) is null ? (TermFault.NoCertainty, cells[2])
        : cells[3].Length > TermChange.MaxRegion ? (TermFault.TooLong, cells[3])
        : cells[4].Length > TermChange.MaxNote ? (TermFault.TooLong, cells[4])
        : !IsOneOf(Yes, cells[5]) && !IsOneOf(No, cells[5]) ? (TermFault.NoSwitch, cells[5])
        : null;

    private static bool IsOneOf(string[] words, string cell) => words.Contains(cell, StringComparer.OrdinalIgnoreCase);

    private static int[]? PlacesOf(CsvDataReader heading)
    {
        var names = Enumerable.Range(0, heading.RowFieldCount).Select(place => Cell(heading.GetString(place)).TrimStart('\uFEFF')).ToList();
        var places = Columns.Select(column => names.FindIndex(name => name.Equals(column, StringComparison.OrdinalIgnoreCase))).ToArray();
        return places.Take(Needed).All(place => place >= 0) ? places : null;
    }

    // Spreadsheets are kept from taking a cell for a formula by a mark before it.
    private static string Cell(string written) => CleanText.Line(written) is var cell && cell is ['\'', '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] ? cell[1..] : cell;
}
