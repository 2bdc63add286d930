using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Tests.Support;
using NewsSite.Text;

namespace NewsSite.Tests.Articles;

public sealed class AddressTests
{
    [Fact]
    public async Task The_number_decides_and_every_other_spelling_is_one_permanent_redirect()
    {
        await using var site = await TestSite.WithDemoAsync();
        var address = await site.SeedAddressAsync();
        var number = address[(address.LastIndexOf('-') + 1)..];

        foreach (var other in new[] { $"/politics/{number}", $"/politics/anything-{number}", $"/sport/x-{number}", $"/nowhere/{number}", address + "/" })
        {
            using var answer = await site.GetAsync(other);
            Assert.Equal((other, HttpStatusCode.MovedPermanently), (other, answer.StatusCode));
            Assert.Equal(address, answer.Headers.Location!.OriginalString);
        }
    }

    [Fact]
    public async Task An_address_that_once_was_leads_to_where_its_story_is_now()
    {
        await using var site = await TestSite.WithDemoAsync();
        await site.InStoreAsync(db =>
        {
            db.Add(new Redirect("/أخبار/الناتو", "/politics/1", TestSite.Start));
            return db.SaveChangesAsync();
        });

        using var answer = await site.GetAsync("/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/%D8%A7%D9%84%D9%86%D8%A7%D8%AA%D9%88");

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/politics/1", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData(ArticleStatus.Draft)]
    [InlineData(ArticleStatus.Published)]
    public async Task What_is_not_published_yet_is_not_there_for_readers(ArticleStatus status)
    {
        await using var site = await TestSite.EmptyAsync();
        var story = Make.Unpublished(Make.Section(), "سرّ لم يُنشر");
        if (status == ArticleStatus.Published)
        {
            story.Publish(TestSite.Start.AddDays(1));
        }
        var number = await site.SavedAsync(story);

        using var answer = await site.GetAsync($"/politics/{number}");
        using var shortLink = await site.GetAsync(Address.ShortLink(number));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, shortLink.StatusCode);
        Assert.DoesNotContain("سرّ لم يُنشر", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_story_says_so_with_410()
    {
        await using var site = await TestSite.EmptyAsync();
        var story = Make.Story(Make.Section(), "مادة مسحوبة");
        story.Withdraw("", TestSite.Start);
        var number = await site.SavedAsync(story);

        using var answer = await site.GetAsync($"/politics/{number}");

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        var page = await Reading.ParseAsync(answer);
        Assert.Equal("سُحبت هذه المادة", page.QuerySelector("h1")!.Seen());
        Assert.DoesNotContain("مادة مسحوبة", page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_of_an_empty_site_says_that_nothing_is_published_yet()
    {
        await using var site = await TestSite.EmptyAsync();
        await site.InStoreAsync(db =>
        {
            db.Add(Make.Section());
            return db.SaveChangesAsync();
        });

        Assert.Contains("لم يُنشر شيء", (await site.OpenAsync("/politics")).QuerySelector(".empty")!.Seen(), StringComparison.Ordinal);
        Assert.Contains("لم يُنشر شيء", (await site.OpenAsync("/")).QuerySelector(".empty")!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paging_through_a_section_shows_each_story_once()
    {
        await using var site = await TestSite.EmptyAsync();
        await site.InStoreAsync(async db =>
        {
            var section = Make.Section();
            // Pairs that share a moment: the number must break the tie.
            db.AddRange(Enumerable.Range(0, 47).Select(n => Make.Story(section, $"خبر {n}", TestSite.Start.AddMinutes(-(n / 2)))));
            await db.SaveChangesAsync();
        });
        var seen = new List<string>();

        for (var path = "/politics"; path is not null;)
        {
            var page = await site.OpenAsync(path);
            seen.AddRange(page.QuerySelectorAll(".list .card__headline").Select(one => one.Seen()));
            path = page.QuerySelector(".pager__older")?.GetAttribute("href");
        }

        Assert.Equal(47, seen.Count);
        Assert.Equal(47, seen.Distinct().Count());
    }

    [Fact]
    public void Short_codes_and_numbers_are_one_to_one()
    {
        foreach (var number in Enumerable.Range(1, 20_000).Append(int.MaxValue))
        {
            Assert.Equal(number, ShortCode.Parse(ShortCode.Of(number)));
        }
        Assert.Null(ShortCode.Parse("aaa"));
        Assert.Null(ShortCode.Parse("22"));
        Assert.Null(ShortCode.Parse("zzzzzzzzzz"));
    }
}
