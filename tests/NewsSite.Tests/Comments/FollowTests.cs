using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Comments;
using NewsSite.Comments.Following;
using NewsSite.Comments.PostingRules;
using NewsSite.Mail;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

public sealed class FollowTests : IAsyncLifetime
{
    private const string Reader = "hala@reader.example";

    private TestSite site = null!;
    private int story;

    public async ValueTask InitializeAsync() => (site, story, _) = await Commented.WithStoryAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Only_who_presses_the_button_in_the_letter_follows()
    {
        await new Commenter(site).AskToFollowAsync(story, Reader);
        await site.WriteLettersAsync();
        var asking = Assert.Single(await site.WholeLettersAsync());
        var link = new Uri(asking.Button!.Address).PathAndQuery;

        // Scanners of mail open every link.
        await site.OpenAsync(link);
        await site.CommentAsync(story, "قبل التأكيد لا بعده");
        await site.WriteLettersAsync(Followers.Soon);
        Assert.Equal([Reader], (await site.WholeLettersAsync()).Select(letter => letter.To));
        await site.ConfirmAsync(asking);
        await site.CommentAsync(story, "بعد التأكيد أيضا");
        await site.WriteLettersAsync(Followers.Soon);

        // What came between the asking and the pressing is not lost.
        Assert.Equal(["قبل التأكيد لا بعده", "بعد التأكيد أيضا"], (await site.WholeLettersAsync())[1].Parts.Select(part => part.Text));
        Assert.DoesNotContain("hala", link, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_site_writes_by_itself_and_the_mail_server_gets_the_headers_of_one_click()
    {
        await using var server = new MailServer();
        await using var mailing = await TestSite.EmptyWithRoundsAsync(["--Comments:PerMinute=0", "--Site:Address=http://localhost", .. server.Settings]);
        var about = await mailing.OpenStoryAsync();
        await mailing.InStoreAsync(async db =>
        {
            await new CommentFollowing(db, mailing.Services.GetRequiredService<Data.SiteKey>(), mailing.Clock).AskAsync(about, FollowKind.Conversation, Reader, new("key", null, ""), CancellationToken.None);
        });

        await mailing.AsSecondsPassAsync(() => Task.FromResult(server.Messages.Count == 1));

        var message = server.Messages[0];
        Assert.Matches("^<http://localhost/comments/letters/[A-Za-z0-9_-]{43}>$", message.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);
        Assert.Contains("dir=\"rtl\"", message.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_letter_gathers_what_is_new_and_the_next_comes_a_quarter_of_an_hour_later()
    {
        await site.FollowAsync(story, Reader);
        var first = await site.CommentAsync(story, "تعليق أول هنا", "a@writer.example", "سمر");
        await site.CommentAsync(story, "تعليق ثان هنا", "b@writer.example", "جاد");
        await site.WriteLettersAsync(Followers.Soon);
        await site.CommentAsync(story, "تعليق ثالث هنا");
        await site.WriteLettersAsync(Followers.Soon);
        await site.WriteLettersAsync();

        var letter = Assert.Single(await site.WholeLettersAsync());
        Assert.Equal(("تعليقان جديدان على «عنوان للاختبار».", Reader), (letter.Paragraphs[0], letter.To));
        Assert.Equal([("سمر", "تعليق أول هنا"), ("جاد", "تعليق ثان هنا")], letter.Parts.Select(part => (part.Head, part.Text)));
        Assert.EndsWith($"/comments/{first}", letter.Parts[0].Link.Address, StringComparison.Ordinal);
        await site.WriteLettersAsync(FollowerLetters.Between);
        Assert.Equal(["تعليق ثالث هنا"], (await site.WholeLettersAsync())[1].Parts.Select(part => part.Text));
    }

    [Fact]
    public async Task Many_are_counted_and_the_first_ten_told()
    {
        await site.FollowAsync(story, Reader);
        for (var i = 0; i < 12; i++)
        {
            await site.CommentAsync(story, $"رأي رقم {i} في هذا");
        }

        await site.WriteLettersAsync(Followers.Soon);

        var letter = Assert.Single(await site.WholeLettersAsync());
        Assert.Equal(["12 تعليقًا جديدًا على «عنوان للاختبار».", "في هذه الرسالة أول 10 منها، والباقي على صفحة المقال."], letter.Paragraphs);
        Assert.Equal(10, letter.Parts.Count);
    }

    [Fact]
    public async Task What_was_approved_late_is_told_what_was_taken_away_is_not_and_nothing_twice()
    {
        using var moderator = await site.SignInAsync(Accounts.Role.None, moderates: true);
        await site.FollowAsync(story, Reader);
        await site.HoldAllAsync();
        var late = await site.CommentAsync(story, "وافقوا عليه متأخرين", "a@writer.example");
        var gone = await site.CommentAsync(story, "رفضوه بعد نشره", "b@writer.example");
        await site.WriteLettersAsync(TimeSpan.FromHours(5));
        Assert.Empty(await site.LettersToAsync(Reader));

        await DecideAsync(moderator, "Approve", late);
        await DecideAsync(moderator, "Approve", gone);
        await DecideAsync(moderator, "Reject", gone, ("Rule", nameof(PostingRule.Spam)));
        await site.WriteLettersAsync(Followers.Soon);
        Assert.Equal(["وافقوا عليه متأخرين"], Assert.Single(await site.LettersToAsync(Reader)).Parts.Select(part => part.Text));

        // Taken back and posted again: its follower has read it already.
        await DecideAsync(moderator, "Undo", late);
        await DecideAsync(moderator, "Approve", late);
        await site.WriteLettersAsync(FollowerLetters.Between + Followers.Soon);
        Assert.Single(await site.LettersToAsync(Reader));
    }

    [Fact]
    public async Task Who_wants_answers_gets_answers_to_their_own_comments_alone()
    {
        var writer = new Commenter(site, "هالة", Reader);
        using var posted = await writer.PostAsync($"/comments/new?article={story}", ("Input.Name", "هالة"), ("Input.Email", Reader), ("Input.Body", "ما رأيكم في هذا"), ("Input.Letters", "Answers"));
        var mine = Commenter.NumberIn(posted);
        await site.WriteLettersAsync();
        await site.ConfirmAsync(Assert.Single(await site.WholeLettersAsync()));
        await site.EmptyOutboxAsync();

        await site.CommentAsync(story, "كلام لا يعنيها");
        await site.CommentAsync(story, "رأيي مثل رأيك", parent: mine);
        await writer.SayAsync(story, "وأنا أرد على نفسي", mine);
        await site.WriteLettersAsync(Followers.Soon);

        var letter = Assert.Single(await site.WholeLettersAsync());
        Assert.Equal(["رأيي مثل رأيك"], letter.Parts.Select(part => part.Text));
        Assert.Equal("رد على تعليقك: عنوان للاختبار", letter.Subject);
    }

    [Fact]
    public async Task A_refused_comment_and_a_filled_trap_ask_for_nothing()
    {
        var writer = new Commenter(site, "هالة", Reader);
        using var refused = await writer.PostAsync($"/comments/new?article={story}", ("Input.Name", "هالة"), ("Input.Email", Reader), ("Input.Body", "اسكت يا شرموط"), ("Input.Letters", "Conversation"));
        using var trapped = await writer.PostAsync($"/comments/new?article={story}", ("Input.Name", "هالة"), ("Input.Email", Reader), ("Input.Body", "كلام عادي جدا"), ("Input.Letters", "Conversation"), ("Input.Website", "x"));
        using var alsoTrapped = await writer.PostAsync($"/comments/follow?article={story}", ("Input.Email", Reader), ("Input.Website", "x"));

        await site.WriteLettersAsync(Followers.Soon);

        Assert.Empty(await site.WholeLettersAsync());
    }

    [Fact]
    public async Task Asking_again_brings_no_second_letter_and_one_mailbox_is_asked_five_times_a_day()
    {
        var stories = new List<int> { story };
        for (var i = 0; i < 6; i++)
        {
            stories.Add(await site.OpenStoryAsync($"مقال رقم {i}"));
        }

        foreach (var one in stories.Concat(stories))
        {
            await new Commenter(site).AskToFollowAsync(one, Reader);
            await new Commenter(site).AskToFollowAsync(one, "HALA+news@reader.example");
            await site.WriteLettersAsync();
        }
        Assert.Equal(CommentFollowing.AsksOfMailbox, (await site.WholeLettersAsync()).Count);

        await site.EmptyOutboxAsync();
        site.Clock.Advance(TimeSpan.FromDays(1));
        await new Commenter(site).AskToFollowAsync(story, Reader);
        await site.WriteLettersAsync();
        Assert.Single(await site.WholeLettersAsync());
    }

    [Fact]
    public async Task Who_follows_already_is_not_asked_again_but_for_more_and_nobody_else_can_tell()
    {
        using (await new Commenter(site).PostAsync($"/comments/new?article={story}", ("Input.Name", "هالة"), ("Input.Email", Reader), ("Input.Body", "ما رأيكم في هذا"), ("Input.Letters", "Answers")))
        {
            await site.WriteLettersAsync();
        }
        await site.ConfirmAsync(Assert.Single(await site.WholeLettersAsync()));
        await site.EmptyOutboxAsync();

        // Somebody else types the address: the letters stay what their owner wanted.
        using var known = await new Commenter(site).PostAsync($"/comments/follow?article={story}", ("Input.Email", Reader));
        using var unknown = await new Commenter(site).PostAsync($"/comments/follow?article={story}", ("Input.Email", "nobody@reader.example"));
        await site.WriteLettersAsync();
        await site.CommentAsync(story, "كلام لا يعنيها");
        await site.WriteLettersAsync(Followers.Soon);

        Assert.Equal(await known.Content.ReadAsStringAsync(), await unknown.Content.ReadAsStringAsync());
        var more = Assert.Single(await site.LettersToAsync(Reader));
        await site.ConfirmAsync(more);
        await new Commenter(site).AskToFollowAsync(story, Reader);
        await site.CommentAsync(story, "كلام صار يعنيها");
        await site.WriteLettersAsync(Followers.Soon);
        Assert.Equal(["كلام صار يعنيها"], (await site.LettersToAsync(Reader))[1].Parts.Select(part => part.Text));
        Assert.Equal(2, (await site.LettersToAsync(Reader)).Count);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData("none")]
    public async Task A_mail_program_stops_the_letters_with_one_post_and_opening_the_link_does_not(string from)
    {
        var letter = await TellAsync();
        var link = letter.StopAddress();
        Assert.Contains("عنوان للاختبار", (await site.OpenAsync(link)).QuerySelector("main")!.Seen());
        Assert.Single(await site.InStoreAsync(db => db.CommentSubscriptions.ToListAsync()));

        using var stopped = await site.OneClickAsync(link, from);
        using var again = await site.OneClickAsync(link, from);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (stopped.StatusCode, again.StatusCode));
        Assert.False(stopped.Headers.Contains("Set-Cookie"));
        Assert.Empty(await site.InStoreAsync(db => db.CommentSubscriptions.ToListAsync()));
        await site.CommentAsync(story, "بعد الإيقاف لا يصل");
        await site.WriteLettersAsync(FollowerLetters.Between);
        Assert.Empty(await site.WholeLettersAsync());
        Assert.Contains("لا رسائل", (await site.OpenAsync(link)).QuerySelector("[role=status]")!.Seen());
    }

    [Fact]
    public async Task Only_that_address_takes_forms_from_elsewhere_and_only_with_its_secret()
    {
        var link = (await TellAsync()).StopAddress();

        foreach (var path in new[] { $"{link}/confirm", $"/comments/follow?article={story}", $"/comments/new?article={story}", "/account/sign-in" })
        {
            using var elsewhere = await site.OneClickAsync(path);
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, elsewhere.StatusCode));
        }
        foreach (var made in new[] { "x", new string('A', 43), link.Split('/')[^1][..^2] + "zz" })
        {
            using var answer = await site.OneClickAsync($"/comments/letters/{made}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        Assert.Single(await site.InStoreAsync(db => db.CommentSubscriptions.ToListAsync()));
    }

    [Fact]
    public async Task All_letters_to_one_mailbox_stop_together_and_those_to_others_go_on()
    {
        var other = await site.OpenStoryAsync("مقال آخر");
        await site.FollowAsync(other, Reader);
        await site.FollowAsync(story, "someone@reader.example");
        var link = (await TellAsync()).StopAddress();
        Assert.Equal(["عنوان للاختبار", "مقال آخر"], (await site.OpenAsync(link)).QuerySelectorAll(".letters li").Select(one => one.Seen()).Order());

        using var stopped = await new Commenter(site).PostAsync($"{link}?handler=all");

        Assert.Equal(HttpStatusCode.OK, stopped.StatusCode);
        Assert.Equal([NewsSite.Comments.CommenterKeys.EmailKey(site.Services.GetRequiredService<Data.SiteKey>(), "someone@reader.example")],
            await site.InStoreAsync(db => db.CommentSubscriptions.Select(s => s.EmailKey).ToListAsync()));
    }

    [Fact]
    public async Task Each_letter_is_written_once_by_two_processes_at_once_and_after_a_restart()
    {
        await using var other = await site.AnotherProcessAsync();
        for (var i = 0; i < 12; i++)
        {
            await site.FollowAsync(story, $"reader{i}@reader.example");
            await site.CommentAsync(story, $"سؤال رقم {i} هنا", $"writer{i}@reader.example");
        }
        await site.InStoreAsync(db => db.OutgoingLetters.ExecuteDeleteAsync());

        site.Clock.Advance(FollowerLetters.Between + Followers.Soon);
        await Task.WhenAll(site.WriteLettersAsync(), other.WriteLettersAsync());
        await using var restarted = await TestSite.OnAsync(site.Database, site.Clock, [], ownsDatabase: false);
        await restarted.WriteLettersAsync(FollowerLetters.Between);

        Assert.Equal(Enumerable.Range(0, 12).Select(i => $"reader{i}@reader.example").Order(), (await site.WholeLettersAsync()).Select(letter => letter.To).Order());
    }

    [Fact]
    public async Task What_was_not_confirmed_is_forgotten_after_a_week()
    {
        await new Commenter(site).AskToFollowAsync(story, Reader);
        await site.WriteLettersAsync();
        var link = new Uri(Assert.Single(await site.WholeLettersAsync()).Button!.Address).PathAndQuery;

        site.Clock.Advance(CommentSubscription.AskLasts + TimeSpan.FromMinutes(1));
        using var late = await new Commenter(site).PostAsync(link);
        await site.Services.GetRequiredService<CommentSweep>().RunAsync(CancellationToken.None);

        Assert.Contains("انتهت صلاحية هذا الرابط", (await Reading.ParseAsync(late)).QuerySelector("[role=alert]")!.Seen());
        Assert.Empty(await site.InStoreAsync(db => db.CommentSubscriptions.ToListAsync()));
    }

    [Fact]
    public async Task No_letter_tells_of_a_story_that_is_gone()
    {
        await site.FollowAsync(story, Reader);
        await site.CommentAsync(story, "كلام عادي جدا");
        await site.InStoreAsync(async db =>
        {
            (await db.Articles.FindAsync(story))!.Withdraw("سبب", TestSite.Start);
            await db.SaveChangesAsync();
        });

        await site.WriteLettersAsync(Followers.Soon);

        Assert.Empty(await site.WholeLettersAsync());
    }

    [Fact]
    public async Task Letters_and_their_links_carry_no_address_but_the_one_they_go_to_and_the_store_none_at_all()
    {
        await site.FollowAsync(story, "first@reader.example");
        await site.FollowAsync(story, "second@reader.example");
        await site.HoldAllAsync();
        var id = await site.CommentAsync(story, "كلام عادي جدا", "third@reader.example");
        await site.AccountAsync(Accounts.Role.None, moderates: true, "mo@newsroom.example");
        await site.WriteLettersAsync(TimeSpan.FromDays(1));
        using var moderator = await site.SignInAsync(Accounts.Role.None, moderates: true);
        await DecideAsync(moderator, "Approve", id);
        await site.WriteLettersAsync(Followers.Soon);

        var letters = (await site.WholeLettersAsync()).Where(letter => !letter.To.EndsWith("example.org", StringComparison.Ordinal)).ToList();
        Assert.Equal(["first@reader.example", "mo@newsroom.example", "second@reader.example"], letters.Select(letter => letter.To).Order());
        Assert.All(letters, letter => Assert.DoesNotContain("@", JsonSerializer.Serialize(letter with { To = "" }), StringComparison.Ordinal));
        var rows = await site.InStoreAsync(db => db.CommentSubscriptions.AsNoTracking().ToListAsync());
        Assert.DoesNotContain("reader.example", JsonSerializer.Serialize(rows), StringComparison.Ordinal);
        Assert.Equal(2, rows.Count);
    }

    [Fact]
    public async Task A_wrong_address_keeps_the_form_with_a_sentence()
    {
        using var answer = await new Commenter(site).PostAsync($"/comments/follow?article={story}", ("Input.Email", "hala"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var field = (await Reading.ParseAsync(answer)).QuerySelector("[name='Input.Email']")!;
        Assert.Equal(("true", "hala"), (field.GetAttribute("aria-invalid"), field.GetAttribute("value")));
    }

    [Fact]
    public async Task Letters_about_an_English_story_are_in_English_and_lead_to_its_edition()
    {
        var english = await site.SavedAsync(Make.Story(new("en", "world", "World", "World", 0, NewsSite.Articles.SectionKind.News), "A test"));
        await new Commenter(site).AskToFollowAsync(english, Reader);
        await site.WriteLettersAsync();
        var asking = Assert.Single(await site.WholeLettersAsync());
        await site.ConfirmAsync(asking);
        await site.CommentAsync(english, "A plain remark");
        await site.WriteLettersAsync(Followers.Soon);

        var letter = (await site.WholeLettersAsync())[1];
        Assert.Contains("/en/comments/letters/", asking.Button!.Address, StringComparison.Ordinal);
        Assert.Equal(("en", "New comments: A test", "1 new comment on “A test”."), (letter.Language, letter.Subject, letter.Paragraphs[0]));
        Assert.EndsWith($"/en/comments/thread?article={english}", letter.Button!.Address, StringComparison.Ordinal);
        Assert.StartsWith("/en/comments/letters/", letter.StopAddress(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/comments/letters/cut", "لا رسائل تصلك من هذا الرابط")]
    [InlineData("/comments/letters/cut/confirm", "انتهت صلاحية هذا الرابط")]
    public async Task A_link_that_a_mail_program_has_cut_says_so(string path, string sentence)
    {
        using var answer = await site.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(sentence, (await Reading.ParseAsync(answer)).QuerySelector("main")!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_story_that_takes_no_comments_there_is_nothing_to_follow()
    {
        await site.LevelAsync(CommentLevel.Closed);

        var page = await site.OpenAsync($"/comments/follow?article={story}");
        using var asked = await new Commenter(site).PostAsync($"/comments/follow?article={story}", ("Input.Email", Reader));

        Assert.Null(page.QuerySelector("[name='Input.Email']"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Empty(await site.InStoreAsync(db => db.CommentSubscriptions.ToListAsync()));
    }

    [Fact]
    public async Task The_links_of_letters_still_work_when_their_edition_has_been_closed()
    {
        var english = await site.SavedAsync(Make.Story(new("en", "world", "World", "World", 0, NewsSite.Articles.SectionKind.News), "A test"));
        await site.FollowAsync(english, Reader);
        await site.CommentAsync(english, "A plain remark");
        await site.WriteLettersAsync(Followers.Soon);
        var letter = Assert.Single(await site.WholeLettersAsync());
        var stop = new Uri(letter.FootLink!.Address).PathAndQuery;
        Assert.Equal(stop, letter.StopAddress());
        await new Commenter(site).AskToFollowAsync(english, "other@reader.example");
        await site.WriteLettersAsync();
        var asking = (await site.WholeLettersAsync())[^1];
        await site.InStoreAsync(async db =>
        {
            db.Add(new Settings.Setting(Settings.SiteSettings.RowOf("en", nameof(Settings.SiteSettings.InUse)), "False"));
            await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/en/")).StatusCode);

        var page = await site.OpenAsync(stop);
        using var stopped = await new Commenter(site).PostAsync(page.QuerySelector("form.form")!.GetAttribute("action")!);

        Assert.StartsWith("/en/comments/letters/", stop, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, stopped.StatusCode);
        Assert.Empty(await site.InStoreAsync(db => db.CommentSubscriptions.Where(one => one.ConfirmedAt != null).ToListAsync()));
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/en/comments/yours")).StatusCode);
        Assert.NotNull((await site.OpenAsync(new Uri(asking.Button!.Address).PathAndQuery)).QuerySelector("form.form"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task Who_says_no_to_being_asked_is_not_asked_about_the_story_again_whoever_types_the_address_and_keeps_no_address_here(int days)
    {
        await new Commenter(site).AskToFollowAsync(story, Reader);
        await site.WriteLettersAsync();
        var asking = Assert.Single(await site.WholeLettersAsync());
        using var stopped = await site.OneClickAsync(asking.StopAddress());

        site.Clock.Advance(TimeSpan.FromDays(days));
        await new Commenter(site).AskToFollowAsync(story, Reader);
        await site.WriteLettersAsync(Followers.Soon);

        Assert.Single(await site.WholeLettersAsync());
        Assert.Empty(await site.InStoreAsync(db => db.CommentSubscriptions.ToListAsync()));
        using var late = await new Commenter(site).PostAsync(new Uri(asking.Button!.Address).PathAndQuery);
        Assert.Contains("أُوقفت الرسائل", (await Reading.ParseAsync(late)).Body!.Seen(), StringComparison.Ordinal);
        await new Commenter(site).AskToFollowAsync(await site.OpenStoryAsync(), Reader);
        await site.WriteLettersAsync();
        Assert.Equal(2, (await site.WholeLettersAsync()).Count);
    }

    [Fact]
    public async Task Who_says_no_to_all_is_asked_about_no_story_until_that_is_forgotten()
    {
        await new Commenter(site).AskToFollowAsync(story, Reader);
        await site.WriteLettersAsync();
        using var stopped = await site.OneClickAsync(Assert.Single(await site.WholeLettersAsync()).StopAddress() + "?handler=all");
        var other = await site.OpenStoryAsync();

        await new Commenter(site).AskToFollowAsync(other, Reader);
        await site.WriteLettersAsync();
        Assert.Single(await site.WholeLettersAsync());

        site.Clock.Advance(FollowRefusal.Lasts + TimeSpan.FromHours(1));
        await site.SweepAsync();
        await new Commenter(site).AskToFollowAsync(other, Reader);
        await site.WriteLettersAsync();
        Assert.Equal(2, (await site.WholeLettersAsync()).Count);
    }

    [Fact]
    public async Task Who_stops_all_letters_of_a_neighbouring_box_stops_nothing_of_this_one_and_sees_nothing_of_it()
    {
        var neighbour = Reader.Replace("@", "+x@", StringComparison.Ordinal);
        var elsewhere = await site.OpenStoryAsync("خبر الجارة");
        await site.FollowAsync(story, Reader);
        await site.FollowAsync(elsewhere, neighbour);
        await new Commenter(site).AskToFollowAsync(await site.OpenStoryAsync(), Reader);
        await site.CommentAsync(elsewhere, "كلام عادي جدا");
        await site.WriteLettersAsync(Followers.Soon);
        var link = (await site.LettersToAsync(neighbour))[^1].StopAddress();

        var page = (await site.OpenAsync(link)).QuerySelector("main")!.Seen();
        using var stopped = await site.OneClickAsync(link + "?handler=all");

        Assert.Contains("خبر الجارة", page, StringComparison.Ordinal);
        Assert.DoesNotContain(await site.InStoreAsync(db => db.Articles.Where(a => a.Id == story).Select(a => a.Headline).SingleAsync()), page, StringComparison.Ordinal);
        Assert.DoesNotContain(elsewhere, await site.InStoreAsync(db => db.CommentSubscriptions.Select(s => s.ArticleId).ToListAsync()));
        Assert.Equal(2, await site.InStoreAsync(db => db.CommentSubscriptions.CountAsync()));
        Assert.Empty(await site.InStoreAsync(db => db.FollowRefusals.ToListAsync()));
    }

    private async Task<Letter> TellAsync()
    {
        await site.FollowAsync(story, Reader);
        await site.CommentAsync(story, "كلام عادي جدا");
        await site.WriteLettersAsync(Followers.Soon);
        var letter = (await site.LettersToAsync(Reader))[^1];
        await site.EmptyOutboxAsync();
        return letter;
    }

    private async Task DecideAsync(SignedIn moderator, string handler, int comment, params (string, string)[] fields)
    {
        using var decided = await moderator.DecideAsync(handler, comment, await site.SeenAsync(comment), fields);
        Assert.True(decided.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.OK, decided.StatusCode.ToString());
    }
}
