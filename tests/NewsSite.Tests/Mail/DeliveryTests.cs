using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Mail;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Mail;

public sealed class DeliveryTests
{
    [Fact]
    public async Task A_letter_reaches_the_mail_server_by_itself_and_leaves_no_trace_behind()
    {
        await using var server = new MailServer();
        await using var site = await TestSite.EmptyWithRoundsAsync(server.Settings);

        await site.WriteAsync(Letters.To("samar@reader.example"));
        await site.AsSecondsPassAsync(() => Task.FromResult(server.Messages.Count == 1));

        Assert.Equal(["samar@reader.example"], server.Recipients);
        await Eventually.Async(() => site.InStoreAsync(async db => !await db.OutgoingLetters.AnyAsync()));
        Assert.Empty(site.Complaints.All);
    }

    [Fact]
    public async Task Two_processes_on_one_database_send_each_letter_once()
    {
        await using var server = new MailServer();
        await using var site = await TestSite.EmptyAsync();
        await using var other = await site.AnotherProcessAsync();
        var addresses = Enumerable.Range(0, 30).Select(number => $"reader{number}@reader.example").ToList();
        await site.WriteAsync([.. addresses.Select(address => Letters.To(address))]);

        await Task.WhenAll(site.DeliveryTo(server).SendDueAsync(CancellationToken.None), other.DeliveryTo(server).SendDueAsync(CancellationToken.None));

        Assert.Equal(addresses.Order(), server.Recipients.Order());
        Assert.Equal(0, (await site.WaitingAsync()).Waiting);
    }

    [Fact]
    public async Task A_letter_that_was_refused_is_tried_again_ever_later_and_given_up_on_the_third_day()
    {
        await using var server = new MailServer { Answer = "451 come back later, samar@reader.example" };
        await using var site = await TestSite.EmptyAsync();
        await site.WriteAsync(Letters.To("samar@reader.example"));
        var (delivery, waits, last) = (site.DeliveryTo(server), new List<TimeSpan>(), site.Clock.GetUtcNow());

        while ((await site.WaitingAsync()).GivenUp == 0 && waits.Count < 20)
        {
            var next = (await site.InStoreAsync(db => db.OutgoingLetters.SingleAsync())).NextTryAt;
            await PassAsync(next - TimeSpan.FromSeconds(1));
            Assert.Equal(waits.Count, server.Asked);
            await PassAsync(next);
            Assert.Equal(waits.Count + 1, server.Asked);
            waits.Add(next - last);
            last = next;
        }

        Assert.Equal([0, 1, 5, 15, 60, 360, 720, 1440, 1440], waits.Select(wait => (int)wait.TotalMinutes));
        var row = await site.InStoreAsync(db => db.OutgoingLetters.SingleAsync());
        Assert.Equal("SMTP 451 RecipientNotAccepted", row.LastFault);
        Assert.Equal(new WaitingLetters(0, null, 1), await site.WaitingAsync());

        async Task PassAsync(DateTimeOffset to)
        {
            if (to >= site.Clock.GetUtcNow())
            {
                site.Clock.SetUtcNow(to);
                await delivery.SendDueAsync(CancellationToken.None);
            }
        }
    }

    [Fact]
    public async Task A_letter_that_was_put_off_is_sent_when_the_server_has_recovered_under_the_same_name()
    {
        await using var server = new MailServer { Answer = "451 not now" };
        await using var site = await TestSite.EmptyAsync();
        await site.WriteAsync(Letters.To("samar@reader.example"));
        var name = (await site.InStoreAsync(db => db.OutgoingLetters.SingleAsync())).MessageId;
        await site.DeliveryTo(server).SendDueAsync(CancellationToken.None);

        server.Answer = "250 ok";
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.DeliveryTo(server).SendDueAsync(CancellationToken.None);

        Assert.Equal($"{name:N}@paper.example", Assert.Single(server.Messages).MessageId);
    }

    [Fact]
    public async Task While_one_process_tries_a_letter_no_other_takes_it_and_after_its_death_another_does()
    {
        await using var server = new MailServer();
        await using var site = await TestSite.EmptyAsync();
        await site.WriteAsync(Letters.To("samar@reader.example"));
        // As a process leaves it that was killed while it sent.
        var lease = site.Clock.GetUtcNow().AddMinutes(5);
        await site.InStoreAsync(db => db.OutgoingLetters.ExecuteUpdateAsync(set => set.SetProperty(letter => letter.NextTryAt, lease)));

        await site.DeliveryTo(server).SendDueAsync(CancellationToken.None);
        Assert.Empty(server.Messages);

        site.Clock.Advance(TimeSpan.FromMinutes(5));
        await site.DeliveryTo(server).SendDueAsync(CancellationToken.None);
        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task A_letter_survives_a_restart()
    {
        await using var server = new MailServer();
        await using var site = await TestSite.EmptyAsync();
        await site.WriteAsync(Letters.To("samar@reader.example"));

        await using var restarted = await TestSite.OnAsync(site.Database, site.Clock, server.Settings, ownsDatabase: false, rounds: true);
        await restarted.AsSecondsPassAsync(() => Task.FromResult(server.Messages.Count == 1));

        Assert.Equal(["samar@reader.example"], server.Recipients);
    }

    [Fact]
    public async Task A_letter_is_rolled_back_with_its_cause()
    {
        await using var site = await TestSite.EmptyAsync();

        await site.InStoreAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            new Outbox(SiteKey.Load(null, Path.Combine(site.Database.Settings.DataFolder, "keys", "site.key")), site.Clock).Add(db, Letters.To("samar@reader.example"));
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
        });

        Assert.Equal(0, (await site.WaitingAsync()).Waiting);
    }

    [Fact]
    public async Task The_database_shows_neither_address_nor_subject_nor_token()
    {
        await using var site = await TestSite.EmptyAsync();
        await site.WriteAsync(Letters.To("samar@reader.example", "subject-in-clear"));

        var bytes = await BytesOfAsync(site);

        Assert.Contains("OutgoingLetters", bytes, StringComparison.Ordinal);
        Assert.All(["samar", "reader.example", "subject-in-clear", "geheim123", "تأكيد"], secret =>
        {
            Assert.DoesNotContain(secret, bytes, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(secret)), bytes, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task A_letter_whose_key_is_lost_is_marked_and_the_others_are_sent()
    {
        await using var server = new MailServer();
        await using var site = await TestSite.EmptyAsync();
        await site.InStoreAsync(async db =>
        {
            new Outbox(SiteKey.Load(Convert.ToBase64String(new byte[32]), "none"), site.Clock).Add(db, Letters.To("lost@reader.example"));
            await db.SaveChangesAsync();
        });
        await site.WriteAsync(Letters.To("samar@reader.example"));

        await site.DeliveryTo(server).SendDueAsync(CancellationToken.None);

        Assert.Equal(["samar@reader.example"], server.Recipients);
        Assert.Equal("cannot be unsealed", (await site.InStoreAsync(db => db.OutgoingLetters.SingleAsync())).LastFault);
        Assert.Equal(1, (await site.WaitingAsync()).GivenUp);
    }

    private static async Task<string> BytesOfAsync(TestSite site) => site.Database.Settings.Provider == DatabaseProvider.Sqlite
        ? string.Concat(Directory.GetFiles(site.Database.Settings.DataFolder, "news.db*").Select(Shared))
        : "OutgoingLetters " + await site.InStoreAsync(db => db.Database.SqlQuery<string>($"SELECT t::text AS \"Value\" FROM \"OutgoingLetters\" AS t").SingleAsync());

    private static string Shared(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
