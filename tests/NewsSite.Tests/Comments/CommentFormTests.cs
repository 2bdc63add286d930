using System.Net;
using AngleSharp.Dom;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

public sealed class CommentFormTests
{
    [Fact]
    public async Task Who_is_held_by_a_rule_reads_by_which_one_and_nobody_else_reads_it()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;
        var writer = new Commenter(site);
        await writer.SayAsync(story, "أنت حمار لا تفهم");

        Assert.Contains("قد يخالف شرط «الإساءة إلى الأشخاص»", (await writer.OpenAsync(address)).QuerySelector(".comment--held .comment__note")!.Seen(), StringComparison.Ordinal);
        Assert.DoesNotContain("قد يخالف", (await site.OpenAsync(address)).QuerySelector("#comments")!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_story_has_the_printed_form_and_the_printed_rules()
    {
        await using var site = await TestSite.WithDemoAsync();

        var page = await site.OpenAsync(await site.SeedAddressAsync());

        var form = page.QuerySelector("form[data-comment]")!;
        Assert.Equal("اترك تعليق", page.QuerySelector("#leave-head")!.Seen());
        Assert.StartsWith("/comments/new?article=", form.GetAttribute("action"));
        Assert.Equal(["Input.ParentId", "Input.Name", "Input.Email", "Input.Body", "Input.Letters", "Input.TellMe", "Input.Website"], form.QuerySelectorAll("[name]").Select(field => field.GetAttribute("name")));
        Assert.Null(form.QuerySelector("[name=__RequestVerificationToken]"));
        Assert.Contains("لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *", page.QuerySelector(".leave")!.Seen());
        Assert.Contains("عدم الإساءة للكاتب أو للأشخاص أو للمقدسات أو مهاجمة الأديان أو الذات الالهية. والابتعاد عن التحريض الطائفي والعنصري والشتائم.", page.QuerySelector(".leave__rules")!.Seen());
        Assert.Equal(8, page.QuerySelectorAll(".leave__rules li").Length);
    }

    [Fact]
    public async Task A_comment_is_posted_and_the_next_reader_sees_it_though_the_page_was_cached()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;
        await site.OpenAsync(address);
        await site.OpenAsync(address);

        var id = await new Commenter(site).SayAsync(story, "تحليل متوازن، شكرًا.\nسطر ثانٍ\n\nفقرة أخرى");

        var comment = (await site.OpenAsync(address)).QuerySelector($"#comment-{id}")!;
        Assert.Contains("سلمى", comment.Seen());
        Assert.Equal(2, comment.QuerySelectorAll(".comment__body p").Length);
    }

    [Fact]
    public async Task Its_writer_is_thanked_where_the_comment_stands_and_nobody_else()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;
        var writer = new Commenter(site);

        var id = await writer.SayAsync(story, "تحليل متوازن، شكرًا.");

        Assert.Equal("شكرًا لك، نُشر تعليقك.", (await writer.OpenAsync(address)).QuerySelector($"#comment-{id} [role=status]")!.Seen());
        Assert.DoesNotContain("شكرًا لك", (await site.OpenAsync(address)).QuerySelector("main")!.Seen());
    }

    [Theory]
    [InlineData("Answers", true)]
    [InlineData("", false)]
    public async Task Who_asks_for_letters_with_a_comment_is_told_to_confirm_that(string letters, bool told)
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;
        var writer = new Commenter(site);

        using var answer = await writer.PostAsync($"/comments/new?article={story}", ("Input.Name", "سلمى"), ("Input.Email", "salma@example.org"), ("Input.Body", "مقال واضح"), ("Input.Letters", letters));

        // What the site does by itself within ten seconds.
        await site.WriteLettersAsync();
        Assert.Equal(told, (await writer.OpenAsync(address)).QuerySelector($"#comment-{Commenter.NumberIn(answer)}")!.Seen().Contains("أكّد طلبك", StringComparison.Ordinal));
        Assert.DoesNotContain("أكّد طلبك", (await site.OpenAsync(address)).QuerySelector("main")!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_that_breaks_a_rule_stands_in_the_log_and_nobody_tries_for_ever()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        using var moderator = await site.SignInAsync(NewsSite.Accounts.Role.None, moderates: true);
        var writer = new Commenter(site);
        var id = await writer.SayAsync(story, "كلام عادي عن الخبر");

        for (var time = 1; time <= CommentMending.Most; time++)
        {
            using var refused = await writer.PostAsync($"/comments/mine/{id}", ("Input.Body", "اسكت يا شرموط"));
            Assert.Contains("لم يُحفظ", (await Reading.ParseAsync(refused)).QuerySelector("[role=alert]")!.Seen(), StringComparison.Ordinal);
        }
        using var more = await writer.PostAsync($"/comments/mine/{id}", ("Input.Body", "كلام آخر عن الخبر"));

        var page = await Reading.ParseAsync(more);
        Assert.Contains("فلم يعد يُعدَّل", page.QuerySelector("[role=alert]")!.Seen(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#withdraw"));
        Assert.Equal("كلام عادي عن الخبر", (await site.FoundCommentAsync(id)).Body);
        Assert.Contains("أراد كلامًا آخر فخالف شرطًا", (await moderator.OpenAsync($"/admin/comments?comment={id}")).Body!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_comment_is_seen_by_its_writer_alone()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;
        await site.InStoreAsync(async db =>
        {
            var policy = new CommentPolicy(CommentPolicy.Site);
            policy.Set(new(CommentLevel.AllHeld), new(1, "منى", Accounts.Role.None, true), TestSite.Start);
            db.Add(policy);
            await db.SaveChangesAsync();
        });
        var writer = new Commenter(site);

        var id = await writer.SayAsync(story, "تحليل متوازن، شكرًا.");

        Assert.Contains("بانتظار المراجعة", (await writer.OpenAsync(address)).QuerySelector($"#comment-{id} .comment__by")!.Seen());
        Assert.Null((await site.OpenAsync(address)).QuerySelector($"#comment-{id}"));
        Assert.Null((await new Commenter(site, "غيرها", "other@example.org").OpenAsync(address)).QuerySelector($"#comment-{id}"));
    }

    [Fact]
    public async Task A_cookie_that_somebody_made_up_shows_nothing()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;
        var writer = new Commenter(site);
        var id = await writer.SayAsync(story, "تعليق أول جيد");
        await site.InStoreAsync(async db =>
        {
            db.Add((await db.Comments.FindAsync(id))!.Reject(new(1, "منى", Accounts.Role.None, true), PostingRule.Spam, "", TestSite.Start));
            await db.SaveChangesAsync();
        });

        var page = await site.OpenAsync(address, ("Cookie", writer.Cookie.Split('~')[0] + "~AAAAAAAAAAAAAAAAAAAAAA"));

        Assert.Null(page.QuerySelector($"#comment-{id}"));
        Assert.Contains("الإعلانات والروابط", (await writer.OpenAsync(address)).QuerySelector($"#comment-{id}")!.Seen());
    }

    [Fact]
    public async Task A_refusal_keeps_the_text_and_names_the_rule_above_at_the_field_and_in_the_printed_rules()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;

        using var answer = await new Commenter(site).PostAsync(story, "اسكت يا شرموط");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Reading.ParseAsync(answer);
        var body = page.QuerySelector("textarea[name='Input.Body']")!;
        Assert.Equal("اسكت يا شرموط", body.TextContent.Trim());
        Assert.Equal("true", body.GetAttribute("aria-invalid"));
        Assert.Contains("يخالف شرط «الشتائم»", page.QuerySelector($"#{body.GetAttribute("aria-describedby")}")!.Seen());
        Assert.Contains("يبدو أن تعليقك يخالف شرط «الشتائم»", page.QuerySelector("[role=alert]")!.Seen());
        Assert.Equal("الشتائم", page.QuerySelector(".leave__rules mark")!.Seen());
        Assert.Empty(page.QuerySelectorAll(".leave__form mark"));
        Assert.Equal(CommentState.Refused, (await site.FoundCommentAsync(1)).State);
    }

    [Fact]
    public async Task For_ten_minutes_its_writer_may_mend_a_comment_and_take_it_back()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;
        var writer = new Commenter(site);
        var id = await writer.SayAsync(story, "تحليل متوازن جدا");

        using var mended = await writer.PostAsync($"/comments/mine/{id}", ("Input.Body", "تحليل متوازن، لكنه قصير"));

        Assert.Equal(HttpStatusCode.SeeOther, mended.StatusCode);
        Assert.Contains("لكنه قصير", (await site.OpenAsync(address)).QuerySelector($"#comment-{id}")!.Seen());
        using var withdrawn = await writer.PostAsync($"/comments/mine/{id}?handler=withdraw");
        Assert.Equal(HttpStatusCode.Redirect, withdrawn.StatusCode);
        Assert.Null((await site.OpenAsync(address)).QuerySelector($"#comment-{id}"));
        Assert.Equal([ModerationAct.Judged, ModerationAct.Judged, ModerationAct.Withdrawn], await site.InStoreAsync(db => Task.FromResult(db.Moderation.OrderBy(entry => entry.Id).Select(entry => entry.Act).ToList())));
    }

    [Fact]
    public async Task What_is_mended_into_an_insult_stays_as_it_was_and_the_form_comes_back_with_what_was_typed()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;
        var writer = new Commenter(site);
        var id = await writer.SayAsync(story, "تحليل متوازن جدا");

        using var mended = await writer.PostAsync($"/comments/mine/{id}", ("Input.Body", "اسكت يا شرموط"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, mended.StatusCode);
        var page = await Reading.ParseAsync(mended);
        Assert.Contains("الشتائم", page.QuerySelector("[role=alert]")!.Seen());
        Assert.Equal("اسكت يا شرموط", page.QuerySelector("form textarea")!.TextContent.Trim());
        Assert.DoesNotContain("انتهى وقت", page.QuerySelector("main")!.Seen(), StringComparison.Ordinal);
        Assert.Contains("تحليل متوازن جدا", (await site.OpenAsync(address)).QuerySelector($"#comment-{id}")!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_ten_minutes_and_for_anybody_else_it_stays_as_it_is()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        var writer = new Commenter(site);
        var id = await writer.SayAsync(story, "تحليل متوازن جدا");

        using var stranger = await new Commenter(site).PostAsync($"/comments/mine/{id}", ("Input.Body", "غيرت كلام غيري"));
        site.Clock.Advance(Comment.Mending);
        using var late = await writer.PostAsync($"/comments/mine/{id}", ("Input.Body", "فات الأوان يا جماعة"));
        using var lateWithdrawal = await writer.PostAsync($"/comments/mine/{id}?handler=withdraw");

        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("فات الأوان يا جماعة", (await Reading.ParseAsync(late)).QuerySelector("textarea")!.TextContent);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, lateWithdrawal.StatusCode);
        Assert.Equal("تحليل متوازن جدا", (await site.FoundCommentAsync(id)).Body);
    }

    [Fact]
    public async Task An_English_story_has_the_form_in_English()
    {
        await using var site = await TestSite.WithDemoAsync("--Comments:PerMinute=0");
        var story = await site.InStoreAsync(db => Task.FromResult(db.Articles.First(a => a.Language == "en" && a.Status == NewsSite.Articles.ArticleStatus.Published && a.PublishedAt <= TestSite.Start).Id));

        var page = await site.OpenAsync(await site.AddressOfAsync(story));
        using var refused = await new Commenter(site).PostAsync($"/en/comments/new?article={story}", ("Input.Name", ""), ("Input.Email", "x"), ("Input.Body", ""));

        Assert.Equal($"/en/comments/new?article={story}", page.QuerySelector("form[data-comment]")!.GetAttribute("action"));
        Assert.Contains("That is no email address.", (await Reading.ParseAsync(refused)).QuerySelector("#Input_Email-error")!.Seen());
    }

    [Fact]
    public async Task Three_readers_open_the_cached_page_and_the_last_one_posts()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;
        await site.OpenAsync(address);
        await site.OpenAsync(address);
        using var third = await site.GetAsync(address);

        Assert.False(third.Headers.Contains("Set-Cookie"));
        Assert.True(await new Commenter(site).SayAsync(story, "ثالثنا يكتب هنا") > 0);
    }
}
