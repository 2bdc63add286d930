using Microsoft.AspNetCore.Razor.TagHelpers;
using NewsSite.Articles;
using NewsSite.Media;

namespace NewsSite.Web.TagHelpers;

/// <summary>
/// <c>&lt;rendition picture="…" sizes="…" alt="…" /&gt;</c>: a picture in every format and width that we have; the browser takes what suits it.
/// While they are being made, their addresses give the master.
/// </summary>
[HtmlTargetElement("rendition", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RenditionTagHelper : TagHelper
{
    // As in the style sheets.
    private const string Phones = "(max-width: 39.99rem)", PhoneSquare = "6.75rem";
    private const int SmallestSquare = 192, MiddleWidth = 960;

    public PictureView Picture { get; set; } = null!;
    public string Alt { get; set; } = "";
    public string Sizes { get; set; } = "";

    /// <summary>Phones get the square around the focal point, where there is one.</summary>
    public bool SquareOnPhones { get; set; }

    /// <summary>The picture that the reader sees first is fetched at once, all others when they come near.</summary>
    public bool First { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "picture";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (SquareOnPhones && Picture.CropKey is { } crops && Picture.Squares.Where(size => size >= SmallestSquare).ToList() is { Count: > 0 } squares)
        {
            AddSources(output, crops, squares, $"media=\"{Phones}\" sizes=\"{PhoneSquare}\"");
        }
        AddSources(output, Picture.Key, Picture.Widths, $"sizes=\"{Sizes}\"");
        // What knows nothing but JPEG needs one size that will do.
        output.Content.AppendHtml($"<img src=\"{Address.Rendition(Picture.Key, Picture.WidthUpTo(MiddleWidth), "jpg")}\" width=\"{Picture.Width}\" height=\"{Picture.Height}\" alt=\"");
        output.Content.Append(Alt);
        output.Content.AppendHtml(First ? "\" fetchpriority=\"high\" decoding=\"async\">" : "\" loading=\"lazy\" decoding=\"async\">");
    }

    private static void AddSources(TagHelperOutput output, string key, IEnumerable<int> widths, string attributes)
    {
        foreach (var format in MediaFolder.Formats.Where(format => format != "jpg"))
        {
            var set = string.Join(", ", widths.Select(width => $"{Address.Rendition(key, width, format)} {width}w"));
            output.Content.AppendHtml($"<source type=\"image/{format}\" srcset=\"{set}\" {attributes}>");
        }
    }
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
