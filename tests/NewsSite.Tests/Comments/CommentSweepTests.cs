using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Comments;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

public sealed class CommentSweepTests
{
    [Fact]
    public async Task Network_addresses_are_forgotten_after_ninety_days_and_the_words_of_refusals_after_thirty()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        var posted = await new Commenter(site).SayAsync(story, "كلام عادي جدا");
        using var refused = await new Commenter(site).PostAsync(story, "اسكت يا شرموط");
        var sweep = site.Services.GetRequiredService<CommentSweep>();

        site.Clock.Advance(CommentSweep.RefusedKept + TimeSpan.FromHours(1));
        await sweep.RunAsync(CancellationToken.None);
        var afterAMonth = await site.InStoreAsync(db => db.Comments.AsNoTracking().OrderBy(c => c.Id).ToListAsync());
        site.Clock.Advance(CommentSweep.AddressesKept - CommentSweep.RefusedKept);
        await sweep.RunAsync(CancellationToken.None);

        Assert.Equal(["كلام عادي جدا", ""], afterAMonth.Select(c => c.Body));
        Assert.NotNull(afterAMonth[0].AddressKey);
        Assert.Null((await site.FoundCommentAsync(posted)).AddressKey);
        Assert.Equal([posted], await site.InStoreAsync(db => db.CommentEmails.Select(email => email.CommentId).ToListAsync()));
        Assert.Equal(2, await site.InStoreAsync(db => db.Moderation.CountAsync()));
    }
}
