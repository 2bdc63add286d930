using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsSite.Text;

/// <summary>A sub-heading of a body, as its list of contents names it.</summary>
public sealed record Heading(string Id, string Text);

public static partial class Headings
{
    /// <summary>The sub-headings of the first rank, read back from HTML of <see cref="ArticleBody.Render"/>.</summary>
    public static IReadOnlyList<Heading> In(string renderedHtml) =>
        [.. SecondRank().Matches(renderedHtml).Select(match =>
            new Heading(match.Groups[1].Value, WebUtility.HtmlDecode(Tag().Replace(match.Groups[2].Value, ""))))];

    /// <summary>The page's headline is its only h1: a body begins at h2, skips no rank, and each heading gets an id that stays while its words stay.</summary>
    internal static void Arrange(IElement body)
    {
        var taken = new HashSet<string>();
        var rank = 1;
        int? highest = null;
        foreach (var heading in body.QuerySelectorAll("h1, h2, h3, h4, h5, h6").ToList())
        {
            var written = heading.LocalName[1] - '0';
            highest = Math.Min(highest ?? written, written);
            rank = Math.Min(rank + 1, written - highest.Value + 2);
            Replace(heading, $"h{rank}", IdFor(heading.TextContent, taken));
        }
    }

    private static void Replace(IElement heading, string tag, string id)
    {
        var arranged = heading.Owner!.CreateElement(tag);
        arranged.Id = id;
        arranged.Append([.. heading.ChildNodes]);
        heading.Replace(arranged);
    }

    private static string IdFor(string text, HashSet<string> taken)
    {
        // The prefix keeps a heading «comments» away from the page's own ids.
        var wanted = "h-" + (Slug.Of(text) is { Length: > 0 } slug ? slug : "section");
        var id = wanted;
        for (var again = 2; !taken.Add(id); again++)
        {
            id = $"{wanted}-{again}";
        }
        return id;
    }

    [GeneratedRegex("<h2 id=\"([^\"]+)\">(.*?)</h2>", RegexOptions.Singleline)]
    private static partial Regex SecondRank();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
