using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

public sealed class ThreadTests
{
    private static readonly StaffMember Mona = new(1, "منى", Role.None, Moderates: true);

    [Fact]
    public async Task Answers_are_three_levels_deep_and_deeper_ones_say_whom_they_answer()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;
        var first = await new Commenter(site, "أول", "a@example.org").SayAsync(story, "التعليق الأول");
        var second = await new Commenter(site, "ثانٍ", "b@example.org").SayAsync(story, "رد عليه", first);
        var third = await new Commenter(site, "ثالث", "c@example.org").SayAsync(story, "رد على الرد", second);
        var fourth = await new Commenter(site, "رابع", "d@example.org").SayAsync(story, "رد أعمق", third);
        var other = await new Commenter(site, "خامس", "e@example.org").SayAsync(story, "تعليق مستقل");
        var late = await new Commenter(site, "سادس", "f@example.org").SayAsync(story, "رد متأخر على الأول", first);

        var comments = (await site.OpenAsync(address)).QuerySelectorAll(".comment");

        Assert.Equal(new[] { first, second, third, fourth, late, other }.Select(id => $"comment-{id}"), comments.Select(comment => comment.Id));
        Assert.Equal([1, 2, 3, 3, 2, 1], comments.Select(comment => comment.ClassList[1]["comment--".Length] - '0'));
        Assert.Contains("ردًا على ثالث", comments[3].Seen());
    }

    [Fact]
    public async Task The_newest_threads_come_first_where_that_is_asked_for()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        var first = await new Commenter(site).SayAsync(story, "التعليق الأول");
        var second = await new Commenter(site).SayAsync(story, "التعليق الثاني");
        var answer = await new Commenter(site).SayAsync(story, "رد على الأول", first);

        var page = await site.OpenAsync($"/comments/thread?article={story}&sort=newest");

        Assert.Equal([$"comment-{second}", $"comment-{first}", $"comment-{answer}"], page.QuerySelectorAll(".comment").Select(comment => comment.Id));
        Assert.EndsWith(await site.AddressOfAsync(story), page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_count_is_worded_by_number()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;

        Assert.Equal("لا تعليقات", (await site.OpenAsync(address)).QuerySelector(".comments__count")!.Seen());
        foreach (var (number, words) in new[] { (1, "تعليق واحد"), (2, "تعليقان"), (3, "3 تعليقات") })
        {
            await new Commenter(site).SayAsync(story, $"كلام مفيد رقم {number}");
            site.Clock.Advance(TimeSpan.FromSeconds(2));
            Assert.Equal(words, (await site.OpenAsync(address)).QuerySelector(".comments__count")!.Seen());
        }
    }

    [Fact]
    public async Task Ten_thousand_comments_are_read_by_the_page_with_the_same_few_queries_and_every_one_has_its_address()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;
        await new Commenter(site).SayAsync(story, "التعليق الأول");
        await site.InStoreAsync(db => FillAsync(db, story, 10_000));
        await site.OpenAsync("/");
        site.Queries.Clear();

        var first = await site.OpenAsync(address);
        var queries = site.Queries.Statements.Count;
        var next = first.QuerySelector(".pager__older")!.GetAttribute("href")!;
        var second = await site.OpenAsync(next);

        Assert.Equal(CommentThread.PageSize, first.QuerySelectorAll(".comment").Length);
        Assert.InRange(queries, 1, 14);
        Assert.Equal(CommentThread.PageSize, second.QuerySelectorAll(".comment").Length);
        Assert.Empty(first.QuerySelectorAll(".comment").Select(one => one.Id).Intersect(second.QuerySelectorAll(".comment").Select(one => one.Id)));
        var back = await site.OpenAsync(second.QuerySelector(".pager__newer")!.GetAttribute("href")!);
        Assert.Equal(first.QuerySelectorAll(".comment").Select(one => one.Id), back.QuerySelectorAll(".comment").Select(one => one.Id));
        var deep = await site.InStoreAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => c.Id).Skip(7_776).FirstAsync());
        using var permalink = await site.GetAsync($"/comments/{deep}");
        var place = permalink.Headers.Location!.ToString();
        Assert.NotNull((await site.OpenAsync(place.Split('#')[0])).QuerySelector($"#comment-{deep}"));
        Assert.EndsWith($"#comment-{deep}", place);
    }

    [Fact]
    public async Task Places_that_somebody_made_up_lead_to_the_start()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        await new Commenter(site).SayAsync(story, "التعليق الأول");

        foreach (var made in new[] { "&from=9-9-9", "&from=x", "&sort=oldest", "&from=1-0-1&sort=best" })
        {
            using var answer = await site.GetAsync($"/comments/thread?article={story}{made}");
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
        using var unknown = await site.GetAsync("/comments/thread?article=99");
        using var nobody = await site.GetAsync("/comments/4711");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
    }

    [Fact]
    public async Task A_removed_comment_leaves_its_place_to_its_answers_and_nothing_else()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;
        var first = await new Commenter(site, "زائر غاضب").SayAsync(story, "كلام سيحذف لاحقا");
        var answer = await new Commenter(site).SayAsync(story, "رد عليه يبقى", first);

        await site.InStoreAsync(async db =>
        {
            db.Add((await db.Comments.FindAsync(first))!.Reject(Mona, PostingRule.InsultToPerson, "", TestSite.Start));
            await db.SaveChangesAsync();
        });

        using var response = await site.GetAsync(address);
        var html = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("كلام سيحذف", html);
        Assert.DoesNotContain("زائر غاضب", html);
        Assert.Contains("لم يعد هذا التعليق هنا", html);
        Assert.Contains($"comment-{answer}", html);
    }

    [Fact]
    public async Task Text_is_paragraphs_and_links_and_nothing_that_runs()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;
        var id = await new Commenter(site, "<b>سلمى</b>").SayAsync(story, "انظر https://example.com/a?b=1&c=2. ثم <script>alert(1)</script> و javascript:alert(1)");

        var comment = (await site.OpenAsync(address)).QuerySelector($"#comment-{id}")!;

        var link = comment.QuerySelector(".comment__body a")!;
        Assert.Equal("https://example.com/a?b=1&c=2", link.GetAttribute("href"));
        Assert.Equal("ugc nofollow noopener", link.GetAttribute("rel"));
        Assert.Single(comment.QuerySelectorAll(".comment__body a"));
        Assert.Null(comment.QuerySelector("script, .comment__body b, .comment__by b"));
        Assert.Equal("<b>سلمى</b>", comment.QuerySelector(".comment__by bdi")!.TextContent);
        Assert.All(comment.QuerySelectorAll(".comment__body p"), paragraph => Assert.Equal("auto", paragraph.GetAttribute("dir")));
    }

    [Fact]
    public async Task One_writer_has_one_face_and_it_is_drawn_here()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;
        await new Commenter(site, email: "Salma+news@example.org").SayAsync(story, "التعليق الأول");
        await new Commenter(site, email: "salma@example.org").SayAsync(story, "التعليق الثاني");
        await new Commenter(site, email: "omar@example.org").SayAsync(story, "التعليق الثالث");

        var faces = (await site.OpenAsync(address)).QuerySelectorAll(".comment__face").Select(face => face.GetAttribute("src")!).ToList();

        Assert.Equal(faces[0], faces[1]);
        Assert.NotEqual(faces[0], faces[2]);
        using var drawing = await site.GetAsync(faces[0]);
        Assert.Equal("image/svg+xml", drawing.Content.Headers.ContentType!.MediaType);
        using var wrong = await site.GetAsync("/comments/face/XYZ.svg");
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
    }

    [Fact]
    public async Task Search_engines_are_told_the_count()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;
        await new Commenter(site).SayAsync(story, "التعليق الأول");

        Assert.Contains("\"commentCount\":1", (await site.OpenAsync(address)).QuerySelector("script[type='application/ld+json']")!.TextContent);
    }

    // As a thread grows: most answer something, some begin anew.
    private static async Task FillAsync(Data.NewsDb db, int story, int count)
    {
        var random = new Random(17);
        var (roots, branches) = (new List<int>(), new List<(int Root, int Id)>());
        await using var transaction = await db.Database.BeginTransactionAsync();
        var start = await db.Comments.MaxAsync(c => c.Id) + 1;
        for (var i = start; i < start + count; i++)
        {
            var kind = random.Next(3);
            var (root, branch, parent) = kind == 0 || roots.Count == 0 ? (i, 0, (int?)null)
                : kind == 1 || branches.Count == 0 ? (roots[random.Next(roots.Count)], i, null)
                : branches[random.Next(branches.Count)] is var (r, b) ? (r, b, b) : default;
            parent ??= branch == i ? root : null;
            if (branch == 0)
            {
                roots.Add(i);
            }
            else if (branch == i)
            {
                branches.Add((root, i));
            }
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "Comments" ("Id", "ArticleId", "ParentId", "RootId", "BranchId", "Name", "Body", "Face", "At", "State", "Reason", "Certainty", "WriterKey")
                SELECT {i}, {story}, CAST({parent} AS INTEGER), {root}, {branch}, 'قارئ', 'تعليق من قارئ', '0123456789ab', "At", 'Posted', 'None', 0, 'k' FROM "Comments" WHERE "Id" = {start - 1}
                """);
        }
        await transaction.CommitAsync();
    }
}
