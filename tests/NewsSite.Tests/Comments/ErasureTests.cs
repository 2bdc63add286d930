using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Comments.Yours;
using NewsSite.Data;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

public sealed class ErasureTests : IAsyncLifetime
{
    private const string Email = "Samira.Qudsi@example.org", Name = "سميرة القدسي", Body = "البرقوق المحفور على الجدار", Question = "ما رأيكم في الزعفران";

    private TestSite site = null!;
    private int story;
    private string address = "";
    private int first, answer;

    public async ValueTask InitializeAsync()
    {
        (site, story, address) = await Commented.WithStoryAsync();
        first = await site.CommentAsync(story, Question, Email, Name);
        answer = await site.CommentAsync(story, "أوافق على ما قيل", "nuha@example.org", "نهى", first);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData(20)]
    [InlineData(450)]
    public async Task Nothing_that_names_or_quotes_the_writer_is_left_in_the_database_file(int more)
    {
        var writer = await LeaveTracesAsync(more);
        Assert.Equal([Name, Body, Question, "حمار"], await site.FoundAsync(Name, Email, Body, Question, "حمار"));

        using var erased = await writer.EraseAsync("Everything", more + 3);

        Assert.Equal("/comments/yours?said=erased", erased.Headers.Location?.OriginalString);
        Assert.Empty(await site.FoundAsync(Name, "سميرة", Email, "Qudsi", Body, Question, "حمار"));
        Assert.Empty(await site.InStoreAsync(db => db.CommentEmails.Where(one => one.CommentId != answer).Select(one => one.CommentId).ToListAsync()));
    }

    [Fact]
    public async Task With_the_name_alone_erased_no_name_and_no_address_is_left_and_the_words_are()
    {
        var writer = await LeaveTracesAsync(20);

        using var erased = await writer.EraseAsync("Identity", 23);

        Assert.Equal([Body, Question], await site.FoundAsync(Name, "سميرة", Email, "Qudsi", Body, Question));
        Assert.Equal(HttpStatusCode.Found, erased.StatusCode);
    }

    [Fact]
    public async Task The_thread_reads_on_without_the_writer_at_the_next_request()
    {
        Assert.Contains(Name, (await site.OpenAsync(address)).QuerySelector(".comments")!.Seen(), StringComparison.Ordinal);
        var writer = await ProvenAsync();

        using var erased = await writer.EraseAsync("Identity", 1);

        var comments = (await site.OpenAsync(address)).QuerySelectorAll(".comment");
        Assert.Equal([$"comment-{first}", $"comment-{answer}"], comments.Select(one => one.Id));
        Assert.Contains(Question, comments[0].Seen(), StringComparison.Ordinal);
        Assert.Contains("قارئ", comments[0].Seen(), StringComparison.Ordinal);
        Assert.Contains("ردًا على قارئ", comments[1].Seen(), StringComparison.Ordinal);
        Assert.Equal(Address.Face(Comment.NoFace), comments[0].QuerySelector("img")!.GetAttribute("src"));
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(Address.Face(Comment.NoFace))).StatusCode);
    }

    [Fact]
    public async Task Where_the_words_are_erased_an_empty_place_keeps_the_answers()
    {
        var alone = await site.CommentAsync(story, "تعليق بلا رد", Email, Name);
        await site.OpenAsync(address);
        var writer = await ProvenAsync();

        using var erased = await writer.EraseAsync("Everything", 2);

        var comments = (await site.OpenAsync(address)).QuerySelectorAll(".comment");
        Assert.Equal([$"comment-{first}", $"comment-{answer}"], comments.Select(one => one.Id));
        Assert.Equal("لم يعد هذا التعليق هنا.", comments[0].Seen());
        Assert.Contains("أوافق على ما قيل", comments[1].Seen(), StringComparison.Ordinal);
        Assert.DoesNotContain(Name, comments[1].Seen(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync($"/comments/{alone}")).StatusCode);
    }

    [Fact]
    public async Task A_line_of_the_log_says_that_it_was_done_and_not_to_whom()
    {
        var writer = await ProvenAsync();

        using var erased = await writer.EraseAsync("Everything", 1);

        var lines = await site.HistoryAsync(first);
        var last = lines[^1];
        Assert.Equal((ModerationAct.Erased, CommentState.Posted, CommentState.Removed, null, "", ""), (last.Act, last.Before, last.After, last.ById, last.ByName, last.Why));
        Assert.Equal([ModerationAct.Judged, ModerationAct.Erased], lines.Select(line => line.Act));
    }

    [Fact]
    public async Task Nothing_ties_the_comments_together_any_more_nor_a_later_one_to_them()
    {
        var second = await site.CommentAsync(story, "تعليق ثانٍ", Email, Name, from: "203.0.113.9");
        var writer = await ProvenAsync();

        using var erased = await writer.EraseAsync("Identity", 2);
        var later = await site.CommentAsync(story, "تعليق جديد", Email, Name);
        var comments = await Task.WhenAll(new[] { first, second, later }.Select(site.FoundCommentAsync));

        Assert.Equal(3, comments.Select(one => one.WriterKey).Distinct().Count());
        Assert.Null(comments[1].AddressKey);
        Assert.Null(comments[1].OnceKey);
        await writer.ProveAsync(Email);
        Assert.Single((await writer.OpenAsync()).QuerySelectorAll(".yours__one"));
    }

    [Fact]
    public async Task A_ban_outlives_the_erasing()
    {
        using var moderator = await site.SignInAsync(Role.None, moderates: true);
        using var banned = await moderator.DecideAsync("ban", first, await site.SeenAsync(first), ("Rule", "InsultToPerson"), ("Email", "true"), ("For", "Good"), ("Why", $"{Name} يكرر الإساءة"));
        Assert.True(await site.InStoreAsync(db => db.Bans.AnyAsync()), await banned.Content.ReadAsStringAsync());
        var writer = await ProvenAsync();

        using var erased = await writer.EraseAsync("Everything", 1);

        Assert.Empty(await site.FoundAsync(Name));
        Assert.IsType<CommentOutcome.Banned>(await site.SubmitAsync(story, "عدت من جديد", Email, "اسم آخر"));
    }

    [Fact]
    public async Task What_a_moderator_has_before_them_can_still_be_decided_without_the_name_and_not_without_the_words()
    {
        var held = await site.CommentAsync(story, "أنت حمار يا هذا", Email, Name);
        var seen = await site.SeenAsync(held);
        using var moderator = await site.SignInAsync(Role.None, moderates: true);
        var writer = await ProvenAsync();
        using var nameless = await writer.EraseAsync("Identity", 2);

        using var approved = await moderator.DecideAsync("approve", held, seen);
        var afterName = (await site.FoundCommentAsync(held)).State;
        var other = await site.CommentAsync(story, "أنت حمار يا ذاك", Email, Name);
        var seenOther = await site.SeenAsync(other);
        await writer.ProveAsync(Email);
        using var wordless = await writer.EraseAsync("Everything", 1);
        using var tooLate = await moderator.DecideAsync("approve", other, seenOther);

        Assert.Equal(CommentState.Posted, afterName);
        Assert.Equal((CommentState.Removed, ""), ((await site.FoundCommentAsync(other)).State, (await site.FoundCommentAsync(other)).Body));
    }

    [Fact]
    public async Task A_letter_that_waits_to_tell_others_quotes_nobody_who_was_erased_since()
    {
        await site.FollowAsync(story, "nuha@example.org");
        var elsewhere = await site.OpenStoryAsync("خبر آخر");
        await site.FollowAsync(elsewhere, "nuha@example.org");
        await site.CommentAsync(story, Body, Email, Name);
        await site.CommentAsync(elsewhere, $"{Body} هنا", Email, Name);
        await site.CommentAsync(elsewhere, "كلام غيرها", "else@example.org", "غيرها");
        await site.WriteLettersAsync(Followers.Soon);
        Assert.Equal(2, (await site.LettersToAsync("nuha@example.org")).Count);
        var writer = await ProvenAsync();

        using var erased = await writer.EraseAsync("Identity", 3);

        var letter = Assert.Single(await site.LettersToAsync("nuha@example.org"));
        Assert.Equal("غيرها", Assert.Single(letter.Parts).Head);
    }

    [Fact]
    public async Task A_thousand_comments_are_erased_in_one_go()
    {
        await FillAsync(500);
        await site.CommentAsync(story, "كلام غيرها بين كلامها", "nuha@example.org", "نهى");
        await FillAsync(500, from: 500);
        var writer = await ProvenAsync();
        var watch = System.Diagnostics.Stopwatch.StartNew();

        using var erased = await writer.EraseAsync("Everything", 1_001);

        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.ElapsedMilliseconds} ms");
        Assert.Empty(await site.FoundAsync(Name, Email, Body, Question));
        Assert.Equal(2, await site.InStoreAsync(db => db.Comments.CountAsync(c => c.Body != "")));
        Assert.Equal(1_001, await site.InStoreAsync(db => db.Moderation.CountAsync(e => e.Act == ModerationAct.Erased)));
    }

    [Fact]
    public async Task An_erasing_that_the_store_breaks_off_stands_as_far_as_it_came_and_the_rest_goes_when_it_is_asked_for_again()
    {
        Assert.SkipWhen(site.Database.Settings.Provider == DatabaseProvider.Postgres, "SQLite's own trigger.");
        await FillAsync(250);
        await site.InStoreAsync(db => db.Database.ExecuteSqlAsync($"CREATE TABLE \"Stuck\" (\"Id\" INTEGER)"));
        await site.InStoreAsync(db => db.Database.ExecuteSqlAsync($"INSERT INTO \"Stuck\" VALUES ({first})"));
        await site.InStoreAsync(db => db.Database.ExecuteSqlAsync(
            $"CREATE TRIGGER \"Break\" BEFORE UPDATE ON \"Comments\" WHEN OLD.\"Id\" IN (SELECT \"Id\" FROM \"Stuck\") BEGIN SELECT RAISE(ABORT, 'broken off'); END"));

        await using (var scope = site.PageScope())
        {
            await Assert.ThrowsAsync<DbUpdateException>(() => scope.ServiceProvider.GetRequiredService<Erasure>().EraseAsync(Email, ErasureScope.Everything, _ => "قارئ", CancellationToken.None));
        }
        Assert.Equal(51, await site.InStoreAsync(db => db.Comments.CountAsync(c => c.Name == Name)));
        await site.InStoreAsync(db => db.Database.ExecuteSqlAsync($"DROP TRIGGER \"Break\""));
        var writer = await ProvenAsync();
        using var erased = await writer.EraseAsync("Everything", 51);

        Assert.Equal("/comments/yours?said=erased", erased.Headers.Location?.OriginalString);
        Assert.Empty(await site.FoundAsync(Name, Email, Body, Question));
    }

    [Theory]
    [InlineData("Identity")]
    [InlineData("Everything")]
    public async Task Words_that_stay_are_still_reported_and_of_words_that_go_the_reporter_hears(string scope)
    {
        var comment = await new Commenter(site, Name, Email).SayAsync(story, "كلام يبلغ عنه");
        using (await new Commenter(site).PostAsync($"/comments/{comment}/flag", ("Input.Rule", "8"), ("Input.Note", $"هذا {Name} من حينا"), ("Input.Email", "reporter@reader.example")))
        {
        }
        await new Commenter(site).AskToFollowAsync(story, Email);
        await site.WriteLettersAsync();
        using var no = await site.OneClickAsync((await site.LettersToAsync(Email))[^1].StopAddress());
        Assert.True(await site.InStoreAsync(db => db.FollowRefusals.AnyAsync()));
        var writer = await ProvenAsync();
        await site.EmptyOutboxAsync();
        var warning = (await writer.OpenAsync("/erase")).QuerySelector(".notice--held")!.Seen();

        using var erased = await writer.EraseAsync(scope, 2);

        Assert.Contains("ويُمحى رفضك رسائل المتابعة", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("بلاغاتك", warning, StringComparison.Ordinal);
        var flags = await site.InStoreAsync(db => db.CommentFlags.AsNoTracking().Select(flag => flag.Note).ToListAsync());
        var told = (await site.LettersToAsync("reporter@reader.example")).Select(letter => letter.Paragraphs[0]);
        Assert.False(await site.InStoreAsync(db => db.FollowRefusals.AnyAsync()));
        Assert.Equal(scope == "Identity" ? [""] : [], flags);
        Assert.Equal(scope == "Identity" ? [] : ["التعليق الذي أبلغت عنه لم يعد منشورًا: سحبه كاتبه."], told);
    }

    /// <summary>A writer all over the database: mended, held, refused, rejected with a reason that names them, and with enough rows that pages split.</summary>
    private async Task<Prover> LeaveTracesAsync(int more)
    {
        var mended = new Commenter(site, Name, Email);
        var id = await mended.SayAsync(story, "نص أول فيه حمار الوحش");
        using var changed = await mended.PostAsync($"/comments/mine/{id}", ("Input.Body", Body));
        await FillAsync(more);
        using var refused = await mended.PostAsync(story, $"اسكت يا شرموط {Body} يا حمار");
        using var moderator = await site.SignInAsync(Role.None, moderates: true);
        using var rejected = await moderator.DecideAsync("reject", id, await site.SeenAsync(id), ("Rule", "InsultToPerson"), ("Why", $"{Name} مرة أخرى"));
        return await ProvenAsync();
    }

    // By the front door this would take the test longer than what it looks at.
    private Task FillAsync(int count, int from = 0) => site.InStoreAsync(async db =>
    {
        var key = (SiteKey)site.Services.GetService(typeof(SiteKey))!;
        foreach (var number in Enumerable.Range(from, count))
        {
            var comment = Comment.Write(story, null, Name, $"{Body} {number} {new string('ن', number % 500)}", CommenterKeys.Of(key, Email, IPAddress.Loopback), $"once-{number}", TestSite.Start);
            db.Add(comment.Approve(new StaffMember(1, "منى", Role.None, true), TestSite.Start));
        }
        await db.SaveChangesAsync();
    });

    private async Task<Prover> ProvenAsync()
    {
        var writer = new Prover(site);
        await writer.ProveAsync(Email);
        return writer;
    }
}
