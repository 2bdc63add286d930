using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Mail;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Mail;

public sealed class WithdrawingTests : IAsyncLifetime
{
    private TestSite site = null!;

    public async ValueTask InitializeAsync() => site = await TestSite.EmptyAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Letters_to_one_mailbox_are_taken_back_and_those_to_others_are_sent()
    {
        await using var server = new MailServer();
        await site.WriteAsync(Letters.To("gone@example.org"), Letters.To("stays@example.org"), Letters.To("gone@example.org"));

        await WithdrawAsync(to => to == "gone@example.org", _ => false);
        await site.DeliveryTo(server).SendDueAsync(CancellationToken.None);

        Assert.Equal(["stays@example.org"], server.Recipients);
    }

    [Fact]
    public async Task Of_a_letter_the_parts_that_tell_too_much_are_cut_and_one_that_tells_nothing_else_is_taken_back()
    {
        var (whole, only) = (With("both@example.org", "secret", "open"), With("only@example.org", "secret"));
        await site.WriteAsync(whole, only, Letters.To("plain@example.org"));

        await WithdrawAsync(_ => false, part => part.Head == "secret");

        Assert.Equal(["both@example.org", "plain@example.org"], (await site.WholeLettersAsync()).Select(letter => letter.To));
        Assert.Equal(["open"], (await site.WholeLettersAsync())[0].Parts.Select(part => part.Head));
    }

    [Fact]
    public async Task What_cannot_be_unsealed_stays_as_it_is()
    {
        await site.WriteAsync(Letters.To("gone@example.org"), Letters.To("gone@example.org"));
        await site.InStoreAsync(db => db.OutgoingLetters.OrderBy(letter => letter.Id).Take(1).ExecuteUpdateAsync(set => set.SetProperty(letter => letter.Content, new byte[] { 1, 2, 3 })));

        await WithdrawAsync(_ => true, _ => true);

        Assert.Equal(1, await site.InStoreAsync(db => db.OutgoingLetters.CountAsync()));
    }

    private Task WithdrawAsync(Func<string, bool> isFor, Func<LetterPart, bool> tells) => site.InStoreAsync(async db =>
    {
        await site.Services.GetRequiredService<Outbox>().WithdrawAsync(db, isFor, tells, CancellationToken.None);
    });

    private static Letter With(string to, params string[] heads) =>
        Letters.To(to) with { Parts = [.. heads.Select(head => new LetterPart(head, "text", new("link", "https://paper.example/comments/1")))] };
}
