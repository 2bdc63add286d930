using AngleSharp.Html.Dom;
using Ganss.Xss;

namespace NewsSite.Text;

/// <summary>What HTML a body may hold; everything else is dropped, its text kept.</summary>
internal static class HtmlCleaner
{
    private static readonly HtmlSanitizer Sanitizer = MakeSanitizer();

    public static IHtmlDocument Clean(string html)
    {
        var document = Sanitizer.SanitizeDom(html);
        foreach (var link in document.QuerySelectorAll("a[href]"))
        {
            if (Uri.TryCreate(link.GetAttribute("href"), UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            {
                link.SetAttribute("rel", "noopener");
            }
        }
        return document;
    }

    private static HtmlSanitizer MakeSanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(
                ["p", "br", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "cite", "q", "a", "strong", "b", "em", "i",
                 "del", "ins", "sub", "sup", "mark", "abbr", "code", "pre", "hr", "img", "figure", "figcaption",
                 "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "bdi", "section"], StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(
                ["href", "src", "alt", "title", "width", "height", "lang", "dir", "colspan", "rowspan", "scope", "start", "id"],
                StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href", "src"], StringComparer.OrdinalIgnoreCase),
        })
        {
            KeepChildNodes = true,
        };
        // The text of these is no text.
        sanitizer.RemovingTag += (_, e) =>
        {
            if (e.Tag.LocalName is "script" or "style" or "template" or "noscript" or "iframe" or "svg" or "math" or "textarea" or "title")
            {
                e.Tag.InnerHtml = "";
            }
        };
        // Only footnotes bring ids and links to them; an id of the page's own must not be met twice.
        sanitizer.PostProcessNode += (_, e) =>
        {
            if (e.Node is AngleSharp.Dom.IElement element && element.Id is { } id && !id.StartsWith("fn", StringComparison.Ordinal))
            {
                element.RemoveAttribute("id");
            }
        };
        return sanitizer;
    }
}
