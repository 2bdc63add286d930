using Microsoft.EntityFrameworkCore;
using NewsSite.Comments;
using NewsSite.Comments.PostingRules;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

public sealed class CommentContextTests
{
    [Fact]
    public async Task A_comment_stands_under_its_storys_headline_and_authors()
    {
        await using var site = await TestSite.WithDemoAsync();
        var story = await site.InStoreAsync(db => db.Articles.Where(a => a.Bylines.Count > 0).OrderBy(a => a.Id)
            .Select(a => new { a.Id, a.Headline, Author = a.Bylines.OrderBy(byline => byline.Position).First().Author.Name }).FirstAsync());

        var context = await site.InStoreAsync(db => CommentContext.OfAsync(db, story.Id, "زائر", CancellationToken.None));

        Assert.Equal((story.Headline, story.Author, "زائر"), (context.Headline, context.Authors[0], context.ParentName));
        Assert.Equal(PostingRule.InsultToWriter, RuleBook.Printed.Judge($"{story.Author} كذاب", context)[0].Rule);
    }

    [Fact]
    public async Task Without_a_story_there_is_no_context()
    {
        await using var site = await TestSite.WithDemoAsync();

        Assert.Equal(CommentContext.None, await site.InStoreAsync(db => CommentContext.OfAsync(db, int.MaxValue, null, CancellationToken.None)));
    }

    [Fact]
    public void Persons_are_those_whom_a_title_goes_before() =>
        Assert.Equal(["ستولتنبرغ", "جو بايدن", "سيرغي لافروف"],
            PersonsNamed.In("قال الأمين العام للحلف ستولتنبرغ. والتقى الرئيس الأمريكي جو بايدن، ثم الوزير سيرغي لافروف في موسكو."));
}
