using System.Globalization;
using MimeKit;
using NewsSite.Text;

namespace NewsSite.Mail;

/// <summary>For trying out: each letter is a file that a mail program opens.</summary>
public sealed class FileMailer(string folder, TimeProvider clock) : IMailer
{
    private const int MaxSubject = 60;

    public LetterSender Sender { get; } = new("newsroom@localhost", null);

    public async Task SendAsync(MimeMessage message, CancellationToken cancel)
    {
        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, NameOf(message));
        message.Prepare(EncodingConstraint.SevenBit);
        await message.WriteToAsync($"{file}.part", cancel);
        File.Move($"{file}.part", file, overwrite: true);
    }

    private string NameOf(MimeMessage message)
    {
        var subject = string.Concat((message.Subject ?? "").Take(MaxSubject).Select(sign => char.IsLetterOrDigit(sign) ? sign : '-'));
        return string.Create(CultureInfo.InvariantCulture, $"{clock.Now:yyyy-MM-dd_HH-mm-ss}_{subject}_{message.MessageId?.Split('@')[0][..8]}.eml");
    }
}
