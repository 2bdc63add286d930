using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace NewsSite.Web.Comments;

/// <summary>A reader's plain text as paragraphs and links; all else is encoded.</summary>
public static partial class CommentText
{
    private const int LongestShown = 60;
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static IHtmlContent Of(string body)
    {
        var html = new StringBuilder(body.Length + 64);
        foreach (var paragraph in body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // Each takes its direction from its own first letter.
            html.Append("<p dir=\"auto\">");
            Linked(html, paragraph);
            html.Append("</p>");
        }
        return new HtmlString(html.ToString());
    }

    private static void Linked(StringBuilder html, string text)
    {
        var at = 0;
        foreach (var match in WebAddress().EnumerateMatches(text))
        {
            Plain(html, text[at..match.Index]);
            Link(html, text.Substring(match.Index, match.Length));
            at = match.Index + match.Length;
        }
        Plain(html, text[at..]);
    }

    private static void Link(StringBuilder html, string written)
    {
        if (!Uri.TryCreate(written, UriKind.Absolute, out var address) || address.Host.Length == 0)
        {
            Plain(html, written);
            return;
        }
        var shown = written.Length > LongestShown ? string.Concat(written.AsSpan(0, LongestShown), "…") : written;
        html.Append("<a href=\"").Append(Html.Encode(address.AbsoluteUri)).Append("\" rel=\"ugc nofollow noopener\" dir=\"ltr\">").Append(Html.Encode(shown)).Append("</a>");
    }

    private static void Plain(StringBuilder html, string text) => html.Append(Html.Encode(text).Replace("&#xA;", "<br>", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal));

    // What ends a sentence does not belong to the address that stands before it.
    [GeneratedRegex(@"https?://[^\s<>""«»“”()\[\]]*[^\s<>""«»“”()\[\].,;:!?،؛؟'’]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex WebAddress();
}
