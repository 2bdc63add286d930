using System.Buffers;
using System.Net.Mime;
using System.Text;

namespace NewsSite.Web;

/// <summary>A table as a file for a spreadsheet.</summary>
public static class Spreadsheet
{
    // What a spreadsheet would take for a formula.
    private static readonly SearchValues<char> FormulaSigns = SearchValues.Create(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);

    public static StreamWriter Begin(HttpResponse response, string fileName)
    {
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = new ContentDisposition { FileName = fileName, DispositionType = DispositionTypeNames.Attachment }.ToString();
        // Excel takes a file without the mark for one of its own code page.
        return new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
    }

    public static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string text)
    {
        var harmless = text.AsSpan().TrimStart(' ').IndexOfAny(FormulaSigns) == 0 ? "'" + text : text;
        return $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
