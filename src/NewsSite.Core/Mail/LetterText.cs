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
        if (letter.Button is { } button)
        {
            text.Append('\n').Append(CleanText.Line(button.Text)).Append(":\n").Append(button.Address).Append('\n');
        }
        // The line by which mail programs know what stands under the letter.
        return (letter.Footnote is { } note ? text.Append("\n-- \n").Append(CleanText.Of(note).Trim()).Append('\n') : text).ToString();
    }
}
