using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Desk;

public sealed class MissedTests : IAsyncLifetime
{
    private const string List = "/admin/missed";

    private TestSite site = null!;
    private Visitor editor = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.WithDemoAsync();
        editor = await Visitor.InAsync(site, Role.Editor);
    }

    public async ValueTask DisposeAsync()
    {
        editor.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task An_address_that_readers_missed_is_led_to_the_story_of_its_number_and_leaves_the_list()
    {
        var story = await site.InStoreAsync(db => db.Articles.Live(TestSite.Start).Select(a => a.Id).FirstAsync());
        await MissAsync($"/2019/05/story-{story}.html", 2);

        var row = Assert.Single((await editor.OpenAsync(List)).QuerySelectorAll(".rows > li"));
        var guess = row.QuerySelector("input[name=to]")!.GetAttribute("value")!;
        await editor.PostFromAsync($"{List}?handler=Lead", List, ("id", row.QuerySelector("input[name=id]")!.GetAttribute("value")!), ("to", guess));

        using var answer = await site.GetAsync($"/2019/05/story-{story}.html");
        Assert.Equal((HttpStatusCode.MovedPermanently, await site.AddressOfAsync(story)), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Empty((await editor.OpenAsync(List)).QuerySelectorAll(".rows > li"));
        Assert.Equal(1, await site.InStoreAsync(db => db.Log.CountAsync(entry => entry.Act == "redirect.added")));
    }

    [Fact]
    public async Task Words_of_an_address_that_name_a_tag_are_a_guess()
    {
        await MissAsync("/blog/المدن", 1);

        var row = Assert.Single((await editor.OpenAsync(List)).QuerySelectorAll(".rows > li"));

        Assert.Equal("/tag/المدن", row.QuerySelector("input[name=to]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_target_that_is_none_is_refused_in_its_row()
    {
        await MissAsync("/gone", 1);
        var id = (await editor.OpenAsync(List)).QuerySelector("input[name=id]")!.GetAttribute("value")!;

        using var answer = await editor.PostFromAsync($"{List}?handler=Lead", List, ("id", id), ("to", "/gone"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("/gone", (await Reading.ParseAsync(answer)).QuerySelector("input[name=to][aria-invalid]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_forgotten_one_leaves_the_list()
    {
        await MissAsync("/wp-login.php", 1);
        var id = (await editor.OpenAsync(List)).QuerySelector("input[name=id]")!.GetAttribute("value")!;

        await editor.PostFromAsync($"{List}?handler=Forget", List, ("id", id));

        Assert.Empty((await editor.OpenAsync(List)).QuerySelectorAll(".rows > li"));
        Assert.Equal(1, await site.InStoreAsync(db => db.Log.CountAsync(entry => entry.Act == "missed.forgotten" && entry.Subject == "/wp-login.php")));
    }

    [Fact]
    public async Task What_was_mended_while_its_count_waited_is_not_listed_again()
    {
        await site.GetAsync("/waiting");
        await editor.PostFromAsync("/admin/redirects?handler=Add", "/admin/redirects", ("Input.From", "/waiting"), ("Input.To", "/rules"));

        await CountAsync();

        Assert.Empty((await editor.OpenAsync(List)).QuerySelectorAll(".rows > li"));
    }

    [Theory]
    [InlineData("Newest")]
    [InlineData("Most")]
    public async Task Both_orders_are_paged_by_key_and_skip_nothing(string order)
    {
        await site.InStoreAsync(db =>
        {
            foreach (var n in Enumerable.Range(1, 70))
            {
                var missed = new MissedAddress($"/missed/{n:00}", TestSite.Start.AddMinutes(n / 3));
                missed.Meet(n / 3, missed.LastAt);
                db.Add(missed);
            }
            return db.SaveChangesAsync();
        });

        var (met, page) = (new List<string>(), $"{List}?order={order}");
        while (page.Length > 0)
        {
            var read = await editor.OpenAsync(page);
            met.AddRange(read.QuerySelectorAll(".rows .path").Select(path => path.Seen()));
            page = read.QuerySelector("[rel=next]")?.GetAttribute("href") ?? "";
        }

        Assert.Equal(Enumerable.Range(1, 70).Reverse().Select(n => $"/missed/{n:00}"), met);
    }

    [Fact]
    public async Task A_reporter_may_not_see_them()
    {
        using var reporter = await Visitor.InAsync(site, Role.Reporter);

        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.GetAsync(List)).StatusCode);
    }

    private async Task MissAsync(string path, int times)
    {
        for (var n = 0; n < times; n++)
        {
            using var answer = await site.GetAsync(new Uri(site.Address, path).PathAndQuery);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        await CountAsync();
    }

    private Task CountAsync() => ((AddressCounts)site.Services.GetService(typeof(AddressCounts))!).WriteAsync(CancellationToken.None);
}
