using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using Sylvan.Data.Csv;

namespace NewsSite.Import;

/// <summary>The file is not what it should be; the message is a sentence for whoever brought it.</summary>
public sealed class DamagedExportException(string sentence, Exception? cause = null) : FormatException(sentence, cause)
{
    /// <summary>What the readers of XML, JSON and CSV object to, as sentences; all else is no damage.</summary>
    internal static DamagedExportException? Of(Exception fault) => fault switch
    {
        XmlException xml when xml.Message.Contains("DTD", StringComparison.Ordinal) => At("The file brings a document type or entities of its own, which no export does; it is not read.", xml.LineNumber, xml.LinePosition, xml),
        XmlException xml => At($"The file is damaged or ends too early: {Without(xml.Message)}", xml.LineNumber, xml.LinePosition, xml),
        JsonException json => At($"The file is damaged or ends too early: {Without(json.Message)}", (json.LineNumber ?? 0) + 1, (json.BytePositionInLine ?? 0) + 1, json),
        CsvFormatException csv => At("The file is no table that can be read.", csv.RowNumber, 1, csv),
        DecoderFallbackException or InvalidOperationException { InnerException: DecoderFallbackException } => new("The file is not in UTF-8: save or export it as UTF-8.", fault),
        _ => null,
    };

    private static DamagedExportException At(string sentence, long line, long position, Exception cause) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{sentence} Line {line}, position {position}."), cause);

    private static readonly string[] Places = [" Line ", " LineNumber:", " Path:"];

    // The readers add the place in words of their own.
    private static string Without(string message)
    {
        var at = Places.Select(start => message.IndexOf(start, StringComparison.Ordinal)).Where(index => index > 0).DefaultIfEmpty(message.Length).Min();
        return message[..at].Trim();
    }
}
