using MailKit.Security;

namespace NewsSite.Mail;

public enum SmtpSecurity { Auto, None, StartTls, Tls }

/// <summary>The mail server that takes the site's letters.</summary>
public sealed record SmtpSettings(string Host, int Port, string? User, string? Password, SmtpSecurity Security, LetterSender Sender)
{
    private const int Relay = 25, Submission = 587, SubmissionOverTls = 465;

    public static int DefaultPort(SmtpSecurity security, string? user) => security == SmtpSecurity.Tls ? SubmissionOverTls : user is null ? Relay : Submission;

    internal SecureSocketOptions Options => Security switch
    {
        SmtpSecurity.None => SecureSocketOptions.None,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ when Port == SubmissionOverTls => SecureSocketOptions.SslOnConnect,
        // A password never goes in the clear unless somebody wrote "none".
        _ when User is not null => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.StartTlsWhenAvailable,
    };
}
