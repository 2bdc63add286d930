using NewsSite.Data;
using NewsSite.Mail;

namespace NewsSite.Web.Hosting;

public static class Mail
{
    /// <summary>Letters go to the mail server that is set, or into files in development. Elsewhere they wait until one is set, and the newsroom says so.</summary>
    public static void AddMail(this WebApplicationBuilder builder)
    {
        if (Read(builder.Configuration.GetSection("Smtp")) is { } smtp)
        {
            builder.Services.AddSingleton<IMailer>(new SmtpMailer(smtp));
        }
        else if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddSingleton<IMailer>(services => new FileMailer(
                Path.Combine(services.GetRequiredService<DatabaseSettings>().DataFolder, "mail"), services.GetRequiredService<TimeProvider>()));
        }
        else
        {
            return;
        }
        builder.Services.AddSingleton<Delivery>();
        builder.Services.AddHostedService<SendLetters>();
    }

    private static SmtpSettings? Read(IConfigurationSection smtp)
    {
        if (Written("Host") is not { } host)
        {
            return null;
        }
        var security = Choice(Written("Security") ?? nameof(SmtpSecurity.Auto));
        var port = Written("Port") is not { } number ? SmtpSettings.DefaultPort(security, Written("User"))
            : ushort.TryParse(number, out var known) && known > 0 ? known
            : throw new InvalidOperationException($"Smtp:Port must be a number from 1 to 65535, not '{number}'.");
        var from = Written("From") is { } address && Outbox.CanSendTo(address) ? address
            : throw new InvalidOperationException($"Smtp:From must be the address that letters come from, like news@news.example, not '{Written("From")}'.");
        return (Written("User") is null) == (Written("Password") is null)
            ? new(host, port, Written("User"), Written("Password"), security, new(from, Written("FromName")))
            : throw new InvalidOperationException("Smtp:User and Smtp:Password belong together: set both or neither.");

        string? Written(string name) => smtp[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
    }

    private static SmtpSecurity Choice(string written) => Enum.GetNames<SmtpSecurity>().FirstOrDefault(name => name.Equals(written, StringComparison.OrdinalIgnoreCase)) is { } known
        ? Enum.Parse<SmtpSecurity>(known)
        : throw new InvalidOperationException($"Smtp:Security must be auto, none, starttls or tls, not '{written}'.");
}
