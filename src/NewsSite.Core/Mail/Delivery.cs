using System.Net.Sockets;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NewsSite.Data;
using NewsSite.Settings;
using NewsSite.Text;

namespace NewsSite.Mail;

/// <summary>
/// Sends what is due, one letter at a time, however many processes do so. A process that dies between the server's acceptance and our deletion
/// leaves the row, and the letter goes out once more after the lease: no protocol of mail can do better. Its Message-Id is the same both times.
/// </summary>
public sealed partial class Delivery(IDbContextFactory<NewsDb> databases, IMailer mailer, SiteKey key, TimeProvider clock, ILogger<Delivery> logger)
{
    /// <summary>After the n-th failure; after the last of them, near the third day, the letter is given up. A refusal may be the fault of our settings, so each is tried again.</summary>
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromHours(24),
    ];

    // The lease outlasts the longest sending.
    private static readonly TimeSpan LongestSending = TimeSpan.FromMinutes(2), Lease = TimeSpan.FromMinutes(5);

    private readonly Seal seal = Outbox.SealOf(key);

    /// <param name="stop">Heeded between two letters, not within one.</param>
    public async Task SendDueAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            if (await TakeAsync(db, stop) is not { } row)
            {
                return;
            }
            await SendAsync(db, row);
        }
    }

    private async Task<OutgoingLetter?> TakeAsync(NewsDb db, CancellationToken cancel)
    {
        while (true)
        {
            var now = clock.Now;
            var row = await db.OutgoingLetters.AsNoTracking().Where(letter => letter.GivenUpAt == null && letter.NextTryAt <= now)
                .OrderBy(letter => letter.NextTryAt).ThenBy(letter => letter.Id).FirstOrDefaultAsync(cancel);
            // Whoever moves the moment has the letter; another process finds it moved and looks for the next.
            if (row is null || await Row(db, row).Where(letter => letter.NextTryAt == row.NextTryAt).ExecuteUpdateAsync(
                set => set.SetProperty(letter => letter.NextTryAt, now + Lease).SetProperty(letter => letter.Tries, letter => letter.Tries + 1), cancel) == 1)
            {
                return row;
            }
        }
    }

    private async Task SendAsync(NewsDb db, OutgoingLetter row)
    {
        if (Outbox.Read(seal, row.Content) is not { } letter)
        {
            await GiveUpAsync(db, row, "cannot be unsealed");
            return;
        }
        var settings = await db.Settings.AsNoTracking().ToDictionaryAsync(setting => setting.Name, setting => setting.Value);
        try
        {
            using var message = LetterMessage.Of(letter, SiteSettings.From(settings, letter.Language).Name, mailer.Sender, row);
            using var patience = new CancellationTokenSource(LongestSending);
            await mailer.SendAsync(message, patience.Token);
        }
        catch (Exception fault)
        {
            await PutOffAsync(db, row, NameOf(fault));
            return;
        }
        await Row(db, row).ExecuteDeleteAsync();
        LogSent(row.Id);
    }

    private async Task PutOffAsync(NewsDb db, OutgoingLetter row, string fault)
    {
        if (row.Tries >= Waits.Length)
        {
            await GiveUpAsync(db, row, fault);
            return;
        }
        var next = clock.Now + Waits[row.Tries];
        await Row(db, row).ExecuteUpdateAsync(set => set.SetProperty(letter => letter.NextTryAt, next).SetProperty(letter => letter.LastFault, fault));
        LogPutOff(row.Id, row.Tries + 1, fault);
    }

    private async Task GiveUpAsync(NewsDb db, OutgoingLetter row, string fault)
    {
        var now = clock.Now;
        await Row(db, row).ExecuteUpdateAsync(set => set.SetProperty(letter => letter.GivenUpAt, now).SetProperty(letter => letter.LastFault, fault));
        LogGivenUp(row.Id, fault);
    }

    private static IQueryable<OutgoingLetter> Row(NewsDb db, OutgoingLetter row) => db.OutgoingLetters.Where(letter => letter.Id == row.Id);

    // Never the message of the exception: servers repeat the address in it.
    private static string NameOf(Exception fault) => fault switch
    {
        SmtpCommandException refused => $"SMTP {(int)refused.StatusCode} {refused.ErrorCode}",
        SocketException away => $"{nameof(SocketException)} {away.SocketErrorCode}",
        OperationCanceledException => "no answer in time",
        _ => fault.GetType().Name[..Math.Min(fault.GetType().Name.Length, OutgoingLetter.MaxFault)],
    };

    [LoggerMessage(LogLevel.Information, "Letter {LetterId} sent")]
    private partial void LogSent(long letterId);

    [LoggerMessage(LogLevel.Warning, "Letter {LetterId} not sent, try {Tries}: {Fault}")]
    private partial void LogPutOff(long letterId, int tries, string fault);

    [LoggerMessage(LogLevel.Error, "Letter {LetterId} given up: {Fault}")]
    private partial void LogGivenUp(long letterId, string fault);
}
