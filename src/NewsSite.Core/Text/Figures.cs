using AngleSharp.Dom;

namespace NewsSite.Text;

/// <summary>A picture alone in its paragraph is a figure; its Markdown title is the caption.</summary>
internal static class Figures
{
    public static void Arrange(IElement body)
    {
        foreach (var picture in body.QuerySelectorAll("img").ToList())
        {
            picture.SetAttribute("loading", "lazy");
            picture.SetAttribute("decoding", "async");
            if (!picture.HasAttribute("alt"))
            {
                picture.SetAttribute("alt", "");
            }
            if (picture.ParentElement is { LocalName: "p" } paragraph && paragraph.ChildNodes.All(node => node == picture || IsBlank(node)))
            {
                paragraph.Replace(FigureOf(picture));
            }
        }
    }

    private static IElement FigureOf(IElement picture)
    {
        var figure = picture.Owner!.CreateElement("figure");
        var caption = picture.GetAttribute("title");
        picture.RemoveAttribute("title");
        figure.AppendChild(picture);
        if (!string.IsNullOrWhiteSpace(caption))
        {
            var words = picture.Owner.CreateElement("figcaption");
            words.TextContent = caption;
            figure.AppendChild(words);
        }
        return figure;
    }

    private static bool IsBlank(INode node) => node is IText text && string.IsNullOrWhiteSpace(text.Data);
}
