using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NewsSite.Mail;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Mail;

public sealed class MailSettingTests
{
    [Fact]
    public async Task Without_a_mail_server_letters_wait_and_are_counted()
    {
        await using var site = await TestSite.EmptyAsync();
        await site.WriteAsync(Letters.To("samar@reader.example"), Letters.To("salim@reader.example"));

        site.Clock.Advance(TimeSpan.FromMinutes(11));

        var waiting = await site.WaitingAsync();
        Assert.Equal(new WaitingLetters(2, TestSite.Start, 0), waiting);
        Assert.True(waiting.NeedAttention(site.Clock.GetUtcNow()));
        Assert.False(waiting.NeedAttention(TestSite.Start.AddMinutes(1)));
        Assert.Null(site.Services.GetService<IMailer>());
    }

    [Fact]
    public async Task In_development_each_letter_is_a_file_that_a_mail_program_opens()
    {
        await using var site = await TestSite.EmptyWithRoundsAsync("--environment=Development");
        var folder = Path.Combine(site.Database.Settings.DataFolder, "mail");
        await site.WriteAsync(Letters.To("samar@reader.example"));

        await site.AsSecondsPassAsync(() => Task.FromResult(Directory.Exists(folder) && Directory.GetFiles(folder, "*.eml").Length == 1));

        var file = Directory.GetFiles(folder, "*.eml").Single();
        Assert.StartsWith("2026-03-10_", Path.GetFileName(file), StringComparison.Ordinal);
        Assert.Contains("رابط-لتأكيد-البريد", file, StringComparison.Ordinal);
        var message = await MimeMessage.LoadAsync(file);
        Assert.Equal("samar@reader.example", message.To.Mailboxes.Single().Address);
        Assert.Contains("https://paper.example/confirm?token=geheim123&x=1", message.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Smtp:From must be", "--Smtp:Host=mail.example")]
    [InlineData("Smtp:Port must be", "--Smtp:Host=mail.example", "--Smtp:From=news@paper.example", "--Smtp:Port=99999")]
    [InlineData("Smtp:Security must be", "--Smtp:Host=mail.example", "--Smtp:From=news@paper.example", "--Smtp:Security=3")]
    [InlineData("Smtp:User and Smtp:Password", "--Smtp:Host=mail.example", "--Smtp:From=news@paper.example", "--Smtp:User=news")]
    public async Task A_wrong_setting_of_mail_stops_the_start_with_one_sentence(string sentence, params string[] settings)
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => TestSite.EmptyAsync(settings));

        Assert.StartsWith(sentence, fault.Message, StringComparison.Ordinal);
    }
}
