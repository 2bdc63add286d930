using MailKit.Net.Smtp;
using MimeKit;

namespace NewsSite.Mail;

public sealed class SmtpMailer(SmtpSettings settings) : IMailer
{
    private static readonly TimeSpan AnAnswer = TimeSpan.FromSeconds(30);

    public LetterSender Sender => settings.Sender;

    public async Task SendAsync(MimeMessage message, CancellationToken cancel)
    {
        // Lists of revoked certificates are out of reach of many servers, and mail would stop with them.
        using var client = new SmtpClient { Timeout = (int)AnAnswer.TotalMilliseconds, CheckCertificateRevocation = false };
        await client.ConnectAsync(settings.Host, settings.Port, settings.Options, cancel);
        if (settings.User is { } user)
        {
            await client.AuthenticateAsync(user, settings.Password ?? "", cancel);
        }
        await client.SendAsync(message, cancel);
        await SayGoodbyeAsync(client, cancel);
    }

    private static async Task SayGoodbyeAsync(SmtpClient client, CancellationToken cancel)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancel);
        }
        catch (Exception)
        {
            // The message is accepted: a goodbye that fails must not send it once more.
        }
    }
}
