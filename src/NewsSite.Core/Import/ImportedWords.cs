using System.Text;
using NewsSite.Comments;
using NewsSite.Mail;
using NewsSite.Text;

namespace NewsSite.Import;

/// <summary>What somebody wrote elsewhere, as our form would have taken it.</summary>
internal sealed record ImportedWords(string Body, bool IsCut)
{
    private const string Ellipsis = "…";

    public static ImportedWords Of(ImportedComment comment)
    {
        var body = PlainText.OfHtml(comment.Html, comment.KeepsLines);
        return body.Length > Comment.MaxBody ? new(Cut(body, Comment.MaxBody - Ellipsis.Length) + Ellipsis, true) : new(body, false);
    }

    /// <returns>null: it bears none that can be shown. An email address is no name: it would be read by everybody.</returns>
    public static string? NameOf(ImportedComment comment)
    {
        var name = Cut(PlainText.OfHtml(comment.Name) is var plain ? CleanText.Line(plain) : "", Comment.MaxName).Trim();
        return name.Length < Comment.MinName || name.Contains('@') || !name.EnumerateRunes().Any(Rune.IsLetterOrDigit) ? null : name;
    }

    /// <returns>null: there is none that letters could be sent to.</returns>
    public static string? EmailOf(ImportedComment comment) => CleanText.Line(comment.Email) is { Length: > 0 and <= Comment.MaxEmail } email && Outbox.CanSendTo(email) ? email : null;

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
