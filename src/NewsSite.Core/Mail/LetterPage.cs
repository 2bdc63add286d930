using System.Text.Encodings.Web;
using System.Text.Unicode;
using NewsSite.Text;

namespace NewsSite.Mail;

/// <summary>
/// The letter as a page. Tables, inline styles and <c>align</c>, because Outlook lays out with Word, which knows no logical properties and no <c>bdi</c>;
/// nothing is fetched, so that reading tells nobody anything.
/// </summary>
internal static class LetterPage
{
    private const string Font = "font-family:Tahoma,Arial,sans-serif", Plain = $"{Font};font-size:16px;line-height:1.7;color:#1c1b19", Small = $"{Font};font-size:13px;line-height:1.6;color:#5c5852";
    private const string Table = "role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(Letter letter, string siteName)
    {
        var direction = Languages.DirectionOf(letter.Language);
        var rows = string.Concat(letter.Paragraphs.Select(paragraph => Row(letter, Plain, Words(letter, paragraph))));
        return $"""
            <!DOCTYPE html>
            <html lang="{Encoder.Encode(letter.Language)}" dir="{direction}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Encoder.Encode(CleanText.Line(letter.Subject))}</title></head>
            <body dir="{direction}" style="margin:0;padding:0;background-color:#f3f1ec">
            <table {Table} dir="{direction}" width="100%" style="background-color:#f3f1ec"><tr><td align="center" style="padding:24px 12px">
            <table {Table} dir="{direction}" width="560" style="width:100%;max-width:560px;background-color:#ffffff;border-top:4px solid #9c0d18">
            {Row(letter, $"{Font};font-size:20px;font-weight:bold;line-height:1.4;color:#1c1b19", Words(letter, siteName))}
            {rows}
            {string.Concat(letter.Parts.Select(part => PartRows(letter, part)))}
            {(letter.Button is { } button ? ButtonRows(letter, button) : "")}
            {(letter.Footnote is { } note ? Row(letter, $"{Small};border-top:1px solid #dedad2", Words(letter, note) + (letter.FootLink is { } link ? $"<br>{Link(letter, link, "#5c5852")}" : "")) : "")}
            </table>
            </td></tr></table>
            </body>
            </html>
            """;
    }

    private static string ButtonRows(Letter letter, LetterButton button)
    {
        var address = Encoder.Encode(new Uri(button.Address).AbsoluteUri);
        var link = $"<a href=\"{address}\" style=\"{Font};font-size:16px;font-weight:bold;line-height:1.4;color:#ffffff;text-decoration:none\">{Words(letter, button.Text)}</a>";
        return Row(letter, Plain, $"<table {Table}><tr><td align=\"center\" bgcolor=\"#9c0d18\" style=\"background-color:#9c0d18;padding:12px 24px\">{link}</td></tr></table>")
            + Row(letter, Small, $"<a href=\"{address}\" dir=\"ltr\" style=\"color:#5c5852;word-break:break-all\">{address}</a>");
    }

    private static string PartRows(Letter letter, LetterPart part) =>
        Row(letter, $"{Plain};border-top:1px solid #dedad2", $"<b>{Words(letter, part.Head)}</b><br>{Words(letter, part.Text)}<br>{Link(letter, part.Link, "#9c0d18")}");

    private static string Link(Letter letter, LetterButton link, string colour) =>
        $"<a href=\"{Encoder.Encode(new Uri(link.Address).AbsoluteUri)}\" style=\"color:{colour}\">{Words(letter, link.Text)}</a>";

    private static string Row(Letter letter, string style, string content)
    {
        var direction = Languages.DirectionOf(letter.Language);
        return $"<tr><td dir=\"{direction}\" align=\"{(direction == "rtl" ? "right" : "left")}\" style=\"padding:14px 28px;{style}\">{content}</td></tr>\n";
    }

    private static string Words(Letter letter, string text)
    {
        var clean = CleanText.Of(text).Trim();
        var parts = Languages.DirectionOf(letter.Language) == "rtl" ? LatinRuns.Split(clean) : [(clean, false)];
        return string.Concat(parts.Select(part => part.IsLatin ? $"<span dir=\"ltr\">{Encoded(part.Text)}</span>" : Encoded(part.Text)));
    }

    private static string Encoded(string text) => string.Join("<br>", text.Split('\n').Select(Encoder.Encode));
}
