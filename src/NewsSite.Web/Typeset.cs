using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using NewsSite.Text;

namespace NewsSite.Web;

public static class Typeset
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static IHtmlContent Line(string text, string language)
    {
        var guarded = LineBreaks.Guard(text);
        return new HtmlString(language != "ar"
            ? Encoder.Encode(guarded)
            : string.Concat(LatinRuns.Split(guarded).Select(part => part.IsLatin ? $"<bdi {LatinRuns.AttributeFor(part.Text)}>{Encoder.Encode(part.Text)}</bdi>" : Encoder.Encode(part.Text))));
    }
}
