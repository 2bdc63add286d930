using System.Globalization;
using NewsSite.Text;
using Sylvan.Data.Csv;

namespace NewsSite.Comments.PostingRules;

/// <summary>Terms as a table: <c>Term,Rule,Certainty,Region,Note,Offends,Innocent</c>, one a line.</summary>
/// <param name="Faults">Lines that are no terms, with what is wrong.</param>
public sealed record TermFile(IReadOnlyList<Term> Terms, IReadOnlyList<LineFault> Faults)
{
    private static readonly string[] Columns = ["Term", "Rule", "Certainty", "Region", "Note", "Offends", "Innocent"];

    public static TermFile Read(TextReader csv)
    {
        var (terms, faults, known) = (new List<Term>(), new List<LineFault>(), new HashSet<string>());
        using var reader = CsvDataReader.Create(csv);
        for (var line = 2; reader.Read(); line++)
        {
            var cells = Enumerable.Range(0, Columns.Length).Select(column => reader.RowFieldCount > column ? reader.GetString(column).Trim() : "").ToArray();
            if (FaultOf(cells) is { } fault)
            {
                faults.Add(new(line, fault));
            }
            else if (!known.Add(ArabicText.Skeleton(cells[0]).Text))
            {
                faults.Add(new(line, $"«{cells[0]}» is there already."));
            }
            else
            {
                terms.Add(new(cells[0], Enum.Parse<PostingRule>(cells[1]), Number(cells[2]), cells[3], cells[4], cells[5], cells[6]));
            }
        }
        return new(terms, faults);
    }

    public static void Write(TextWriter csv, IEnumerable<Term> terms)
    {
        csv.Write(string.Join(',', Columns) + "\n");
        foreach (var term in terms)
        {
            string[] cells = [term.Text, term.Rule.ToString(), term.Certainty.ToString(CultureInfo.InvariantCulture), term.Region, term.Note, term.Offends, term.Innocent];
            csv.Write(string.Join(',', cells.Select(Quoted)) + "\n");
        }
    }

    private static string? FaultOf(string[] cells) =>
        ArabicText.Skeleton(cells[0]).Text.Length == 0 ? "There is no term."
        : !Enum.TryParse<PostingRule>(cells[1], out var rule) || !Enum.IsDefined(rule) ? $"«{cells[1]}» is no rule."
        : Number(cells[2]) is < 1 or > 99 ? $"«{cells[2]}» is no certainty: 1 to 99."
        : null;

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
