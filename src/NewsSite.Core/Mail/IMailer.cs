using MimeKit;

namespace NewsSite.Mail;

/// <summary>Takes a finished message out of this process.</summary>
public interface IMailer
{
    LetterSender Sender { get; }

    /// <summary>Returns once the message is accepted; throws whatever hindered it.</summary>
    Task SendAsync(MimeMessage message, CancellationToken cancel);
}

/// <param name="Name">Null: the site's name in the language of the letter.</param>
public sealed record LetterSender(string Address, string? Name);
