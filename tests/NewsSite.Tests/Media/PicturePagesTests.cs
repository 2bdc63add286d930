using System.Net;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Articles;
using NewsSite.Media;
using NewsSite.Newsroom;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Media;

public sealed class PicturePagesTests
{
    [Fact]
    public async Task A_story_shows_the_master_until_the_renditions_are_made_and_then_those()
    {
        await using var desk = await TestDesk.EmptyAsync();
        var taken = await desk.TakenAsync(Pictures.Jpeg(700, 500));
        var story = await desk.InStoreAsync(async db =>
        {
            var picture = (await db.Pictures.FindAsync(taken.Id))!;
            var article = new Article(new ArticleDraft { Headline = "مصور", Section = Make.Section(), Picture = new(picture, "وصف", "", "تصوير: نور") }, TestSite.Start);
            article.Publish(TestSite.Start.AddHours(-1));
            db.Add(article);
            await db.SaveChangesAsync();
            return article.Id;
        });
        var held = desk.Media.TryHold(taken.Key);
        await using var site = await TestSite.OnAsync(desk.Database, desk.Clock, [], ownsDatabase: false);
        var address = await site.AddressOfAsync(story);

        var before = await site.OpenAsync(address);
        Assert.EndsWith($"{taken.Key}-700.jpg", before.QuerySelector("meta[property='og:image']")!.GetAttribute("content"), StringComparison.Ordinal);
        foreach (var name in new[] { $"{taken.Key}-320.avif", $"{taken.Key}-1440.webp", $"{taken.Key}-700.jpg", taken.MasterName })
        {
            Assert.Equal(("image/jpeg", name == taken.MasterName ? Immutable : "public, max-age=20"), await HeadAsync(site, name));
        }
        held!.Dispose();
        site.Services.GetRequiredService<RenditionBell>().Ring();

        await Eventually.Async(async () => (await site.OpenAsync(address)).QuerySelector("meta[property='og:image']")!.GetAttribute("content")!.EndsWith($"{taken.Key}-f1-card.jpg", StringComparison.Ordinal));
        Assert.Equal(("image/avif", Immutable), await HeadAsync(site, $"{taken.Key}-320.avif"));
        Assert.Equal(("image/jpeg", Immutable), await HeadAsync(site, $"{taken.Key}-f1-card.jpg"));
    }

    [Fact]
    public async Task Every_name_that_a_body_may_write_answers_and_no_other_does()
    {
        await using var desk = await TestDesk.EmptyAsync();
        var (taken, drawing) = (await desk.TakenAsync(Pictures.Jpeg(500, 300)), await desk.TakenAsync(Pictures.TransparentPng()));
        Assert.True(await desk.MakeNextAsync() && await desk.MakeNextAsync());
        await using var site = await TestSite.OnAsync(desk.Database, desk.Clock, [], ownsDatabase: false);

        var body = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(NewsSite.Text.ArticleBody.Render($"![وصف]({taken.Key})", "ar").Html);
        var named = body.QuerySelectorAll("source").SelectMany(source => source.GetAttribute("srcset")!.Split(", ").Select(one => one.Split(' ')[0]))
            .Append(body.QuerySelector("img")!.GetAttribute("src")!).ToList();

        Assert.Equal(9, named.Count);
        foreach (var address in named)
        {
            Assert.Equal((address, Immutable), (address, (await HeadAsync(site, address[7..])).Caching));
        }
        Assert.Equal("image/png", (await HeadAsync(site, drawing.MasterName)).Type);
        Assert.Equal("public, max-age=20", (await HeadAsync(site, $"{taken.Key}-f9-192.avif")).Caching);
        foreach (var name in new[] { $"{taken.Key}-1441.avif", $"{taken.Key}-640.png", $"{taken.Key}-640.mp4", $".{taken.Key}.lock", "2abcdefghjkm-640.avif", $"{taken.Key}-99999999999.avif", $"..%2F{taken.MasterName}" })
        {
            Assert.Equal((name, HttpStatusCode.NotFound), (name, (await site.GetAsync($"/media/{name}")).StatusCode));
        }
        Assert.Equal("nosniff", (await site.GetAsync($"/media/{taken.MasterName}")).Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task On_phones_a_list_shows_squares_around_the_focal_point()
    {
        await using var desk = await TestDesk.EmptyAsync();
        var taken = await desk.TakenAsync(Pictures.Jpeg(700, 500));
        await desk.MakeNextAsync();
        await desk.InStoreAsync(async db =>
        {
            var (picture, section) = ((await db.Pictures.FindAsync(taken.Id))!, Make.Section());
            foreach (var hours in new[] { -1, -2 })
            {
                var article = new Article(new ArticleDraft { Headline = $"مصور {hours}", Section = section, Picture = new(picture, "وصف", "", "نور") }, TestSite.Start);
                article.Publish(TestSite.Start.AddHours(hours));
                db.Add(article);
            }
            return await db.SaveChangesAsync();
        });
        await using var site = await TestSite.OnAsync(desk.Database, desk.Clock, [], ownsDatabase: false);

        var cards = (await site.OpenAsync("/politics")).QuerySelectorAll(".card picture");

        Assert.Equal(2, cards.Length);
        Assert.Empty(cards[0].QuerySelectorAll("source[media]"));
        Assert.Equal([$"/media/{taken.Key}-f1-192.avif 192w, /media/{taken.Key}-f1-324.avif 324w", $"/media/{taken.Key}-f1-192.webp 192w, /media/{taken.Key}-f1-324.webp 324w"],
            cards[1].QuerySelectorAll("source[media='(max-width: 39.99rem)']").Select(source => source.GetAttribute("srcset")));
    }

    [Theory]
    [InlineData("", "", "", new[] { PublishFault.PictureWithoutText, PublishFault.PictureWithoutCredit })]
    [InlineData("وصف", " ", "", new[] { PublishFault.PictureWithoutCredit })]
    [InlineData("وصف", "تصوير: نور", "![](gallery-1)", new[] { PublishFault.BodyPictureWithoutText })]
    [InlineData("وصف", "تصوير: نور", "![وصف](gallery-1) ![](/media/clip.mp4)", new PublishFault[0])]
    public void A_story_whose_pictures_lack_their_words_cannot_be_published(string text, string credit, string markdown, PublishFault[] faults)
    {
        var manuscript = new Manuscript { Headline = "مصور", Markdown = $"نص {markdown}", PictureId = 1, PictureText = text, PictureCredit = credit };

        Assert.Equal(faults, PublishFaults.Of(manuscript));
    }

    [Fact]
    public void A_story_without_pictures_lacks_nothing() => Assert.Empty(PublishFaults.Of(new Manuscript { Headline = "بلا صور", Markdown = "نص" }));

    [Fact]
    public void Every_refusal_has_its_sentence_in_every_language()
    {
        var wanted = Enum.GetNames<PictureFault>().Select(name => $"Picture.Fault.{name}").Concat(Enum.GetNames<PublishFault>().Select(name => $"Publish.Fault.{name}")).ToList();

        foreach (var file in Directory.GetFiles(Path.Combine(TestSite.WebFolder, "Resources"), "*.resx"))
        {
            Assert.Empty(wanted.Except(XDocument.Load(file).Descendants("data").Select(data => data.Attribute("name")!.Value)));
        }
    }

    private const string Immutable = "public, max-age=31536000, immutable";

    private static async Task<(string? Type, string Caching)> HeadAsync(TestSite site, string name)
    {
        using var answer = await site.GetAsync($"/media/{name}");
        Assert.Equal((name, HttpStatusCode.OK), (name, answer.StatusCode));
        return (answer.Content.Headers.ContentType?.MediaType, answer.Headers.GetValues("Cache-Control").Single());
    }
}
