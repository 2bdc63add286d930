using System.Text;
using NewsSite.Text;

namespace NewsSite.Mail;

/// <summary>The letter for whoever reads text alone. Without marks of direction: some programs show them as boxes, and a copied address would carry them.</summary>
internal static class LetterText
{
    public static string Of(Letter letter, string siteName)
    {
        var text = new StringBuilder(siteName).Append('\n');
        foreach (var paragraph in letter.Paragraphs)
        {
            text.Append('\n').Append(CleanText.Of(paragraph).Trim()).Append('\n');
        }
        foreach (var part in letter.Parts)
        {
            text.Append('\n').Append(CleanText.Line(part.Head)).Append('\n').Append(CleanText.Of(part.Text).Trim()).Append('\n').Append(CleanText.Line(part.Link.Text)).Append('\n').Append(part.Link.Address).Append('\n');
        }
        if (letter.Button is { } button)
        {
            text.Append('\n').Append(CleanText.Line(button.Text)).Append('\n').Append(button.Address).Append('\n');
        }
        // The line by which mail programs know what stands under the letter.
        text = letter.Footnote is { } note ? text.Append("\n-- \n").Append(CleanText.Of(note).Trim()).Append('\n') : text;
        return (letter.FootLink is { } link ? text.Append(CleanText.Line(link.Text)).Append('\n').Append(link.Address).Append('\n') : text).ToString();
    }
}
