using MimeKit;
using NewsSite.Text;

namespace NewsSite.Mail;

/// <summary>A letter as the message that mail programs understand: its text, and the same set as a page.</summary>
internal static class LetterMessage
{
    public static MimeMessage Of(Letter letter, string siteName, LetterSender sender, OutgoingLetter row)
    {
        var message = new MimeMessage
        {
            // One line and no controls: whatever was typed into a form, a header stays one header.
            Subject = CleanText.Line(letter.Subject),
            Date = row.CreatedAt,
            MessageId = $"{row.MessageId:N}@{DomainOf(sender.Address)}",
            Body = new MultipartAlternative(new TextPart("plain") { Text = LetterText.Of(letter, siteName) }, new TextPart("html") { Text = LetterPage.Of(letter, siteName) }),
        };
        message.From.Add(new MailboxAddress(CleanText.Line(sender.Name ?? siteName), sender.Address));
        message.To.Add(new MailboxAddress("", letter.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add(HeaderId.ContentLanguage, letter.Language);
        foreach (var (name, value) in letter.Headers)
        {
            message.Headers.Add(name, CleanText.Line(value));
        }
        return message;
    }

    private static string DomainOf(string address) => MailboxAddress.EncodeAddrspec(address).Split('@')[^1];
}
