using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Media;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Articles;

public sealed class DemoTests
{
    [Fact]
    public async Task The_demo_is_a_whole_newspaper_whose_links_and_pictures_are_all_there()
    {
        await using var site = await TestSite.WithDemoAsync();
        var cards = await site.InStoreAsync(db => db.Articles.Live(TestSite.Start).AsCards().ToListAsync());
        Assert.True(cards.Count(card => card.Language == "ar") >= 40);

        var links = new HashSet<string>();
        foreach (var path in cards.Select(Address.Of).Concat(["/", "/en", "/fr", "/latest", "/about", "/privacy", "/corrections"]))
        {
            var page = await site.OpenAsync(path);
            links.UnionWith(page.QuerySelectorAll("a[href], link[href], img[src], script[src], video[src], audio[src], track[src]").Select(one => (one.GetAttribute("href") ?? one.GetAttribute("src"))!)
                .Where(link => link.StartsWith('/') || link.StartsWith(site.Address.ToString(), StringComparison.Ordinal)).Select(link => link.Split('#')[0]));
            links.UnionWith(page.QuerySelectorAll("source[srcset]").SelectMany(one => one.GetAttribute("srcset")!.Split(", ")).Select(one => one.Split(' ')[0]));
        }

        var dead = new List<string>();
        foreach (var link in links)
        {
            using var answer = await site.GetAsync(link);
            if (!answer.IsSuccessStatusCode && (int)answer.StatusCode is not (301 or 302))
            {
                dead.Add($"{(int)answer.StatusCode} {link}");
            }
        }
        Assert.Empty(dead);
    }

    [Fact]
    public async Task Removing_the_demo_takes_away_what_it_made_and_nothing_else()
    {
        await using var site = await TestSite.WithDemoAsync();
        await site.InStoreAsync(async db =>
        {
            var ours = Make.Story(await db.Sections.FirstAsync(s => s.Slug == "economy"), "مادة كتبها المحررون", tags: [await db.Tags.FirstAsync(t => t.Name == "الطاقة")]);
            db.Add(ours);
            (await db.Settings.FirstAsync(s => s.Name == "Name")).Change("صحيفتنا");
            await db.SaveChangesAsync();
        });

        await site.InStoreAsync(db => Demo(site, db).RemoveAsync(CancellationToken.None));

        await site.InStoreAsync(async db =>
        {
            Assert.Equal("مادة كتبها المحررون", (await db.Articles.SingleAsync()).Headline);
            Assert.Equal(["economy"], await db.Sections.Select(s => s.Slug).ToListAsync());
            Assert.Equal(["الطاقة"], await db.Tags.Select(t => t.Name).ToListAsync());
            Assert.Equal(["صحيفتنا"], await db.Settings.Select(s => s.Value).ToListAsync());
            Assert.False(await db.Authors.AnyAsync() || await db.Pictures.AnyAsync() || await db.StandingPages.AnyAsync() || await db.Corrections.AnyAsync() || await db.FrontPagePins.AnyAsync());
        });
        Assert.Empty(Directory.GetFiles(site.Services.GetRequiredService<MediaFolder>().Path));
        Assert.Equal("مادة كتبها المحررون", (await site.OpenAsync("/")).QuerySelector(".lead__headline")!.Seen());
    }

    [Fact]
    public async Task A_clip_that_an_editors_story_shows_stays_when_the_demo_goes()
    {
        await using var site = await TestSite.WithDemoAsync();
        await site.InStoreAsync(async db =>
        {
            db.Add(Make.Story(Make.Section("ours", "قسمنا"), markdown: "![قطار](/media/mountain-railway-climb.webm)"));
            await db.SaveChangesAsync();
        });

        await site.InStoreAsync(db => Demo(site, db).RemoveAsync(CancellationToken.None));

        Assert.Equal(["mountain-railway-climb-poster.jpg", "mountain-railway-climb.vtt", "mountain-railway-climb.webm"],
            Directory.GetFiles(site.Services.GetRequiredService<MediaFolder>().Path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Generated_stories_go_on_where_they_were_interrupted_and_are_the_same_each_time()
    {
        await using var site = await TestSite.WithDemoAsync();
        var large = new LargeDemo(site.Services.GetRequiredService<IDbContextFactory<NewsDb>>(), site.Clock);
        using var interrupted = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large.FillAsync(1_200, done => interrupted.Cancel(), interrupted.Token));
        var before = await site.InStoreAsync(db => db.Articles.CountAsync());

        await large.FillAsync(1_200, _ => { }, CancellationToken.None);

        var (after, headlines) = await site.InStoreAsync(async db => (await db.Articles.CountAsync(), await db.Articles.OrderBy(a => a.Id).Select(a => a.Headline).ToListAsync()));
        Assert.Equal(before - 500 + 1_200, after);
        Assert.Equal(after, headlines.Count);
        await site.OpenAsync("/latest");
    }

    private static DemoContent Demo(TestSite site, NewsDb db) => new(db, site.Services.GetRequiredService<MediaFolder>(), site.Clock);
}
