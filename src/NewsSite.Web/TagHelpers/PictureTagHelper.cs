using Microsoft.AspNetCore.Razor.TagHelpers;
using NewsSite.Articles;
using NewsSite.Media;

namespace NewsSite.Web.TagHelpers;

/// <summary>
/// <c>&lt;rendition key="…" widths="…" sizes="…" /&gt;</c>: a picture in every format and width that we have; the browser takes what suits it.
/// </summary>
[HtmlTargetElement("rendition", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RenditionTagHelper : TagHelper
{
    public string Key { get; set; } = "";
    public IReadOnlyList<int> Widths { get; set; } = [];
    public int Width { get; set; }
    public int Height { get; set; }
    public string Alt { get; set; } = "";
    public string Sizes { get; set; } = "";

    /// <summary>The picture that the reader sees first is fetched at once, all others when they come near.</summary>
    public bool First { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "picture";
        output.TagMode = TagMode.StartTagAndEndTag;
        foreach (var format in MediaFolder.Formats.Where(format => format != "jpg"))
        {
            output.Content.AppendHtml($"<source type=\"image/{format}\" srcset=\"{Set(format)}\" sizes=\"{Sizes}\">");
        }
        // What keeps nothing but JPEG needs one size that will do.
        var middle = Widths.LastOrDefault(width => width <= 960, Widths[0]);
        output.Content.AppendHtml($"<img src=\"{Address.Rendition(Key, middle, "jpg")}\" width=\"{Width}\" height=\"{Height}\" alt=\"");
        output.Content.Append(Alt);
        output.Content.AppendHtml(First ? "\" fetchpriority=\"high\" decoding=\"async\">" : "\" loading=\"lazy\" decoding=\"async\">");
    }

    private string Set(string format) => string.Join(", ", Widths.Select(width => $"{Address.Rendition(Key, width, format)} {width}w"));
}

/// <summary><c>&lt;portrait key="…" /&gt;</c>: an author's face, in two sizes. Its name stands beside it, so it says nothing itself.</summary>
[HtmlTargetElement("portrait", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PortraitTagHelper : TagHelper
{
    private const int Small = 96, Large = 192;

    public string Key { get; set; } = "";
    public int Size { get; set; } = 52;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "picture";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "portrait");
        foreach (var format in MediaFolder.Formats.Where(format => format != "jpg"))
        {
            output.Content.AppendHtml($"<source type=\"image/{format}\" srcset=\"{Address.Rendition(Key, Small, format)}, {Address.Rendition(Key, Large, format)} 2x\">");
        }
        output.Content.AppendHtml($"<img src=\"{Address.Rendition(Key, Small, "jpg")}\" width=\"{Size}\" height=\"{Size}\" alt=\"\" loading=\"lazy\" decoding=\"async\">");
    }
}
