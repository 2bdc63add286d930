using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Comments.Yours;
using NewsSite.Tests.Support;
using NewsSite.Web.Comments;

namespace NewsSite.Tests.Comments;

public sealed class YourCommentsTests : IAsyncLifetime
{
    private const string Email = "samira@example.org", Other = "nuha@example.org";

    private TestSite site = null!;
    private int story, hers, others;

    public async ValueTask InitializeAsync()
    {
        (site, story, _) = await Commented.WithStoryAsync();
        hers = await site.CommentAsync(story, "رأي سميرة في الخبر", Email, "سميرة", from: "203.0.113.9");
        others = await site.CommentAsync(story, "رأي نهى في الخبر", Other, "نهى");
        await site.InStoreAsync(async db =>
        {
            db.AddRange(Web.Editions.Prefixed.Select(language => new NewsSite.Articles.Section(language, "world", "World", "", 0)));
            await db.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_link_in_a_letter_shows_a_writer_what_they_wrote_in_every_state_and_nothing_of_anybody_else()
    {
        var elsewhere = await site.OpenStoryAsync("خبر آخر");
        await site.CommentAsync(elsewhere, "أنت حمار يا هذا", Email, "سميرة");
        await site.SubmitAsync(elsewhere, "اسكت يا شرموط", "SAMIRA@example.org", "سميرة");
        var reader = new Prover(site);

        await reader.ProveAsync(Email);

        var list = await reader.OpenAsync();
        Assert.Equal(["لم يُنشر", "بانتظار المراجعة", "منشور"], list.QuerySelectorAll(".yours__state strong").Select(one => one.Seen()));
        Assert.Contains("الشرط: «الشتائم»", list.QuerySelector(".yours__one")!.Seen(), StringComparison.Ordinal);
        Assert.Contains("رأي سميرة في الخبر", list.QuerySelector("main")!.Seen(), StringComparison.Ordinal);
        Assert.DoesNotContain("نهى", list.QuerySelector("main")!.Seen(), StringComparison.Ordinal);
        Assert.DoesNotContain(Email, list.Source.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Whoever_has_proved_the_address_takes_one_comment_back_long_after_and_nobody_elses()
    {
        site.Clock.Advance(TimeSpan.FromDays(40));
        var address = await site.AddressOfAsync(story);
        var writer = new Prover(site);
        using var unproved = await WithdrawAsync(hers);
        await writer.ProveAsync(Email);
        using var theirs = await WithdrawAsync(others);
        Assert.Equal(2, (await site.OpenAsync(address)).QuerySelectorAll(".comment__body").Length);
        var form = (await writer.OpenAsync()).QuerySelector(".yours__back form")!.GetAttribute("action");

        using var taken = await WithdrawAsync(hers);

        Assert.Equal($"/comments/yours?handler=withdraw&id={hers}", form);
        Assert.Equal("/comments/yours?said=withdrawn", taken.Headers.Location?.OriginalString);
        Assert.Equal(["رأي نهى في الخبر"], (await site.OpenAsync(address)).QuerySelectorAll(".comment__body").Select(one => one.Seen()));
        Assert.Equal((CommentState.Removed, ModerationAct.Withdrawn), ((await site.FoundCommentAsync(hers)).State, (await site.HistoryAsync(hers))[^1].Act));
        Assert.Null((await writer.OpenAsync()).QuerySelector(".yours__back"));

        Task<HttpResponseMessage> WithdrawAsync(int id) => writer.SendAsync(HttpMethod.Post, $"/comments/yours?handler=withdraw&id={id}");
    }

    [Fact]
    public async Task Known_or_not_the_answer_and_the_work_are_the_same_and_only_one_gets_a_letter()
    {
        using var warm = await new Prover(site).AskAsync("warm@example.org");
        site.Queries.Clear();
        using var known = await new Prover(site).AskAsync(Email);
        var forKnown = site.Queries.Statements.ToList();
        site.Queries.Clear();
        using var unknown = await new Prover(site).AskAsync("unknown@example.org");
        var forUnknown = site.Queries.Statements.ToList();

        Assert.Equal(forKnown, forUnknown);
        Assert.Contains(forKnown, statement => statement.Contains("OutgoingLetters", StringComparison.Ordinal));
        Assert.Equal((known.StatusCode, known.Headers.Location), (unknown.StatusCode, unknown.Headers.Location));
        Assert.Equal([Email], (await site.LettersAsync()).Select(letter => letter.To));
    }

    [Fact]
    public async Task The_link_is_left_at_once_and_its_cookie_is_for_the_server_alone()
    {
        using var asked = await new Prover(site).AskAsync(Email);
        var link = (await site.LettersAsync()).Single().Link;

        using var opened = await site.GetAsync(link);

        Assert.Equal("/comments/yours", opened.Headers.Location?.OriginalString);
        var cookie = Assert.Single(opened.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age=3600", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.True(opened.Headers.CacheControl?.NoStore);
        Assert.DoesNotContain("samira", link + cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_link_that_ran_out_was_cut_short_was_changed_or_was_made_by_another_site_opens_nothing()
    {
        using var asked = await new Prover(site).AskAsync(Email);
        var link = (await site.LettersAsync()).Single().Link;
        await using var stranger = await TestSite.EmptyAsync($"--Site:Key={Convert.ToBase64String(new byte[32])}");
        var foreign = $"/comments/yours?proof={new MailboxProofs((Data.SiteKey)stranger.Services.GetService(typeof(Data.SiteKey))!, site.Clock).Link(Email)}";
        var changed = $"{link[..^6]}{(link[^6] == 'A' ? 'B' : 'A')}{link[^5..]}";

        foreach (var bad in new[] { link[..^4], changed, foreign, "/comments/yours?proof=", "/comments/yours?proof=x", "/comments/yours?proof=%D8%B9" })
        {
            await OpensNothingAsync(bad);
        }
        site.Clock.Advance(MailboxProofs.LinkLasts - TimeSpan.FromSeconds(1));
        using var last = await site.GetAsync(link);
        Assert.True(last.Headers.Contains("Set-Cookie"));
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await OpensNothingAsync(link);
    }

    [Fact]
    public async Task A_cookie_that_is_a_links_token_anothers_or_an_hour_old_shows_and_erases_nothing()
    {
        using var asked = await new Prover(site).AskAsync(Email);
        var token = (await site.LettersAsync()).Single().Link.Split("proof=")[1];
        var stranger = new Prover(site);
        await stranger.ProveAsync(Other);
        var late = new Prover(site);
        await late.ProveAsync(Email);

        Assert.DoesNotContain("سميرة", (await stranger.OpenAsync()).QuerySelector("main")!.Seen(), StringComparison.Ordinal);
        using var anothers = await stranger.EraseAsync("Everything", 1);
        foreach (var cookie in new[] { $"NewsSite.Mailbox={token}", "NewsSite.Mailbox=x", "", late.Cookie })
        {
            // The others are none from the first.
            site.Clock.Advance(cookie == late.Cookie ? MailboxProofs.VisitLasts : TimeSpan.Zero);
            using var shown = await site.GetAsync("/comments/yours", ("Cookie", cookie));
            using var file = await site.GetAsync("/comments/yours?handler=export", ("Cookie", cookie));
            using var form = await site.GetAsync("/comments/yours/erase", ("Cookie", cookie));
            Assert.DoesNotContain("سميرة", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal([HttpStatusCode.Found, HttpStatusCode.Found], [file.StatusCode, form.StatusCode]);
        }
        using var erased = await late.EraseAsync("Everything", 1);

        Assert.Equal("/comments/yours?said=stale", erased.Headers.Location?.OriginalString);
        Assert.Equal(("رأي سميرة في الخبر", "سميرة"), ((await site.FoundCommentAsync(hers)).Body, (await site.FoundCommentAsync(hers)).Name));
        Assert.Equal("", (await site.FoundCommentAsync(others)).Body);
    }

    [Fact]
    public async Task No_other_site_can_have_it_erased()
    {
        var reader = new Prover(site);
        await reader.ProveAsync(Email);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/comments/yours/erase")
        {
            Headers = { { "Sec-Fetch-Site", "cross-site" }, { "Cookie", reader.Cookie } },
            Content = new FormUrlEncodedContent([new("Input.Scope", "Everything"), new("Input.Count", "1"), new("Input.Sure", "true")]),
        };

        using var answer = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("سميرة", (await site.FoundCommentAsync(hers)).Name);
    }

    [Fact]
    public async Task Nothing_is_erased_without_a_choice_a_tick_and_the_number_as_it_is_now()
    {
        var reader = new Prover(site);
        await reader.ProveAsync(Email);

        foreach (var (scope, count, sure, at) in new[] { (null, 1, true, "#scope-Identity"), ("Everything", 1, false, "#sure"), ("Everything", 2, true, "#sure"), ("2", 1, true, "#scope-Identity") })
        {
            using var answer = await reader.EraseAsync(scope, count, sure);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var field = (await Reading.ParseAsync(answer)).QuerySelector(at)!;
            Assert.Equal("true", field.GetAttribute("aria-invalid"));
        }

        Assert.Equal("سميرة", (await site.FoundCommentAsync(hers)).Name);
        Assert.Contains("تعليق واحد", (await reader.OpenAsync("/erase")).QuerySelector("label[for=sure]")!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_a_letter_box_with_a_tag_is_somebody_else_but_with_gmail()
    {
        await site.CommentAsync(story, "من جيميل", "s.amira+news@gmail.com", "سميرة");
        var (tagged, gmail) = (new Prover(site), new Prover(site));

        using var asked = await tagged.AskAsync("samira+x@example.org");
        Assert.Empty(await site.LettersAsync());
        await gmail.ProveAsync("SAMIRA@googlemail.com");

        Assert.Contains("من جيميل", (await gmail.OpenAsync()).QuerySelector("main")!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_holds_everything_that_is_kept_about_the_writer_and_of_nobody_else()
    {
        using var moderator = await site.SignInAsync(Role.None, moderates: true);
        using var rejected = await moderator.DecideAsync("reject", hers, await site.SeenAsync(hers), ("Rule", "InsultToPerson"), ("Why", "سر المشرف"));
        await site.CommentAsync(story, "ردّ «بالعربية» <b>كما كُتب</b>\n\nفقرة ثانية", Email, "سميرة", others);
        var reader = new Prover(site, "en");
        await reader.ProveAsync(Email);

        using var answer = await reader.ExportAsync();

        var text = await answer.Content.ReadAsStringAsync();
        var file = JsonDocument.Parse(text).RootElement;
        Assert.Equal(("attachment", "comments-2026-03-10.json", "application/json"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileName, answer.Content.Headers.ContentType!.MediaType));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var comments = file.GetProperty("comments").EnumerateArray().ToList();
        Assert.Equal(["ردّ «بالعربية» <b>كما كُتب</b>\n\nفقرة ثانية", "رأي سميرة في الخبر"], comments.Select(one => one.GetProperty("text").GetString()));
        Assert.Equal((Email, others), (file.GetProperty("email").GetString(), comments[0].GetProperty("answerTo").GetInt32()));
        Assert.Equal(("removed", "insultToPerson", "as a keyed hash"), (comments[1].GetProperty("state").GetString(), comments[1].GetProperty("rule").GetString(), comments[1].GetProperty("networkAddressKept").GetString()));
        Assert.Equal(["judged", "rejected"], comments[1].GetProperty("decisions").EnumerateArray().Select(one => one.GetProperty("act").GetString()));
        var stored = await site.FoundCommentAsync(hers);
        Assert.Equal("رأي سميرة في الخبر", stored.Body);
        foreach (var secret in new[] { moderator.Member.Name, "سر المشرف", "نهى", Other, stored.WriterKey, stored.AddressKey!, stored.Face })
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("follows")]
    [InlineData("reports")]
    [InlineData("refusals")]
    public async Task Who_never_wrote_but_follows_reported_or_said_no_to_letters_gets_a_link_a_file_and_an_erasing(string what)
    {
        const string reader = "never.wrote@example.org";
        await (what switch { "follows" => site.FollowAsync(story, reader), "reports" => ReportAsync(others, "بلا تعليق", reader), _ => SayNoAsync(reader) });
        var prover = new Prover(site);
        await prover.ProveAsync(reader);

        Assert.NotNull((await prover.OpenAsync()).QuerySelector("a[href='/comments/yours/erase']"));
        using var file = await prover.ExportAsync();
        Assert.Equal(1, JsonDocument.Parse(await file.Content.ReadAsStringAsync()).RootElement.GetProperty(what).GetArrayLength());
        Assert.Equal("نعم، امحُ.", (await prover.OpenAsync("/erase")).QuerySelector("label[for=sure]")!.Seen());
        using var erased = await prover.EraseAsync(null, 0);

        Assert.Equal("/comments/yours?said=erased", erased.Headers.Location?.OriginalString);
        Assert.Equal((0, 0, 0), await site.InStoreAsync(async db => (await db.CommentSubscriptions.CountAsync(), await db.CommentFlags.CountAsync(), await db.FollowRefusals.CountAsync())));
        await site.EmptyOutboxAsync();
        using var again = await new Prover(site).AskAsync(reader);
        Assert.Empty(await site.LettersAsync());
    }

    [Fact]
    public async Task The_file_holds_ones_own_reports_and_nothing_of_others_reports_or_of_who_was_reported()
    {
        await ReportAsync(others, "رأيتها في صفحة أخرى", Email);
        await ReportAsync(others, "بلاغ غيرها", "third@example.org");
        var reader = new Prover(site, "en");
        await reader.ProveAsync(Email);

        using var answer = await reader.ExportAsync();

        var text = await answer.Content.ReadAsStringAsync();
        var report = Assert.Single(JsonDocument.Parse(text).RootElement.GetProperty("reports").EnumerateArray());
        Assert.Equal((others, "spam", "رأيتها في صفحة أخرى"), (report.GetProperty("comment").GetInt32(), report.GetProperty("rule").GetString(), report.GetProperty("note").GetString()));
        Assert.Equal(TestSite.Start, report.GetProperty("at").GetDateTimeOffset());
        Assert.Equal((false, true), (report.TryGetProperty("answered", out _), report.GetProperty("isPosted").GetBoolean()));
        Assert.DoesNotContain("بلاغ غيرها", text, StringComparison.Ordinal);
        Assert.DoesNotContain("نهى", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_they_follow_is_listed_and_each_can_be_stopped_from_there()
    {
        const string reader = "never.wrote@example.org";
        await site.FollowAsync(story, reader);
        var prover = new Prover(site);
        await prover.ProveAsync(reader);

        var line = (await prover.OpenAsync()).QuerySelector(".letters li")!;
        var stop = await site.OpenAsync(line.QuerySelectorAll("a")[^1].GetAttribute("href")!);
        using var stopped = await new Commenter(site).PostAsync(stop.QuerySelector("form.form")!.GetAttribute("action")!);

        Assert.Contains("كل التعليقات على هذا المقال · أوقف هذه الرسائل", line.Seen(), StringComparison.Ordinal);
        Assert.Null((await prover.OpenAsync()).QuerySelector(".letters li"));
    }

    [Fact]
    public async Task A_neighbours_letter_box_is_neither_in_the_file_nor_erased()
    {
        const string neighbour = "samira+x@example.org";
        var elsewhere = await site.OpenStoryAsync("خبر الجارة");
        var theirs = await site.CommentAsync(elsewhere, "رأي الجارة", neighbour, "الجارة");
        await site.FollowAsync(elsewhere, neighbour);
        await ReportAsync(others, "بلاغ الجارة", neighbour);
        await SayNoAsync(neighbour, await site.OpenStoryAsync("خبر ثالث"));
        await site.FollowAsync(story, Email);
        await ReportAsync(theirs, "بلاغ سميرة", Email);
        var reader = new Prover(site);
        await reader.ProveAsync(Email);

        using var file = await reader.ExportAsync();
        var text = await file.Content.ReadAsStringAsync();
        using var erased = await reader.EraseAsync("Everything", 1);

        Assert.DoesNotContain("الجارة", text, StringComparison.Ordinal);
        Assert.Empty(JsonDocument.Parse(text).RootElement.GetProperty("refusals").EnumerateArray());
        Assert.Equal("/comments/yours?said=erased", erased.Headers.Location?.OriginalString);
        Assert.Equal("رأي الجارة", (await site.FoundCommentAsync(theirs)).Body);
        Assert.Single(await site.InStoreAsync(db => db.FollowRefusals.ToListAsync()));
        Assert.Equal([elsewhere], await site.InStoreAsync(db => db.CommentSubscriptions.Select(one => one.ArticleId).ToListAsync()));
        Assert.Equal(["بلاغ الجارة"], await site.InStoreAsync(db => db.CommentFlags.Select(one => one.Note).ToListAsync()));
    }

    private async Task SayNoAsync(string email, int? of = null)
    {
        await new Commenter(site).AskToFollowAsync(of ?? story, email);
        await site.WriteLettersAsync();
        using var no = await site.OneClickAsync((await site.LettersToAsync(email))[^1].StopAddress());
    }

    private async Task ReportAsync(int comment, string note, string email)
    {
        await using var scope = site.Services.CreateAsyncScope();
        Assert.IsType<FlagOutcome.Taken>(await scope.ServiceProvider.GetRequiredService<Flagging>().FlagAsync(new(comment, PostingRule.Spam, note, email) { From = IPAddress.Parse("203.0.113.77") }, CancellationToken.None));
    }

    [Fact]
    public async Task A_story_that_is_not_there_for_readers_is_not_named()
    {
        var reader = new Prover(site);
        await reader.ProveAsync(Email);
        await site.InStoreAsync(db => db.Articles.ExecuteUpdateAsync(set => set.SetProperty(a => a.Status, NewsSite.Articles.ArticleStatus.Withdrawn)));

        var list = await reader.OpenAsync();

        Assert.Equal("مادة لم تعد منشورة", list.QuerySelector(".yours__one h2")!.Seen());
        Assert.Empty(list.QuerySelectorAll(".yours__one a"));
    }

    [Fact]
    public async Task Many_comments_are_read_by_the_page()
    {
        for (var number = 0; number < YourComments.PageSize + 4; number++)
        {
            await site.CommentAsync(story, $"تعليق رقم {number}", Email, "سميرة");
        }
        var reader = new Prover(site);
        await reader.ProveAsync(Email);

        var first = await reader.OpenAsync();
        var second = await reader.OpenAsync(first.QuerySelector(".pager__older")!.GetAttribute("href")!["/comments/yours".Length..]);

        Assert.Equal((YourComments.PageSize, 5), (first.QuerySelectorAll(".yours__one").Length, second.QuerySelectorAll(".yours__one").Length));
        Assert.Contains("35 تعليقًا", first.QuerySelector(".page__standfirst")!.Seen(), StringComparison.Ordinal);
        Assert.Null(second.QuerySelector(".pager__older"));
    }

    [Fact]
    public async Task No_letter_box_is_filled_through_us_and_no_network_tries_out_a_list()
    {
        for (var time = 0; time < ProofLetters.ByMailbox.Most + 2; time++)
        {
            using var answer = await new Prover(site).AskAsync(time % 2 == 0 ? Email : "Samira+tag@example.org");
            Assert.Equal("/comments/yours?said=asked", answer.Headers.Location?.OriginalString);
        }
        var letters = (await site.LettersAsync()).Count;
        for (var time = ProofLetters.ByMailbox.Most + 2; time < ProofLetters.ByNetwork.Most; time++)
        {
            using var answer = await new Prover(site).AskAsync($"nobody{time}@example.org");
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        }

        using var tooOften = await new Prover(site).AskAsync("one-more@example.org");

        Assert.Equal(HttpStatusCode.TooManyRequests, tooOften.StatusCode);
        Assert.Equal("3600", tooOften.Headers.GetValues("Retry-After").Single());
        Assert.InRange(letters, 1, ProofLetters.ByMailbox.Most);
        site.Clock.Advance(ProofLetters.ByNetwork.Rest);
        using var later = await new Prover(site).AskAsync(Email);
        Assert.Equal(letters + 1, (await site.LettersAsync()).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no address")]
    [InlineData("a@b.example, c@d.example")]
    public async Task What_is_no_address_comes_back_with_a_sentence(string typed)
    {
        using var answer = await new Prover(site).AskAsync(typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Reading.ParseAsync(answer);
        Assert.Equal("true", page.QuerySelector("#Input_Email")!.GetAttribute("aria-invalid"));
        Assert.NotEmpty(page.QuerySelector("#Input_Email-error")!.Seen());
        Assert.Equal(typed, page.QuerySelector("#Input_Email")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Who_leaves_is_asked_again_and_the_letter_is_in_the_language_of_the_page()
    {
        var reader = new Prover(site, "fr");
        await reader.ProveAsync(Email);
        Assert.Equal("fr", (await site.LettersAsync()).Single().Language);
        Assert.NotNull((await reader.OpenAsync()).QuerySelector(".yours__one"));

        using var left = await reader.LeaveAsync();

        Assert.NotNull((await reader.OpenAsync()).QuerySelector("#Input_Email"));
    }

    private async Task OpensNothingAsync(string link)
    {
        using var answer = await site.GetAsync(link);
        Assert.Equal((link, "/comments/yours?said=stale"), (link, answer.Headers.Location?.OriginalString));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }
}
