using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsSite.Text.Editing;

/// <summary>What the clipboard holds when somebody pastes from Word, Google Docs, LibreOffice or a page, as the Markdown that <see cref="ArticleBody"/> renders.
/// Every word that was to be seen stays; looks, pictures and the programs' own notes go.</summary>
public static class PastedText
{
    /// <summary>What is longer is cut: ten long stories with all that Word adds to them.</summary>
    public const int MaxLength = 4_000_000;

    private const int MaxDepth = 300;

    public static string ToMarkdown(string html)
    {
        html = html.Length > MaxLength ? html[..MaxLength] : html;
        // Windows puts "Version:0.9 StartHTML:…" before the HTML.
        var start = html.StartsWith("Version:", StringComparison.Ordinal) ? Math.Max(0, html.IndexOf('<', StringComparison.Ordinal)) : 0;
        html = html[start..];
        if (PastedDepth.Exceeds(html, MaxDepth))
        {
            html = PastedDepth.Flattened(html);
        }
        using var document = new HtmlParser().ParseDocument(html);
        return CleanText.Of(PastedBlocks.Of(document.Body!));
    }
}
