using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsSite.Text;

/// <summary>HTML from elsewhere as plain text in paragraphs. What was a link is its words and its address.</summary>
public static partial class PlainText
{
    // Whoever nests a million elements is not worth the time.
    private const int MostHtml = 60_000;

    private static readonly HashSet<string> Silent = ["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "IFRAME", "OBJECT", "SVG", "MATH", "HEAD", "TITLE"];

    private static readonly HashSet<string> Blocks =
        ["P", "DIV", "BLOCKQUOTE", "UL", "OL", "PRE", "H1", "H2", "H3", "H4", "H5", "H6", "TABLE", "FIGURE", "SECTION", "ARTICLE", "HR"];

    /// <param name="keepsLines">Whether a line's end in the text is one for readers too, as in what WordPress stores.</param>
    public static string OfHtml(string html, bool keepsLines = false)
    {
        var text = html.Length > MostHtml ? html[..MostHtml] : html;
        var plain = new StringBuilder(text.Length);
        // Step by step and not by recursion: nobody's nesting may exhaust the stack.
        var root = new HtmlParser().ParseDocument("").Body!;
        root.InnerHtml = text;
        for (INode? node = root; node is not null;)
        {
            if (Enter(plain, node, keepsLines) && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }
            while (node is not null && node != root && node.NextSibling is null)
            {
                Leave(plain, node);
                node = node.Parent;
            }
            if (node is null || node == root)
            {
                break;
            }
            Leave(plain, node);
            node = node.NextSibling;
        }
        return Tidy(CleanText.Of(plain.ToString()));
    }

    /// <returns>Whether what is inside is read.</returns>
    private static bool Enter(StringBuilder plain, INode node, bool keepsLines)
    {
        switch (node)
        {
            case IText text:
                plain.Append(keepsLines ? text.Data : WhiteSpace().Replace(text.Data, " "));
                return false;
            case IElement element when Silent.Contains(element.TagName):
                return false;
            case IElement { TagName: "BR" or "TR" }:
                plain.Append('\n');
                break;
            case IElement { TagName: "LI" }:
                plain.Append("\n- ");
                break;
            case IHtmlImageElement image:
                plain.Append(image.AlternativeText);
                break;
            case IElement element when Blocks.Contains(element.TagName):
                plain.Append("\n\n");
                break;
        }
        return true;
    }

    private static void Leave(StringBuilder plain, INode node)
    {
        if (node is IHtmlAnchorElement link && Target(link) is { } address)
        {
            plain.Append(" (").Append(address).Append(')');
        }
        else if (node is IElement element && Blocks.Contains(element.TagName))
        {
            plain.Append("\n\n");
        }
    }

    /// <returns>null where the words say it themselves, or it leads nowhere on the web.</returns>
    private static string? Target(IHtmlAnchorElement link)
    {
        var (href, words) = (link.GetAttribute("href")?.Trim() ?? "", link.TextContent.Trim());
        // Disqus leads through an address of its own, and says the true one in the title.
        var address = link.GetAttribute("title") is { } title && IsWeb(title) ? title.Trim() : href;
        return IsWeb(address) && !IsWeb(words) ? address : null;
    }

    private static bool IsWeb(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && !text.EndsWith('…') && !text.EndsWith("...", StringComparison.Ordinal);

    private static string Tidy(string text) => Paragraphs().Replace(Spaces().Replace(text, "\n"), "\n\n").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"[ \t\u00A0]*\n[ \t\u00A0]*", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex Paragraphs();
}
