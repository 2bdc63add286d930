using System.Text;

namespace NewsSite.Text.Editing;

/// <summary>Styled pieces as Markdown: links around bold around italics around struck text.</summary>
internal sealed class PastedMarkup
{
    private readonly StringBuilder markdown = new();
    private readonly List<(PastedStyle Style, string Text)> pieces;
    private readonly PastedEscapes escapes;

    private PastedMarkup(List<(PastedStyle Style, string Text)> pieces, bool isCell)
    {
        this.pieces = pieces;
        escapes = new(string.Concat(pieces.Select(piece => piece.Text)), pieces.Exists(piece => piece.Style != PastedStyle.Plain), isCell);
    }

    public static string Of(List<(PastedStyle Style, string Text)> pieces, bool onOneLine)
    {
        var markup = new PastedMarkup(pieces, onOneLine);
        markup.Links();
        return PastedEscapes.LineStarts(markup.markdown.ToString());
    }

    private void Links()
    {
        for (int from = 0, to; from < pieces.Count; from = to)
        {
            to = EndOf(from, pieces.Count, style => style.Address);
            if (pieces[from].Style.Address is not { } address)
            {
                Marked(from, to, 0);
                continue;
            }
            markdown.Append('[');
            Marked(from, to, 0);
            markdown.Append("](").Append(address).Append(')');
        }
    }

    private void Marked(int from, int end, int rank)
    {
        if (rank == 3)
        {
            for (var i = from; i < end; i++)
            {
                escapes.Append(markdown, pieces[i].Text, pieces[i].Style.Address is not null);
            }
            return;
        }
        var (mark, has) = rank switch
        {
            0 => ("**", (Func<PastedStyle, bool>)(style => style.Bold)),
            1 => ("*", style => style.Italic),
            _ => ("~~", style => style.Struck),
        };
        for (int at = from, to; at < end; at = to)
        {
            to = EndOf(at, end, style => has(style));
            // The space before the next stretch is a piece of its own; a mark could not close behind it.
            to -= to - at > 1 && char.IsWhiteSpace(pieces[to - 1].Text[0]) ? 1 : 0;
            var open = has(pieces[at].Style) && CanBeMarked(at, to, rank);
            markdown.Append(open ? mark : "");
            Marked(at, to, rank + 1);
            markdown.Append(open ? mark : "");
        }
    }

    private int EndOf(int from, int end, Func<PastedStyle, object?> of)
    {
        var to = from + 1;
        while (to < end && Equals(of(pieces[to].Style), of(pieces[from].Style)))
        {
            to++;
        }
        return to;
    }

    // Asterisks open and close only beside a space, or with a letter inside; two stretches side by side would share theirs.
    private bool CanBeMarked(int from, int to, int rank)
    {
        var (first, last) = (Edge(pieces[from].Text[0], pieces[from].Style, rank), Edge(pieces[to - 1].Text[^1], pieces[to - 1].Style, rank));
        var (before, after) = (from > 0 ? pieces[from - 1].Text[^1] : ' ', to < pieces.Count ? pieces[to].Text[0] : ' ');
        return Stands(before, first) && Stands(after, last) && (from == 0 || char.IsWhiteSpace(before) || pieces[from - 1].Style with { Address = null } == PastedStyle.Plain);
    }

    // Another mark inside stands in the letter's place; around a space there is none.
    private static char Edge(char c, PastedStyle style, int rank) => !char.IsWhiteSpace(c) && ((rank < 1 && style.Italic) || (rank < 2 && style.Struck)) ? '*' : c;

    private static bool Stands(char outside, char inside) => !char.IsWhiteSpace(inside) && (char.IsWhiteSpace(outside) || char.IsLetterOrDigit(inside) || (!char.IsLetterOrDigit(outside) && !char.IsSurrogate(outside) && !IsMark(outside)));

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
