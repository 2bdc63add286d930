using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsSite.Import;

/// <summary>The objects of a large JSON file, one at a time: those of the arrays that are called so, or where none is named those at its top, in an array or one after the other.</summary>
internal sealed class JsonRows
{
    private const int FirstBuffer = 1 << 16, LargestRow = 1 << 25;
    private static readonly JsonReaderOptions Options = new() { AllowMultipleValues = true };

    private readonly string[] tables;
    private JsonReaderState state = new(Options);
    private string property = "", table = "";

    // Of the array whose objects are taken; none: -1.
    private int depth = -1;

    private JsonRows(string[] tables) => this.tables = tables;

    public static IEnumerable<(string Table, JsonElement Row)> Read(Stream file, params string[] tables)
    {
        var (rows, buffer, filled) = (new JsonRows(tables), new byte[FirstBuffer], 0);
        for (var (isFirst, isLast) = (true, false); !isLast; isFirst = false)
        {
            var read = file.ReadAtLeast(buffer.AsSpan(filled), 1, throwOnEndOfStream: false);
            (filled, isLast) = (filled + read, read == 0);
            var start = isFirst ? Mark(buffer.AsSpan(0, filled)) : 0;
            var found = new List<(string, JsonElement)>();
            var taken = start + rows.Take(buffer.AsSpan(start, filled - start), isLast, found);
            foreach (var one in found)
            {
                yield return one;
            }
            buffer.AsSpan(taken, filled - taken).CopyTo(buffer);
            filled -= taken;
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, filled < LargestRow ? 2 * filled : throw new DamagedExportException($"One value in the file is larger than {LargestRow >> 20} MB; it is no export of comments."));
            }
        }
    }

    private static int Mark(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => throw new DamagedExportException("The file is not in UTF-8: save or export it as UTF-8.", new DecoderFallbackException()),
        [0xEF, 0xBB, 0xBF, ..] => 3,
        _ => 0,
    };

    /// <returns>How many bytes are done with.</returns>
    private int Take(ReadOnlySpan<byte> bytes, bool isLast, List<(string, JsonElement)> found)
    {
        var reader = new Utf8JsonReader(bytes, isLast, state);
        while (true)
        {
            var before = reader;
            if (!reader.Read())
            {
                break;
            }
            if (reader.TokenType == JsonTokenType.StartObject && IsRow(reader.CurrentDepth))
            {
                // Not all of it is here yet.
                if (!JsonElement.TryParseValue(ref reader, out var row))
                {
                    reader = before;
                    break;
                }
                found.Add((table, row.Value));
            }
            else
            {
                Follow(ref reader);
            }
        }
        state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }

    private bool IsRow(int at) => depth >= 0 ? at == depth + 1 : at == 0 && tables.Length == 0;

    private void Follow(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                property = reader.GetString()!;
                break;
            case JsonTokenType.StartArray when depth < 0 && (tables.Length == 0 ? reader.CurrentDepth == 0 : tables.Contains(property)):
                (depth, table) = (reader.CurrentDepth, property);
                break;
            case JsonTokenType.EndArray when reader.CurrentDepth == depth:
                depth = -1;
                break;
        }
    }
}

internal static partial class JsonFields
{
    extension(JsonElement row)
    {
        /// <summary>By its path in the row; empty: it is not there, or no text.</summary>
        public string Text(params ReadOnlySpan<string> path)
        {
            foreach (var name in path)
            {
                if (row.ValueKind != JsonValueKind.Object || !row.TryGetProperty(name, out row))
                {
                    return "";
                }
            }
            return row.ValueKind switch { JsonValueKind.String => row.Whole().Trim(), JsonValueKind.Number => row.GetRawText(), _ => "" };
        }

        /// <summary>As text, as a number, or as MongoDB writes one: <c>{"$date": …}</c>.</summary>
        public DateTimeOffset? Time(string name)
        {
            if (row.ValueKind != JsonValueKind.Object || !row.TryGetProperty(name, out var time))
            {
                return null;
            }
            var written = time.ValueKind == JsonValueKind.Object ? time.Text("$date") is { Length: > 0 } plain ? plain : time.Text("$date", "$numberLong") : row.Text(name);
            return long.TryParse(written, out var milliseconds) ? ExportTime.Of(milliseconds) : ExportTime.Of(written);
        }

        // Whoever cut a text in the middle of a sign has left half of it.
        private string Whole()
        {
            try
            {
                return row.GetString()!;
            }
            catch (InvalidOperationException half) when (half.InnerException is null)
            {
                return JsonSerializer.Deserialize<string>(HalfSigns().Replace(row.GetRawText(), "\\uFFFD"))!;
            }
        }

        public bool Has(string name) => row.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);
    }

    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}")]
    private static partial Regex HalfSigns();
}
