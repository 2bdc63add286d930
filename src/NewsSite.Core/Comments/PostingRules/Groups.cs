using Sylvan.Data.Csv;

namespace NewsSite.Comments.PostingRules;

/// <summary>A line of a file that could not be read as what the file holds.</summary>
public sealed record LineFault(int Line, string Text);

/// <summary>Words by their kind: groups that may be attacked, and the words that attack them or tell at whom a word is aimed.</summary>
public sealed record Groups(IReadOnlyList<(string Word, WordKind Kind)> Words, IReadOnlyList<LineFault> Faults)
{
    public static Groups Read(TextReader csv)
    {
        var (words, faults) = (new List<(string, WordKind)>(), new List<LineFault>());
        using var reader = CsvDataReader.Create(csv);
        for (var line = 2; reader.Read(); line++)
        {
            var (word, kind) = (Cell(reader, 0), Cell(reader, 1));
            if (word.Length > 0 && Enum.TryParse<WordKind>(kind, out var known) && Enum.IsDefined(known))
            {
                words.Add((word, known));
            }
            else
            {
                faults.Add(new(line, $"{word},{kind}"));
            }
        }
        return new(words, faults);
    }

    private static string Cell(CsvDataReader reader, int column) => reader.RowFieldCount > column ? reader.GetString(column).Trim() : "";
}
