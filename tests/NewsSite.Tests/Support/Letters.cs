using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NewsSite.Data;
using NewsSite.Mail;

namespace NewsSite.Tests.Support;

public static class Letters
{
    public static Letter To(string address, string subject = "رابط لتأكيد البريد") =>
        new(address, "ar", subject, ["أهلا بك.", "اضغط الزر لتأكيد عنوانك."], new LetterButton("تأكيد العنوان", "https://paper.example/confirm?token=geheim123&x=1"));

    public static Task WriteAsync(this TestSite site, params Letter[] letters) => site.InStoreAsync(async db =>
    {
        foreach (var letter in letters)
        {
            site.Services.GetRequiredService<Outbox>().Add(db, letter);
        }
        await db.SaveChangesAsync();
    });

    /// <summary>As one more process would deliver, with nobody but the test to start it.</summary>
    public static Delivery DeliveryTo(this TestSite site, MailServer server) => new(
        site.Services.GetRequiredService<IDbContextFactory<NewsDb>>(),
        new SmtpMailer(new("127.0.0.1", server.Port, null, null, SmtpSecurity.None, new("news@paper.example", null))),
        site.Services.GetRequiredService<SiteKey>(), site.Clock, NullLogger<Delivery>.Instance);

    public static Task<WaitingLetters> WaitingAsync(this TestSite site) => site.InStoreAsync(db => WaitingLetters.CountAsync(db, CancellationToken.None));

    /// <summary>Lets seconds pass until the site's own rounds have brought it about.</summary>
    public static Task AsSecondsPassAsync(this TestSite site, Func<Task<bool>> holds) => Eventually.Async(async () =>
    {
        if (await holds())
        {
            return true;
        }
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        return false;
    });
}
