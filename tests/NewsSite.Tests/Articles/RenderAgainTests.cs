using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsSite.Tests.Support;
using NewsSite.Text;
using NewsSite.Web.Hosting;

namespace NewsSite.Tests.Articles;

public sealed class RenderAgainTests
{
    [Fact]
    public async Task A_body_of_an_older_renderer_is_made_anew_after_a_start_and_its_page_is_shown_at_once()
    {
        await using var site = await TestSite.WithDemoAsync();
        // What this process does at its own start must be over, or it mends the old body itself.
        await site.Services.GetServices<IHostedService>().OfType<RenderAgain>().Single().ExecuteTask!;
        var address = await site.SeedAddressAsync();
        await site.InStoreAsync(db => db.Articles.Where(a => a.Headline.StartsWith("الأمين العام للناتو"))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.RenderVersion, ArticleBody.RenderVersion - 1).SetProperty(a => a.Html, "<p>كما كان يُصنع قديمًا</p>")));
        Assert.Equal("كما كان يُصنع قديمًا", (await site.OpenAsync(address)).QuerySelector(".prose")!.Seen());

        await using var upgraded = await site.AnotherProcessAsync();

        await Eventually.Async(async () => (await site.OpenAsync(address)).QuerySelector(".prose")!.Seen() != "كما كان يُصنع قديمًا");
        Assert.Contains("ستولتنبرغ", (await site.OpenAsync(address)).QuerySelector(".prose")!.Seen(), StringComparison.Ordinal);
        Assert.False(await site.InStoreAsync(db => db.Articles.AnyAsync(a => a.RenderVersion < ArticleBody.RenderVersion)));
    }
}
