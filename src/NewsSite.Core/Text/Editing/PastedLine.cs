using System.Text;
using System.Text.RegularExpressions;

namespace NewsSite.Text.Editing;

/// <summary>The text of one paragraph, heading or cell while it is gathered, with its styles; then as Markdown.</summary>
internal sealed partial class PastedLine
{
    private readonly List<(PastedStyle Style, StringBuilder Text)> pieces = [];

    public void Add(string text, PastedStyle style)
    {
        if (pieces.Count == 0 || pieces[^1].Style != style)
        {
            pieces.Add((style, new StringBuilder()));
        }
        pieces[^1].Text.Append(text);
    }

    // A private sign until spaces are tidied: line feeds of the source are only spaces.
    public void Break() => Add("\uE00A", PastedStyle.Plain);

    /// <summary>The Markdown of what was gathered, which is then forgotten; on one line where no line may break.</summary>
    public string Take(bool onOneLine, bool isHeading = false)
    {
        var tidy = Tidied(isHeading, onOneLine);
        pieces.Clear();
        return PastedMarkup.Of(tidy, onOneLine);
    }

    // One space at a time, wherever the pieces were cut; spaces and breaks outside of emphasis.
    private List<(PastedStyle Style, string Text)> Tidied(bool isHeading, bool onOneLine)
    {
        var tidy = new List<(PastedStyle Style, StringBuilder Text)>();
        var pending = "";
        foreach (var (written, text) in pieces)
        {
            var style = isHeading ? written with { Bold = false } : written;
            foreach (Match part in Part().Matches(text.ToString()))
            {
                var visible = Debris().Replace(part.Value, "");
                if (visible.Length == 0)
                {
                    continue;
                }
                if (visible.All(c => c == '\uE00A' || char.IsWhiteSpace(c)))
                {
                    pending = pending == "\n" || (visible.Contains('\uE00A') && !onOneLine) ? "\n" : " ";
                    continue;
                }
                var space = tidy.Count == 0 ? "" : pending;
                pending = "";
                if (tidy.Count > 0 && tidy[^1].Style == style)
                {
                    tidy[^1].Text.Append(space).Append(visible);
                    continue;
                }
                if (space.Length > 0)
                {
                    // A space inside a link's or an emphasis' stretch belongs to what both sides share.
                    tidy.Add((Shared(tidy[^1].Style, style), new StringBuilder(space)));
                }
                tidy.Add((style, new StringBuilder(visible)));
            }
        }
        return [.. tidy.Select(piece => (piece.Style, piece.Text.ToString()))];
    }

    private static PastedStyle Shared(PastedStyle one, PastedStyle other) => new(one.Bold && other.Bold, one.Italic && other.Italic, one.Struck && other.Struck,
        one.Address == other.Address ? one.Address : null);

    [GeneratedRegex(@"[\s\uE00A]+|[^\s\uE00A]+")]
    private static partial Regex Part();

    // Zero-width spaces, soft hyphens and marks of direction: the page sees to direction itself. Joiners shape words and stay.
    [GeneratedRegex(@"[\u200B\u2060\uFEFF\u00AD\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\0]")]
    private static partial Regex Debris();
}
