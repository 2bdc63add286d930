using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;
using Markdig;

namespace NewsSite.Text;

/// <summary>A body ready to be shown: clean HTML, and the number of its words for the reading time.</summary>
public sealed record RenderedBody(string Html, int Words, IReadOnlyList<BodyPicture> Pictures);

/// <summary>Markdown as editors write it, made into the HTML that readers get. Stored when saved; see <see cref="RenderVersion"/>.</summary>
public static class ArticleBody
{
    /// <summary>Raise it with every change of what comes out: bodies with an older one are rendered again after an upgrade.</summary>
    public const int RenderVersion = 3;

    // No smart punctuation: what the writer typed stays.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseEmphasisExtras().UseAutoLinks().UseFootnotes().Build();

    public static RenderedBody Render(string markdown, string language)
    {
        var body = BodyOf(markdown);
        var pictures = Figures.PicturesIn(body);
        Headings.Arrange(body);
        Figures.Arrange(body, language);
        Embeds.Arrange(body, language);
        ScrollTables(body, language);
        var words = CountWords(body.TextContent);
        Typography(body, language);
        return new(body.InnerHtml.Trim(), words, pictures);
    }

    /// <summary>The pictures of a body, in their order; films and recordings are none.</summary>
    public static IReadOnlyList<BodyPicture> PicturesIn(string markdown) => Figures.PicturesIn(BodyOf(markdown));

    private static IHtmlElement BodyOf(string markdown) => HtmlCleaner.Clean(Markdown.ToHtml(markdown, Pipeline)).Body!;

    private static void ScrollTables(IElement body, string language)
    {
        foreach (var table in body.QuerySelectorAll("table"))
        {
            var frame = body.Owner!.CreateElement("div");
            frame.ClassName = "table";
            frame.SetAttribute("role", "region");
            frame.SetAttribute("aria-label", language switch { "ar" => "جدول", "fr" => "Tableau", _ => "Table" });
            frame.SetAttribute("tabindex", "0");
            table.Replace(frame);
            frame.AppendChild(table);
        }
    }

    private static int CountWords(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    private static void Typography(IElement body, string language)
    {
        var texts = body.GetDescendants().OfType<IText>().Where(text => text.ParentElement?.Closest("code, pre") is null).ToList();
        foreach (var text in texts)
        {
            text.Data = LineBreaks.Guard(text.Data);
            if (language == "ar")
            {
                IsolateLatin(text);
            }
        }
    }

    private static void IsolateLatin(IText text)
    {
        var parts = LatinRuns.Split(text.Data).ToList();
        if (!parts.Exists(part => part.IsLatin))
        {
            return;
        }
        text.Replace([.. parts.Select(part => part.IsLatin ? Isolated(text.Owner!, part.Text) : text.Owner!.CreateTextNode(part.Text))]);
    }

    private static INode Isolated(IDocument document, string latin)
    {
        var bdi = document.CreateElement("bdi");
        var attribute = LatinRuns.AttributeFor(latin).Split('=');
        bdi.SetAttribute(attribute[0], attribute[1].Trim('"'));
        bdi.TextContent = latin;
        return bdi;
    }
}
