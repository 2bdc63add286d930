using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Tests.Support;
using NewsSite.Web.Comments;

namespace NewsSite.Tests.Comments;

/// <summary>What people and programs send that is no comment: each gets a sentence beside its field, and the text back.</summary>
public sealed class BadCommentTests(BadCommentTests.OneSite one) : IClassFixture<BadCommentTests.OneSite>
{
    private readonly TestSite site = one.Site;
    private readonly int story = one.Story;

    /// <summary>For them all: what is refused leaves nothing behind.</summary>
    public sealed class OneSite : IAsyncLifetime
    {
        public TestSite Site { get; private set; } = null!;
        public int Story { get; private set; }

        public async ValueTask InitializeAsync() => (Site, Story, _) = await Commented.WithStoryAsync();

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }

    [Theory]
    [InlineData("Name", "", "هذا الحقل مطلوب")]
    [InlineData("Name", "س", "أقصر من المسموح")]
    [InlineData("Name", "🙂🙂", "اكتب كلمات تُقرأ")]
    [InlineData("Name", "\u202E\u202E", "هذا الحقل مطلوب")]
    [InlineData("Email", "", "هذا الحقل مطلوب")]
    [InlineData("Email", "salma", "عنوان البريد غير صحيح")]
    [InlineData("Email", "a@b@c", "عنوان البريد غير صحيح")]
    [InlineData("Email", "salma@example.org, omar@example.org", "عنوان البريد غير صحيح")]
    [InlineData("Body", "", "هذا الحقل مطلوب")]
    [InlineData("Body", " \n \u0000 ", "هذا الحقل مطلوب")]
    [InlineData("Body", "و", "أقصر من المسموح")]
    [InlineData("Body", "ًٌٍَ", "اكتب كلمات تُقرأ")]
    [InlineData("Body", "😀😀😀", "اكتب كلمات تُقرأ")]
    public async Task A_field_that_will_not_do_is_named_and_the_others_come_back(string field, string value, string sentence)
    {
        var fields = new Dictionary<string, string> { ["Input.Name"] = "سلمى", ["Input.Email"] = "salma@example.org", ["Input.Body"] = "كلام عادي جدا" };
        fields[$"Input.{field}"] = value;
        var before = await CountAsync();

        using var answer = await new Commenter(site).PostAsync($"/comments/new?article={story}", [.. fields.Select(one => (one.Key, one.Value))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Reading.ParseAsync(answer);
        var control = page.QuerySelector($"[name='Input.{field}']")!;
        Assert.Equal("true", control.GetAttribute("aria-invalid"));
        Assert.True(control.HasAttribute("autofocus"));
        Assert.Contains(sentence, page.QuerySelector($"#{control.GetAttribute("aria-describedby")!.Split(' ')[0]}")!.Seen());
        foreach (var other in fields.Where(one => one.Key != $"Input.{field}"))
        {
            var kept = page.QuerySelector($"[name='{other.Key}']")!;
            Assert.Equal(other.Value, kept.GetAttribute("value") ?? kept.TextContent.Trim());
        }
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData(Comment.MaxBody + 1)]
    [InlineData(1_000_000)]
    public async Task A_text_that_is_too_long_comes_back_whole(int length)
    {
        var text = string.Concat(Enumerable.Repeat("نص طويل ", length / 8 + 1))[..length].TrimEnd() + "ـ";

        using var answer = await new Commenter(site).PostAsync(story, text);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Reading.ParseAsync(answer);
        Assert.Contains("3000", page.QuerySelector("#Input_Body-error")!.Seen());
        Assert.Equal(text, page.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task Three_thousand_characters_are_taken_and_three_thousand_letters_with_one_more_are_not()
    {
        var most = string.Concat(Enumerable.Repeat("كلام هادئ ", Comment.MaxBody / 10)).TrimEnd().PadRight(Comment.MaxBody, 'ه');

        Assert.True(await new Commenter(site).SayAsync(story, most) > 0);
        using var more = await new Commenter(site).PostAsync(story, most + "ه");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, more.StatusCode);
    }

    [Fact]
    public async Task What_turns_a_page_over_is_taken_out_of_names_and_texts()
    {
        var id = await new Commenter(site, "سل\u202Eمى\u0000").SayAsync(story, "كلام\u202E عادي\u0007 جدا \u2067هنا");

        var comment = await site.FoundCommentAsync(id);

        Assert.Equal(("سلمى", "كلام عادي جدا هنا"), (comment.Name, comment.Body));
    }

    [Fact]
    public async Task Lone_surrogates_and_broken_bytes_break_nothing()
    {
        var raw = "Input.Name=" + Uri.EscapeDataString("سلمى") + "&Input.Email=salma%40example.org&Input.Body=" + Uri.EscapeDataString("كلام عادي") + "%ED%A0%80%FF";
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/comments/new?article={story}") { Content = new ByteArrayContent(Encoding.ASCII.GetBytes(raw)) { Headers = { ContentType = new("application/x-www-form-urlencoded") } } };

        using var answer = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var kept = (await site.FoundCommentAsync(Commenter.NumberIn(answer))).Body;
        Assert.StartsWith("كلام عادي", kept);
        Assert.DoesNotContain(kept, char.IsSurrogate);
    }

    [Fact]
    public async Task A_parent_under_another_story_or_one_that_is_gone_is_said_and_the_text_kept()
    {
        var other = await site.SavedAsync(Make.Story(Make.Section("world", "العالم")));
        var elsewhere = await new Commenter(site).SayAsync(other, "تعليق في مكان آخر");
        var withdrawn = new Commenter(site, email: "omar@example.org");
        var gone = await withdrawn.SayAsync(story, "تعليق سيسحب حالا");
        using var withdrawal = await withdrawn.PostAsync($"/comments/mine/{gone}?handler=withdraw");

        foreach (var parent in new[] { elsewhere, gone, 4711 })
        {
            using var answer = await new Commenter(site).PostAsync(story, "رد على لا شيء", parent);
            var page = await Reading.ParseAsync(answer);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("لم يعد التعليق الذي ترد عليه هنا", page.QuerySelector("#Input_Body-error")!.Seen());
            Assert.Equal("رد على لا شيء", page.QuerySelector("textarea")!.TextContent.Trim());
            Assert.Equal("", page.QuerySelector("[name='Input.ParentId']")!.GetAttribute("value") ?? "");
        }
    }

    [Fact]
    public async Task Two_hundred_links_are_held_as_advertising()
    {
        var text = string.Join(' ', Enumerable.Range(0, 100).Select(i => $"https://a{i}.example"));

        var comment = await site.FoundCommentAsync(await new Commenter(site).SayAsync(story, text));

        Assert.Equal((CommentState.Held, PostingRule.Spam), (comment.State, comment.Rule!.Value));
    }

    [Theory]
    [InlineData("مقال رائع، بريدي {0}", "samir.khalil@hotmail.com")]
    [InlineData("أتمنى أن تنشروا مقالات أكثر عن الزراعة، هذا بريدي {0}", "fellah@x.mail.example")]
    [InlineData("بريدي {0} لمن أراد", "ahmad@بريد.مصر")]
    [InlineData("بريدي {0} لمن أراد", "ahmad＠hotmail.com")]
    [InlineData("بريدي {0} لمن أراد", "ahmad @ hotmail.com")]
    [InlineData("بريدي {0} لمن أراد", "ahmad [at] hotmail (dot) com")]
    [InlineData("بريدي {0} لمن أراد", "ahmad (آت) hotmail.com")]
    [InlineData("بريدي {0} لمن أراد", "ahmad at hotmail dot com")]
    [InlineData("هذا بريدي {0} لمن يسأل", "ahmad\u200e@hotmail\u200e.com")]
    [InlineData("بريدي @{0} لمن أراد", "samir.khalil@hotmail.com")]
    [InlineData("قرأت المقال وأعجبني جدا https://site.example/?to={0}", "ahmad@hotmail.com")]
    [InlineData("قرأت المقال وأعجبني جدا، ورقمي {0} لمن أراد", "wa.me/+962790123456")]
    [InlineData("قرأت المقال وأعجبني جدا، ورقمي {0} لمن أراد", "٠٢-١٢٣٤٥٦٧")]
    [InlineData("قرأت المقال وأعجبني جدا، ورقمي {0} لمن أراد", "+49 (0)30 123456")]
    [InlineData("Un article très complet, mon numéro est le {0}", "06 12 34 56 78")]
    [InlineData("قرأت المقال وأعجبني جدا، ورقمي {0} لمن أراد", "+33 6 12 34 56 78")]
    [InlineData("قرأت المقال وأعجبني جدا، ورقمي {0} لمن أراد", "00 33 6 12 34 56 78")]
    [InlineData("قرأت المقال وأعجبني جدا، ورقمي {0} لمن أراد", "0790\u200e123\u200e456")]
    [InlineData("قرأت المقال وأعجبني جدا، ورقمي {0} لمن أراد", "03/123456")]
    [InlineData("قرأت المقال وأعجبني جدا، ورقمي {0} 00000", "0790123457")]
    [InlineData("Un article très complet, appelez le {0} 24h/24", "06 12 34 56 79")]
    [InlineData("قرأت المقال وأعجبني جدا، بريدي...{0}", "ahmad.s@hotmail.com")]
    [InlineData("Thank you for this report, my address is {0}", "reader@newspaper.org")]
    [InlineData("Merci pour cet article, mon adresse est {0}", "guy.dupont@mail.example")]
    [InlineData("قرأت المقال وأعجبني جدا، ورقمي {0} لمن أراد النقاش الهادئ في الموضوع", "0790 123 456")]
    public async Task An_address_to_write_to_or_a_number_to_call_waits_in_the_calmest_comment_and_is_shown_to_moderators(string text, string way)
    {
        var without = await site.FoundCommentAsync(await new Commenter(site).SayAsync(story, text.Replace("{0}", "...", StringComparison.Ordinal)));
        var with = await site.FoundCommentAsync(await new Commenter(site).SayAsync(story, text.Replace("{0}", way, StringComparison.Ordinal)));

        Assert.Equal((CommentState.Posted, CommentState.Held, PostingRule.Spam), (without.State, with.State, with.Rule!.Value));
        var verdicts = (await site.InStoreAsync(db => db.Moderation.SingleAsync(entry => entry.CommentId == with.Id))).Verdicts;
        Assert.Equal(way, EvidenceText.Written(with.Body, verdicts.Single().Evidence[0]));
    }

    [Theory]
    [InlineData("نشر حسابه @ahmad.ali الخبر قبل ساعة")]
    [InlineData("حسابي @ahmad@mastodon.social لمن أراد")]
    [InlineData("نشره هنا https://mastodon.social/@user@other.social قبل ساعة")]
    [InlineData("كان سكان البلد 120000000 في عام 2020")]
    [InlineData("عدد السكان +12000000 نسمة حسب آخر إحصاء رسمي")]
    [InlineData("وقعت الاتفاقية في 05.06.1967 وما زلنا ننتظر تنفيذها إلى اليوم")]
    [InlineData("الهزيمة في ٠٥-٠٦-١٩٦٧ غيرت كل شيء في المنطقة")]
    [InlineData("Le match du 06.12.2024 20.45 était magnifique, merci pour le résumé")]
    [InlineData("القانون 05-2019-1234 ينظم هذه المسألة بوضوح شديد")]
    [InlineData("كانت النتائج 0-0 1-1 2-2 3-3 في المباريات الأخيرة هذا الموسم")]
    [InlineData("قرأت الآيات 01 02 03 04 من السورة وتأملت معانيها")]
    [InlineData("النسبة 0.12345678 لا تعني شيئا في هذا السياق العلمي")]
    [InlineData("we met at the cafe @ noon.Then we left for the station")]
    [InlineData("اجتمعنا @ القاهرة.وكان اللقاء رائعا بين الجميع")]
    [InlineData("شكرا@ahmad.ali على هذا التوضيح الجميل")]
    [InlineData("the logo@2x.png file is missing from the page")]
    [InlineData("عدد سكان الأرض 8 045 311 447 نسمة حسب آخر إحصاء")]
    [InlineData("الإحداثيات 33.05138056 شمالا كما جاء في الخريطة الرسمية")]
    [InlineData("بتاريخ 05-06-1445 صدر القرار ولم يطبق حتى هذه اللحظة")]
    [InlineData("Le match du 06.12.24 20.45 était magnifique, merci")]
    [InlineData("في 2024-05-06 07.08.09 سجل الجهاز القراءة كما هي")]
    [InlineData("قرأت الآيات 01 02 03 04 05 من السورة وتأملت معانيها")]
    [InlineData("She works at Yahoo. It was a long interview with the editor")]
    [InlineData("Thanks @bbcnews. UK media covered this story very well")]
    [InlineData("Thanks @bbcnews.com for the coverage of this story")]
    public async Task Accounts_of_other_sites_dates_scores_and_sums_wait_for_nobody(string text)
    {
        Assert.Equal(CommentState.Posted, (await site.FoundCommentAsync(await new Commenter(site).SayAsync(story, text))).State);
    }

    [Fact]
    public async Task A_form_from_before_this_release_still_posts()
    {
        using var answer = await new Commenter(site).PostAsync($"/comments/new?article={story}", ("Input.Name", "سلمى"), ("Input.Email", "salma@example.org"), ("Input.Body", "كلام عادي جدا"), ("Input.Gone", "1"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task Without_cookies_it_posts_and_from_another_site_it_does_not()
    {
        var before = await CountAsync();
        foreach (var (header, expected) in new[] { ("same-origin", HttpStatusCode.SeeOther), ("cross-site", HttpStatusCode.Forbidden) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/comments/new?article={story}")
            {
                Headers = { { "Sec-Fetch-Site", header } },
                Content = new FormUrlEncodedContent([new("Input.Name", "سلمى"), new("Input.Email", "salma@example.org"), new("Input.Body", $"كلام عادي {header}")]),
            };
            using var answer = await site.Client.SendAsync(request);
            Assert.Equal(expected, answer.StatusCode);
        }
        Assert.Equal(before + 1, await CountAsync());
    }

    [Fact]
    public async Task A_story_that_is_not_there_takes_none()
    {
        foreach (var number in new[] { "99", "0", "-1", "x", "" })
        {
            using var answer = await new Commenter(site).PostAsync($"/comments/new?article={number}", ("Input.Name", "سلمى"), ("Input.Email", "salma@example.org"), ("Input.Body", "كلام عادي جدا"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private Task<int> CountAsync() => site.InStoreAsync(db => db.Comments.CountAsync());
}
