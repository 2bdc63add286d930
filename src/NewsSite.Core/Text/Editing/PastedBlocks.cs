using AngleSharp.Dom;

namespace NewsSite.Text.Editing;

/// <summary>The paragraphs, headings, lists, quotations and tables of pasted HTML, each as a block of Markdown.</summary>
internal sealed class PastedBlocks
{
    // Deeper ones are shown as those around them: each level would be written once more before every line.
    private const int MostNested = 6;

    private readonly PastedLine line = new();
    private readonly WordList wordList = new();
    private List<string> blocks = [];
    private string heading = "";
    private int nested;

    public static string Of(IElement body)
    {
        var pasted = new PastedBlocks();
        pasted.Children(body, PastedStyle.Plain);
        pasted.Flush();
        pasted.EndWordList();
        return string.Join("\n\n", pasted.blocks);
    }

    private void Children(INode parent, PastedStyle style)
    {
        foreach (var child in parent.ChildNodes)
        {
            Child(child, style);
        }
    }

    private void Child(INode child, PastedStyle style)
    {
        if (child is IText text)
        {
            line.Add(text.Data, style);
        }
        else if (child is IElement element && !IsUnseen(element))
        {
            Element(element, style.Inside(element));
        }
    }

    private static bool IsUnseen(IElement element) => element.LocalName is "script" or "style" or "template" or "noscript" or "iframe" or "svg" or "math" or "object"
        or "head" or "title" or "xml" or "img" or "picture" or "video" or "audio" or "canvas" or "select" or "textarea" or "input" or "datalist" || PastedStyle.IsHidden(element);

    private void Element(IElement element, PastedStyle style)
    {
        switch (element.LocalName)
        {
            case "br":
                line.Break();
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Heading(element, style, element.LocalName is "h1" or "h2" ? "## " : "### ");
                break;
            case "p" when WordList.Holds(element):
                ListParagraph(element, style);
                break;
            case "p" when element.ClassName is "MsoTitle":
                Heading(element, style, "## ");
                break;
            case "blockquote" when nested < MostNested:
                Quotation(element, style);
                break;
            case "ul" or "ol" when nested < MostNested:
                List(element, style);
                break;
            case "table":
                Table(element, style);
                break;
            case "hr":
                Flush();
                // In a list it would make one rule of the whole line.
                if (nested == 0)
                {
                    Add("---");
                }
                break;
            case "p" or "div" or "section" or "article" or "header" or "footer" or "main" or "aside" or "nav" or "figure" or "figcaption" or "address" or "blockquote"
                or "ul" or "ol" or "li" or "dl" or "dt" or "dd" or "pre" or "center" or "form" or "fieldset" or "details" or "summary" or "caption" or "tr" or "td" or "th" or "tbody" or "thead" or "tfoot":
                Flush();
                Children(element, style);
                Flush();
                break;
            default:
                Children(element, style);
                break;
        }
    }

    private void Heading(IElement element, PastedStyle style, string mark)
    {
        Flush();
        heading = mark;
        Children(element, style with { Bold = false });
        Flush();
        heading = "";
    }

    private void ListParagraph(IElement paragraph, PastedStyle style)
    {
        Flush();
        wordList.Begin(paragraph);
        foreach (var marker in WordList.Markers(paragraph))
        {
            marker.Remove();
        }
        Children(paragraph, style);
        wordList.Add(line.Take(onOneLine: true));
    }

    private void List(IElement list, PastedStyle style)
    {
        Flush();
        var items = new List<List<string>>();
        foreach (var child in list.ChildNodes)
        {
            var inner = Collected(() => Child(child, style));
            // LibreOffice and Google Docs put an inner list beside the item that it belongs to.
            if (child is IElement { LocalName: "ul" or "ol" } && items.Count > 0)
            {
                items[^1].AddRange(inner);
            }
            else if (inner.Count > 0)
            {
                items.Add(inner);
            }
        }
        if (items.Count > 0)
        {
            Add(PastedList.Of(items, list.LocalName == "ol", list.GetAttribute("start"), blocks.LastOrDefault()));
        }
    }

    private void Table(IElement table, PastedStyle style)
    {
        Flush();
        if (!PastedTable.IsOfCells(table) || nested > 0)
        {
            Children(table, style);
            Flush();
            return;
        }
        foreach (var caption in table.Children.Where(child => child.LocalName == "caption"))
        {
            Child(caption, style);
        }
        var rows = PastedTable.Rows(table).Where(row => !IsUnseen(row)).Select(row => row.Children.Where(cell => cell.LocalName is "td" or "th" && !IsUnseen(cell))
            .Select(cell => Cell(cell, style)).ToList()).Where(row => row.Exists(cell => cell.Length > 0)).ToList();
        if (rows.Count > 0)
        {
            Add(PastedTable.Of(rows));
        }
    }

    private string Cell(IElement cell, PastedStyle style)
    {
        CellChildren(cell, style.Inside(cell) with { Bold = false });
        return line.Take(onOneLine: true);
    }

    private void CellChildren(IElement parent, PastedStyle style)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text)
            {
                line.Add(text.Data, style);
            }
            else if (child is IElement element && !IsUnseen(element))
            {
                var apart = element.LocalName is "p" or "div" or "br" or "li" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "blockquote" or "dt" or "dd" or "pre" or "hr";
                line.Add(apart ? " " : "", style);
                CellChildren(element, style.Inside(element));
                line.Add(apart ? " " : "", style);
            }
        }
    }

    private void Quotation(IElement element, PastedStyle style)
    {
        Flush();
        var inner = Collected(() => Children(element, style));
        if (inner.Count > 0)
        {
            Add(PastedList.Prefixed("> ", "> ", string.Join("\n\n", inner)));
        }
    }

    private List<string> Collected(Action content)
    {
        EndWordList();
        var around = blocks;
        (blocks, nested) = ([], nested + 1);
        content();
        Flush();
        EndWordList();
        var inner = blocks;
        (blocks, nested) = (around, nested - 1);
        return inner;
    }

    private void Flush()
    {
        var text = line.Take(onOneLine: heading.Length > 0, isHeading: heading.Length > 0);
        if (text.Length > 0)
        {
            Add(heading + (heading.Length > 0 && EndsLikeHeading(text) ? $"{text[..^1]}\\#" : text));
        }
    }

    // Number signs behind a space close a heading and are not shown.
    private static bool EndsLikeHeading(string text) => text[^1] == '#' && (text.TrimEnd('#') is "" or [.., ' ']);

    private void Add(string block)
    {
        EndWordList();
        blocks.Add(block);
    }

    private void EndWordList() => blocks.AddRange(wordList.Take());
}
