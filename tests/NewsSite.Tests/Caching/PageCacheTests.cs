using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Caching;

public sealed class PageCacheTests : IAsyncLifetime
{
    private TestSite site = null!;

    public async ValueTask InitializeAsync() => site = await TestSite.WithDemoAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_second_reader_of_a_page_costs_no_query()
    {
        var address = await site.SeedAddressAsync();
        await site.OpenAsync(address);
        site.Queries.Clear();

        await site.OpenAsync(address);

        Assert.Empty(site.Queries.Statements);
    }

    [Fact]
    public async Task A_thousand_requests_for_a_cold_page_run_its_queries_once()
    {
        var address = await site.SeedAddressAsync();
        await site.OpenAsync("/rules");
        site.Queries.Clear();
        await site.OpenAsync(address, ("Cookie", "NewsSite.SignIn=x"));
        var once = site.Queries.Statements.Count;
        site.Queries.Clear();

        var answers = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => site.GetAsync(address)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(once, site.Queries.Statements.Count);
    }

    [Fact]
    public async Task A_change_is_seen_at_the_next_request_on_every_page_that_shows_it()
    {
        var address = await site.SeedAddressAsync();
        await site.OpenAsync("/");
        await site.OpenAsync("/politics");
        await site.OpenAsync(address);
        await site.OpenAsync("/feed.xml");

        await site.InStoreAsync(async db =>
        {
            (await db.Articles.FirstAsync(a => a.Headline.StartsWith("الأمين العام"))).Withdraw("", TestSite.Start);
            await db.SaveChangesAsync();
        });

        Assert.DoesNotContain(address, (await site.OpenAsync("/")).Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(address, (await site.OpenAsync("/politics")).Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(address, (await site.OpenAsync("/feed.xml")).Source.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await site.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_page_that_was_being_made_while_its_story_changed_is_not_shown_to_readers_who_come_later()
    {
        var address = await site.SeedAddressAsync();
        await site.OpenAsync("/rules");
        var hold = site.HoldQueries("\"Standfirst\"");
        var early = site.GetAsync(address);
        await hold.Reached;
        await site.InStoreAsync(async db =>
        {
            (await db.Sections.FirstAsync(s => s.Slug == "politics")).Rename("سياسة جديدة", null, TestSite.Start);
            await db.SaveChangesAsync();
        });
        var late = site.GetAsync(address);

        hold.Release();

        Assert.Equal(HttpStatusCode.OK, (await early).StatusCode);
        Assert.Equal("سياسة جديدة", (await Reading.ParseAsync(await late)).QuerySelector(".sections [aria-current]")!.Seen());
        Assert.Equal("سياسة جديدة", (await site.OpenAsync(address)).QuerySelector(".sections [aria-current]")!.Seen());
    }

    [Fact]
    public async Task A_change_made_by_another_process_is_heard()
    {
        await using var other = await site.AnotherProcessAsync();
        await site.OpenAsync("/politics");
        await other.InStoreAsync(async db =>
        {
            (await db.Sections.FirstAsync(s => s.Slug == "politics")).Rename("سياسة جديدة", null, TestSite.Start);
            await db.SaveChangesAsync();
        });

        await Eventually.Async(async () => (await site.OpenAsync("/politics")).QuerySelector("h1")!.Seen() == "سياسة جديدة");
    }

    [Fact]
    public async Task A_change_whose_transaction_took_long_is_heard_by_other_processes_too()
    {
        await using var other = await site.AnotherProcessAsync();
        await site.OpenAsync("/politics");
        await other.InStoreAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            (await db.Sections.FirstAsync(s => s.Slug == "politics")).Rename("سياسة جديدة", null, TestSite.Start);
            await db.SaveChangesAsync();
            site.Clock.Advance(TimeSpan.FromMinutes(2));
            await transaction.CommitAsync();
        });

        await Eventually.Async(async () => (await site.OpenAsync("/politics")).QuerySelector("h1")!.Seen() == "سياسة جديدة");
    }

    [Fact]
    public async Task A_change_that_was_rolled_back_neither_evicts_nor_hides_the_next_one()
    {
        await site.OpenAsync("/politics");
        await site.InStoreAsync(async db =>
        {
            var politics = await db.Sections.FirstAsync(s => s.Slug == "politics");
            await using (var transaction = await db.Database.BeginTransactionAsync())
            {
                politics.Rename("لن يبقى", null, TestSite.Start);
                await db.SaveChangesAsync();
                await transaction.RollbackAsync();
            }
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            (await db.Sections.FirstAsync(s => s.Slug == "politics")).Rename("سياسة جديدة", null, TestSite.Start);
            await db.SaveChangesAsync();
        });

        Assert.Equal("سياسة جديدة", (await site.OpenAsync("/politics")).QuerySelector("h1")!.Seen());
    }

    [Fact]
    public async Task Renaming_an_author_or_a_tag_is_seen_on_the_pages_that_print_it()
    {
        var address = await site.SeedAddressAsync();
        await site.OpenAsync(address);

        await site.InStoreAsync(async db =>
        {
            (await db.Authors.FirstAsync(a => a.Name == "نور السبكي")).Rename("نور الجديدة", TestSite.Start).ToList().ForEach(redirect => db.Add(redirect));
            db.Add((await db.Tags.FirstAsync(t => t.Name == "بروكسل")).Rename("بروكسيل", TestSite.Start)!);
            await db.SaveChangesAsync();
        });

        var page = await site.OpenAsync(address);
        Assert.Equal("نور الجديدة", page.QuerySelector(".byline__name")!.Seen());
        Assert.Contains("بروكسيل", page.QuerySelector(".tags")!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Made_up_places_in_a_list_and_queries_where_none_is_read_keep_nothing()
    {
        foreach (var path in new[] { "/rules?before=1-1", "/?before=1-1", "/latest?before=1700000000000-77" })
        {
            using var answer = await site.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.MovedPermanently), (path, answer.StatusCode));
            Assert.DoesNotContain("?", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_made_for_somebody_signed_in_is_stored_nowhere()
    {
        using var answer = await site.GetAsync("/politics", ("Cookie", "NewsSite.SignIn=x"), ("Accept-Encoding", "br"));

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_label_ends_on_the_second()
    {
        var section = await site.InStoreAsync(db => db.Sections.FirstAsync(s => s.Slug == "sport"));
        var story = await site.InStoreAsync(async db =>
        {
            db.Attach(section);
            var made = Make.Story(section, "خبر عاجل للاختبار", TestSite.Start.AddMinutes(-1), labels: [new Label(LabelKind.Breaking, TestSite.Start.AddMinutes(10))]);
            db.Add(made);
            await db.SaveChangesAsync();
            return made.Id;
        });
        var address = await site.AddressOfAsync(story);
        Assert.NotNull((await site.OpenAsync(address)).QuerySelector(".story__head .flag"));
        Assert.Equal("خبر عاجل للاختبار", (await site.OpenAsync("/")).QuerySelector(".strip a")!.Seen());

        site.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Null((await site.OpenAsync(address)).QuerySelector(".story__head .flag"));
        Assert.NotEqual("خبر عاجل للاختبار", (await site.OpenAsync("/")).QuerySelector(".strip a")?.Seen());
    }

    [Fact]
    public async Task A_scheduled_story_appears_on_the_second_on_pages_that_were_kept()
    {
        var section = await site.InStoreAsync(db => db.Sections.FirstAsync(s => s.Slug == "sport"));
        var story = await site.InStoreAsync(async db =>
        {
            db.Attach(section);
            var made = Make.Story(section, "مادة مجدولة", publishedAt: TestSite.Start.AddMinutes(5));
            db.Add(made);
            await db.SaveChangesAsync();
            return made.Id;
        });
        var address = await site.AddressOfAsync(story);
        Assert.DoesNotContain("مادة مجدولة", (await site.OpenAsync("/sport")).Headlines());
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(address)).StatusCode);

        site.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Contains("مادة مجدولة", (await site.OpenAsync("/sport")).Headlines());
        Assert.Contains("مادة مجدولة", (await site.OpenAsync("/")).Headlines());
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("identity", null)]
    [InlineData("br;q=0, gzip;q=0", null)]
    [InlineData("br;q=0.1, gzip;q=1.0", "gzip")]
    [InlineData("", null)]
    public async Task Each_client_gets_an_encoding_that_it_takes(string accepts, string? gets)
    {
        await site.OpenAsync("/rules");

        using var answer = await site.GetAsync("/rules", ("Accept-Encoding", accepts));

        Assert.Equal(gets, answer.Content.Headers.ContentEncoding.FirstOrDefault());
        Assert.Contains("شروط التعليق", await DecodeAsync(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/no-such-page", "br", HttpStatusCode.NotFound)]
    [InlineData("/no-such-page", "gzip", HttpStatusCode.NotFound)]
    [InlineData("/no-such-page", "identity", HttpStatusCode.NotFound)]
    [InlineData("/sitemap-0.xml", "br", HttpStatusCode.OK)]
    [InlineData("/sitemap-0.xml", "gzip", HttpStatusCode.OK)]
    public async Task What_is_never_kept_is_sent_compressed_too(string path, string accepts, HttpStatusCode status)
    {
        using var plain = await site.GetAsync(path);

        using var answer = await site.GetAsync(path, ("Accept-Encoding", accepts));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(accepts == "identity" ? null : accepts, answer.Content.Headers.ContentEncoding.FirstOrDefault());
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await DecodeAsync(answer));
    }

    [Fact]
    public async Task Whoever_carries_the_sign_in_cookie_gets_nothing_that_was_kept()
    {
        await site.OpenAsync("/politics");
        site.Queries.Clear();

        await site.OpenAsync("/politics", ("Cookie", "NewsSite.SignIn=anything"));

        Assert.NotEmpty(site.Queries.Statements);
    }

    [Fact]
    public async Task Unknown_query_parameters_neither_fill_the_cache_nor_reach_the_database()
    {
        await site.OpenAsync("/politics");
        site.Queries.Clear();

        foreach (var odd in new[] { "?utm_source=x", "?fbclid=1", "?a=1&b=2", "?BEFORE=1", "?before=" })
        {
            await site.OpenAsync("/politics" + odd);
        }

        Assert.Empty(site.Queries.Statements);
    }

    [Fact]
    public async Task A_browser_that_has_the_page_already_hears_so()
    {
        using var first = await site.GetAsync("/rules");

        using var second = await site.GetAsync("/rules", ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task A_HEAD_request_tells_the_length_and_sends_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/rules");

        using var answer = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Content.Headers.ContentLength > 1_000);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    private static async Task<string> DecodeAsync(HttpResponseMessage answer)
    {
        await using var body = await answer.Content.ReadAsStreamAsync();
        await using Stream plain = answer.Content.Headers.ContentEncoding.FirstOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        return await new StreamReader(plain).ReadToEndAsync();
    }
}
