using NewsSite.Articles;
using NewsSite.Media;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Media;

public sealed class PictureLibraryTests
{
    [Theory]
    [InlineData("المدرسه", true)]
    [InlineData("إفتتاح الْمَدْرَسَة", true)]
    [InlineData("احمد", true)]
    [InlineData("مدرسة أحمد 100%", true)]
    [InlineData("OPENING", true)]
    [InlineData("مدرسة القرية", false)]
    [InlineData("%", true)]
    [InlineData("_", true)]
    [InlineData("i_g", false)]
    [InlineData("10%%", false)]
    [InlineData("\\", false)]
    [InlineData("'; DROP TABLE", false)]
    public async Task A_picture_is_found_by_all_of_its_words_however_they_are_spelled(string words, bool found)
    {
        await using var desk = await TestDesk.EmptyAsync();
        var taken = await desk.TakenAsync(Pictures.Jpeg(), "opening_4.jpg");
        await desk.ChangeAsync(taken, picture => picture.Describe("افتتاح المدرسة", "بنيت 100% بالحجر", "تصوير: أحمد"));

        var shelf = await SearchAsync(desk, new(words));

        Assert.Equal(found, shelf.Pictures.Count == 1);
    }

    [Fact]
    public async Task The_newest_stand_first_page_after_page()
    {
        await using var desk = await TestDesk.EmptyAsync();
        await desk.InStoreAsync(async db =>
        {
            db.AddRange(Enumerable.Range(1, PictureShelf.PageSize + 2).Select(n => new Picture($"p{n}", 10, 10, [10])));
            return await db.SaveChangesAsync();
        });

        var first = await SearchAsync(desk, new());
        var second = await SearchAsync(desk, new(Before: first.Older));

        Assert.Equal(PictureShelf.PageSize, first.Pictures.Count);
        Assert.Equal(2, second.Pictures.Count);
        Assert.Null(second.Older);
        var all = first.Pictures.Concat(second.Pictures).Select(picture => picture.Id).ToList();
        Assert.Equal(all.Distinct().OrderDescending(), all);
    }

    [Fact]
    public async Task Those_without_alternative_text_can_be_asked_for()
    {
        await using var desk = await TestDesk.EmptyAsync();
        var (described, bare) = (await desk.TakenAsync(Pictures.Jpeg(40, 30)), await desk.TakenAsync(Pictures.Jpeg(50, 30)));
        await desk.ChangeAsync(described, picture => picture.Describe("وصف", "", ""));

        var shelf = await SearchAsync(desk, new(OnlyWithoutText: true));

        Assert.Equal([bare.Id], shelf.Pictures.Select(picture => picture.Id));
    }

    [Fact]
    public async Task Where_pictures_are_used_is_known_for_a_whole_shelf_in_four_queries()
    {
        await using var site = await TestSite.EmptyAsync();
        var (lead, inBody, portrait, onPage, unused) = (Ready("lead1"), Ready("body1"), Ready("face1"), Ready("page1"), Ready("body"));
        await site.InStoreAsync(async db =>
        {
            var section = Make.Section();
            db.AddRange(lead, inBody, portrait, onPage, unused);
            db.Add(new Article(new ArticleDraft { Headline = "فوق", Section = section, Picture = LeadPicture.From(lead) }, TestSite.Start));
            db.Add(new Article(new ArticleDraft { Headline = "في النص", Section = section, Markdown = "![وصف](body1)\n\nأيضًا ![وصف](/media/lead1-640.jpg)" }, TestSite.Start));
            db.Add(new Author("نور", "محررة", "", portrait));
            db.Add(new StandingPages.StandingPage("ar", "imprint", "من نحن", "![وصف](page1)", TestSite.Start));
            await db.SaveChangesAsync();
        });
        site.Queries.Clear();

        var uses = await site.InStoreAsync(db => new PictureUses(db, new MediaFolder("")).UsedWhereAsync([lead, inBody, portrait, onPage, unused], CancellationToken.None));

        Assert.Equal([(PictureUseKind.Lead, "فوق"), (PictureUseKind.Body, "في النص")], uses[lead.Id].Select(use => (use.Kind, use.Title)));
        Assert.Equal([(PictureUseKind.Body, "في النص")], uses[inBody.Id].Select(use => (use.Kind, use.Title)));
        Assert.Equal([(PictureUseKind.Portrait, "نور")], uses[portrait.Id].Select(use => (use.Kind, use.Title)));
        Assert.Equal([(PictureUseKind.Page, "من نحن")], uses[onPage.Id].Select(use => (use.Kind, use.Title)));
        Assert.Empty(uses[unused.Id]);
        Assert.Equal(4, site.Queries.Statements.Count(sql => sql.Contains("\"Articles\"", StringComparison.Ordinal) || sql.Contains("\"Authors\"", StringComparison.Ordinal) || sql.Contains("\"StandingPages\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Only_a_picture_that_nothing_shows_can_be_removed_and_its_files_go_with_it()
    {
        await using var desk = await TestDesk.EmptyAsync();
        var taken = await desk.TakenAsync(Pictures.Jpeg());
        await desk.MakeNextAsync();
        var story = await desk.InStoreAsync(async db =>
        {
            var draft = db.Add(Make.Unpublished(Make.Section(), markdown: $"![وصف]({taken.Key})")).Entity;
            await db.SaveChangesAsync();
            return draft.Id;
        });

        Assert.Equal(story, Assert.Single(await RemoveAsync(desk, taken.Id)).Id);
        Assert.NotEmpty(desk.Files);
        await desk.InStoreAsync(async db =>
        {
            db.Remove((await db.Articles.FindAsync(story))!);
            return await db.SaveChangesAsync();
        });
        Assert.Empty(await RemoveAsync(desk, taken.Id));

        Assert.Empty(desk.Files);
        await desk.TakenAsync(Pictures.Jpeg());
    }

    private static Picture Ready(string key) => new(key, 10, 10, [10]);

    private static Task<PictureShelf> SearchAsync(TestDesk desk, PictureSearch search) =>
        desk.WithAsync<PictureLibrary, PictureShelf>(library => library.SearchAsync(search, CancellationToken.None));

    private static Task<IReadOnlyList<PictureUse>> RemoveAsync(TestDesk desk, int id) => desk.InStoreAsync(async db =>
        await new PictureUses(db, desk.Media).RemoveUnusedAsync((await db.Pictures.FindAsync(id))!, CancellationToken.None));
}
