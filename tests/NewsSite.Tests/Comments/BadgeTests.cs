using System.Net;
using AngleSharp.Dom;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Settings;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

/// <summary>The badge of those who comment under their newsroom account.</summary>
public sealed class BadgeTests : IAsyncLifetime
{
    private TestSite site = null!;
    private SignedIn editor = null!;
    private int story;
    private string address = "";

    public async ValueTask InitializeAsync()
    {
        (site, story, address) = await Commented.WithStoryAsync();
        editor = await site.SignInAsync(Role.Editor);
    }

    public ValueTask DisposeAsync()
    {
        editor.Dispose();
        return site.DisposeAsync();
    }

    [Fact]
    public async Task Signed_in_staff_who_ask_for_it_comment_under_their_own_name_with_the_badge()
    {
        var form = (await editor.OpenAsync(address)).QuerySelector("form[data-comment]")!;
        Assert.Equal("إدريس المحرر", form.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        Assert.NotNull(form.QuerySelector("[type=checkbox][name='Input.AsStaff']:not([checked])"));

        using var answer = await SendAsync(editor, "اسم آخر", asStaff: true);
        var comment = (await site.OpenAsync(address)).QuerySelector($"#comment-{Commenter.NumberIn(answer)}")!;

        Assert.Equal("إدريس المحرر", comment.QuerySelector(".comment__by bdi")!.Seen());
        Assert.Equal("هيئة التحرير", comment.QuerySelector(".mark--badge")!.Seen());
    }

    [Fact]
    public async Task Without_asking_they_comment_as_anybody()
    {
        using var answer = await SendAsync(editor, "قارئة", asStaff: false);

        var comment = await site.FoundCommentAsync(Commenter.NumberIn(answer));
        Assert.Equal(("قارئة", null), (comment.Name, comment.Badge));
    }

    [Fact]
    public async Task Nobody_else_obtains_it_whatever_they_send()
    {
        using var answer = await new Commenter(site).PostAsync($"/comments/new?article={story}", ("Input.Name", "إدريس المحرر"), ("Input.Email", "guest@example.org"), ("Input.Body", "كلام من زائر"),
            ("Input.AsStaff", "true"), ("Input.Badge", "Staff"), ("Badge", "Author"));

        Assert.Null((await site.FoundCommentAsync(Commenter.NumberIn(answer))).Badge);
        Assert.Null((await site.OpenAsync(address)).QuerySelector(".mark--badge, [name='Input.AsStaff']"));
    }

    [Fact]
    public async Task A_second_factor_that_is_demanded_and_not_set_up_keeps_the_badge_back()
    {
        await site.InStoreAsync(async db =>
        {
            db.Add(new Setting(nameof(SiteSettings.SecondFactorFrom), nameof(SecondFactorFrom.Editors)));
            await db.SaveChangesAsync();
        });

        using var answer = await SendAsync(editor, "إدريس", asStaff: true);

        Assert.Null((await site.FoundCommentAsync(Commenter.NumberIn(answer))).Badge);
    }

    [Fact]
    public async Task The_storys_author_is_marked_as_such_and_not_held_for_bearing_their_own_name()
    {
        var own = await site.SavedAsync(WithAuthor("إدريس المحرر"));

        using var answer = await SendAsync(editor, "إدريس المحرر", asStaff: true, own);
        var number = Commenter.NumberIn(answer);
        using var guest = await new Commenter(site, "إدريس المحرر", "guest@example.org").PostAsync(own, "أنا الكاتب حقًا");

        Assert.Equal("كاتب المقال", (await site.OpenAsync(await site.AddressOfAsync(own))).QuerySelector($"#comment-{number} .mark--badge")!.Seen());
        var borrowed = await site.FoundCommentAsync(Commenter.NumberIn(guest));
        Assert.Equal((CommentState.Held, HoldReason.BorrowedName, null), (borrowed.State, borrowed.Reason, borrowed.Badge));
    }

    [Fact]
    public async Task Who_mends_a_comment_with_the_badge_keeps_it_and_is_not_held()
    {
        var own = await site.SavedAsync(WithAuthor("إدريس المحرر"));
        using var answer = await SendAsync(editor, "إدريس المحرر", asStaff: true, own);
        var number = Commenter.NumberIn(answer);

        using var mended = await editor.PostAsync($"/comments/mine/{number}", ("Input.Body", "رد بعد التعديل"));

        Assert.Equal(HttpStatusCode.SeeOther, mended.StatusCode);
        var comment = await site.FoundCommentAsync(number);
        Assert.Equal((CommentState.Posted, CommentBadge.Author, "رد بعد التعديل"), (comment.State, comment.Badge, comment.Body));
    }

    [Fact]
    public async Task Where_every_comment_waits_so_does_one_with_a_badge()
    {
        await site.HoldAllAsync();

        using var answer = await SendAsync(editor, "إدريس المحرر", asStaff: true);

        Assert.Equal(CommentState.Held, (await site.FoundCommentAsync(Commenter.NumberIn(answer))).State);
    }

    private Task<HttpResponseMessage> SendAsync(SignedIn by, string name, bool asStaff, int? under = null) => by.PostAsync($"/comments/new?article={under ?? story}",
        [("Input.Name", name), ("Input.Email", "editor@example.org"), ("Input.Body", "رد من غرفة الأخبار"), .. asStaff ? [("Input.AsStaff", "true")] : Array.Empty<(string, string)>()]);

    private static Article WithAuthor(string name)
    {
        var article = new Article(new ArticleDraft
        {
            Headline = "مقال له كاتب",
            Standfirst = "مقدمة",
            Markdown = "نص",
            Section = Make.Section("opinion", "الرأي"),
            Labels = [],
            Tags = [],
            Bylines = [(new Author(name, "", ""), BylineRole.Writer)],
        }, TestSite.Start.AddHours(-2));
        article.Publish(TestSite.Start.AddHours(-1));
        return article;
    }
}
