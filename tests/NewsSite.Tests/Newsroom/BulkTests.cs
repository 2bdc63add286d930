using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Newsroom;
using NewsSite.Newsroom.Bulk;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Newsroom;

/// <summary>What is done to many stories at once from the newsroom's list.</summary>
public sealed class BulkTests : IAsyncLifetime
{
    private TestSite site = null!;
    private SignedIn editor = null!;
    private int politics, economy;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.EmptyAsync();
        (politics, economy) = (await site.SectionAsync(), await site.SectionAsync("economy", "الاقتصاد"));
        editor = await site.SignInAsync(Role.Editor);
    }

    public ValueTask DisposeAsync()
    {
        editor.Dispose();
        return site.DisposeAsync();
    }

    [Fact]
    public async Task A_dry_run_says_what_would_become_of_each_and_changes_nothing()
    {
        var (moves, there) = (await PublishedAsync("تنتقل"), await PublishedAsync("في مكانها", ("SectionId", Text(economy))));
        var english = await site.InStoreAsync(async db =>
        {
            var section = new Section("en", "politics", "Politics", "", 0);
            var story = Make.Story(section, "Elsewhere");
            db.Add(story);
            await db.SaveChangesAsync();
            return story.Id;
        });
        var before = await site.InStoreAsync(db => db.Revisions.CountAsync());

        using var answer = await ActAsync("Try", "Move", [moves, there, english, 999], ("SectionId", Text(economy)));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await Reading.ParseAsync(answer);
        Assert.Equal(["تُنقل", "لا: هي فيه", "لا: القسم من طبعة أخرى", "لا: لم تعد هنا"], page.QuerySelectorAll("tbody td:last-child").Select(cell => cell.Seen().Trim()));
        Assert.Equal([Text(moves)], page.QuerySelectorAll<IHtmlInputElement>("[name='Input.Stories']").Select(box => box.Value));
        Assert.Equal("الاقتصاد", page.QuerySelector(".under")!.Seen());
        Assert.Equal("نفّذ على مادة واحدة", page.QuerySelector(".acts__do button")!.Seen().Trim());
        Assert.Equal(politics, (await site.StoryAsync(moves)).SectionId);
        Assert.Equal(before, await site.InStoreAsync(db => db.Revisions.CountAsync()));
        Assert.False(await site.InStoreAsync(db => db.BulkActs.AnyAsync()));
    }

    [Fact]
    public async Task Stories_moved_are_in_their_new_section_at_once_and_back_after_undoing()
    {
        var (one, other) = (await PublishedAsync("الأولى"), await PublishedAsync("الثانية"));
        var address = await site.AddressOfAsync(one);
        Assert.Equal(["الثانية", "الأولى"], (await site.OpenAsync("/politics")).Headlines());
        Assert.Empty((await site.OpenAsync("/economy")).Headlines());

        var done = await DoneAsync("Move", [one, other], ("SectionId", Text(economy)));

        Assert.Equal("نُقلت مادتان إلى الاقتصاد.", done.QuerySelector(".notice p")!.Seen());
        Assert.Equal(["الثانية", "الأولى"], (await site.OpenAsync("/economy")).Headlines());
        Assert.Empty((await site.OpenAsync("/politics")).Headlines());
        using var old = await site.GetAsync(address);
        Assert.Equal(HttpStatusCode.MovedPermanently, old.StatusCode);

        var undone = await UndoneAsync(done);

        Assert.Equal("عادت مادتان كما كانتا.", undone.QuerySelector(".notice p")!.Seen());
        Assert.Equal(["الثانية", "الأولى"], (await site.OpenAsync("/politics")).Headlines());
        Assert.Equal(["السياسة → الاقتصاد", "الاقتصاد → السياسة"],
            await site.InStoreAsync(db => db.Log.Where(entry => entry.Act == "story.moved" && entry.SubjectId == one).OrderBy(entry => entry.Id).Select(entry => entry.Detail).ToListAsync()));
    }

    [Fact]
    public async Task The_next_publication_of_what_was_being_written_does_not_take_a_move_back()
    {
        var number = await PublishedAsync("كما يقرؤها القراء");
        await editor.PressAsync("Save", number, 2, ("Headline", "ما لم يُنشر بعد"), ("SectionId", Text(politics)));

        await DoneAsync("Move", [number], ("SectionId", Text(economy)));

        Assert.Equal("كما يقرؤها القراء", (await site.OpenAsync("/economy")).Headlines().Single());
        var live = await site.InStoreAsync(db => db.Revisions.SingleAsync(r => r.ArticleId == number && db.Articles.Any(a => a.Id == number && a.LiveRevision == r.Number)));
        Assert.Equal(("كما يقرؤها القراء", economy), (live.Manuscript.Headline, live.Manuscript.SectionId));
        var form = await editor.OpenAsync($"/admin/articles/{number}");
        Assert.Equal("ما لم يُنشر بعد", form.QuerySelector("[name='Input.Headline']")!.TextContent);
        Assert.Equal(Text(economy), form.QuerySelector<IHtmlSelectElement>("[name='Input.SectionId']")!.Value);
        Assert.Contains("فيها تغييرات محفوظة لم تُنشر.", form.Body!.Seen(), StringComparison.Ordinal);
        var newest = int.Parse(form.QuerySelector<IHtmlInputElement>("[name='BasedOn']")!.Value, CultureInfo.InvariantCulture);
        await editor.PressAsync("Publish", number, newest, ("Headline", "ما لم يُنشر بعد"), ("SectionId", Text(economy)));
        Assert.Equal("ما لم يُنشر بعد", (await site.OpenAsync("/economy")).Headlines().Single());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_has_the_story_open_meanwhile_does_not_take_a_move_back_by_saving(bool fromTheNewsroom)
    {
        var number = fromTheNewsroom ? await PublishedAsync("مفتوحة عند غيري")
            : await site.InStoreAsync(async db =>
            {
                var story = Make.Story(await db.Sections.SingleAsync(section => section.Id == politics), "مفتوحة عند غيري");
                db.Add(story);
                await db.SaveChangesAsync();
                return story.Id;
            });
        var open = await editor.OpenAsync($"/admin/articles/{number}");
        var basedOn = int.Parse(open.QuerySelector<IHtmlInputElement>("[name='BasedOn']")!.Value, CultureInfo.InvariantCulture);

        await DoneAsync("Move", [number], ("SectionId", Text(economy)));
        Assert.DoesNotContain("فيها تغييرات محفوظة لم تُنشر.", (await editor.OpenAsync($"/admin/articles/{number}")).Body!.Seen(), StringComparison.Ordinal);
        using var saved = await editor.PressAsync("Publish", number, basedOn, ("Headline", "كتبتها قبل النقل"), ("Standfirst", "مقدمة قصيرة."), ("Markdown", "نص قصير."), ("SectionId", Text(politics)));

        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
        var story = await site.StoryAsync(number);
        Assert.Equal(("كتبتها قبل النقل", economy), (story.Headline, story.SectionId));
    }

    [Fact]
    public async Task A_tag_is_taken_back_only_from_those_that_got_it()
    {
        var (without, with) = (await PublishedAsync("بلا وسم", ("Tags", "موانئ")), await PublishedAsync("بوسم", ("Tags", "المدن، موانئ")));

        var done = await DoneAsync("AddTag", [without, with], ("Tag", "المُدن"));

        Assert.Equal(["بوسم", "بلا وسم"], (await site.OpenAsync("/tag/المدن")).Headlines());
        Assert.Equal(["موانئ", "المدن"], await TagsAsync(without));
        Assert.Equal(["موانئ", "المدن"], (await NewestAsync(without)).Tags);
        await UndoneAsync(done);
        Assert.Equal(["بوسم"], (await site.OpenAsync("/tag/المدن")).Headlines());
        Assert.Equal(["موانئ"], await TagsAsync(without));
        Assert.Equal(["المدن", "موانئ"], await TagsAsync(with));
        Assert.Equal(["موانئ"], (await NewestAsync(without)).Tags);
    }

    [Fact]
    public async Task A_tag_taken_away_comes_back_to_its_place()
    {
        var (story, draft) = (await PublishedAsync("خبر", ("Tags", "أ، ب، ج")), await editor.WriteAsync(("Headline", "مسودة"), ("Tags", "ب")));

        var done = await DoneAsync("RemoveTag", [story, draft], ("Tag", "ب"));

        Assert.Equal(["أ", "ج"], await TagsAsync(story));
        Assert.Equal(["أ", "ج"], (await NewestAsync(story)).Tags);
        Assert.Empty(await TagsAsync(draft));
        await UndoneAsync(done);
        Assert.Equal(["أ", "ب", "ج"], await TagsAsync(story));
        Assert.Equal(["أ", "ب", "ج"], (await NewestAsync(story)).Tags);
        Assert.Equal(["ب"], await TagsAsync(draft));
    }

    [Fact]
    public async Task Stories_withdrawn_are_gone_for_readers_and_come_back_with_their_old_dates()
    {
        using var reporter = await site.SignInAsync(Role.Reporter);
        var (number, draft) = (await reporter.WriteAsync(), await editor.WriteAsync());
        await editor.PressAsync("Publish", number, 1);
        site.Clock.Advance(TimeSpan.FromHours(3));
        var letters = await site.InStoreAsync(db => db.OutgoingLetters.CountAsync());
        using var tried = await ActAsync("Try", "Withdraw", [number, draft], ("Reason", "خطأ في المصدر"));
        Assert.Equal(["تُسحب", "لا: ليست منشورة"], (await Reading.ParseAsync(tried)).QuerySelectorAll("tbody td:last-child").Select(cell => cell.Seen().Trim()));

        var done = await DoneAsync("Withdraw", [number], ("Reason", "خطأ في المصدر"));

        Assert.Equal(HttpStatusCode.Gone, await site.ReaderFindsAsync(number));
        Assert.Equal(letters + 1, await site.InStoreAsync(db => db.OutgoingLetters.CountAsync()));
        await UndoneAsync(done);
        Assert.Equal(HttpStatusCode.OK, await site.ReaderFindsAsync(number));
        Assert.Equal(TestSite.Start, (await site.StoryAsync(number)).PublishedAt);
    }

    [Fact]
    public async Task Undoing_leaves_alone_what_was_changed_since_and_says_so()
    {
        var third = await site.SectionAsync("culture", "الثقافة");
        var (left, changed) = (await PublishedAsync("تعود"), await PublishedAsync("نقلها غيري"));
        var done = await DoneAsync("Move", [left, changed], ("SectionId", Text(economy)));
        await DoneAsync("Move", [changed], ("SectionId", Text(third)));

        var undone = await UndoneAsync(done);

        Assert.Equal((politics, third), ((await site.StoryAsync(left)).SectionId, (await site.StoryAsync(changed)).SectionId));
        Assert.Contains("عادت مادة واحدة كما كانت.", undone.QuerySelector(".notice")!.Seen(), StringComparison.Ordinal);
        Assert.Contains("نقلها غيري", undone.QuerySelector(".notice")!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_did_it_undoes_it_once_and_within_a_day()
    {
        using var other = await site.SignInAsync(Role.Administrator);
        var number = await PublishedAsync("خبر");
        var act = ActOf(await DoneAsync("Move", [number], ("SectionId", Text(economy))));

        using var theirs = await other.PostAsync("/admin/articles?handler=Undo", ("done", Text(act)));
        Assert.Equal(economy, (await site.StoryAsync(number)).SectionId);
        Assert.Empty((await other.OpenAsync($"/admin/articles?done={act}")).QuerySelectorAll(".notice button"));
        site.Clock.Advance(BulkAct.Lasts);
        using var late = await editor.PostAsync("/admin/articles?handler=Undo", ("done", Text(act)));

        Assert.Equal(economy, (await site.StoryAsync(number)).SectionId);
        Assert.Contains("لم يعد التراجع عن هذا الإجراء ممكنًا.", (await editor.OpenAsync("/admin/articles")).Body!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_act_that_fails_half_way_has_changed_nothing()
    {
        var numbers = new[] { await PublishedAsync("الأولى"), await PublishedAsync("الثانية") };
        await site.InStoreAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"BulkActs\" RENAME TO \"Elsewhere\""));

        using var answer = await ActAsync("Do", "Move", numbers, ("SectionId", Text(economy)));

        Assert.True((int)answer.StatusCode >= 500, $"{answer.StatusCode}");
        Assert.Equal(2, await site.InStoreAsync(db => db.Articles.CountAsync(a => a.SectionId == politics)));
        Assert.False(await site.InStoreAsync(db => db.Log.AnyAsync(entry => entry.Act == "story.moved")));
    }

    [Theory]
    [InlineData("", "", "", "Act")]
    [InlineData("Move", "SectionId", "", "SectionId")]
    [InlineData("AddTag", "Tag", "!!!", "Tag")]
    [InlineData("RemoveTag", "Tag", "", "Tag")]
    [InlineData("Withdraw", "Reason", " ", "Reason")]
    public async Task What_is_missing_is_asked_for_and_the_choice_is_kept(string act, string field, string value, string wrong)
    {
        var number = await PublishedAsync("خبر");

        using var answer = await ActAsync("Try", act, [number], field.Length > 0 ? [(field, value)] : []);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Reading.ParseAsync(answer);
        Assert.Equal("true", page.QuerySelector($"[name='Input.{wrong}']")!.GetAttribute("aria-invalid"));
        Assert.True(page.QuerySelector<IHtmlInputElement>("[name='Input.Stories']")!.IsChecked);
    }

    [Fact]
    public async Task At_most_a_hundred_and_at_least_one()
    {
        using var none = await ActAsync("Do", "AddTag", [], ("Tag", "وسم"));
        using var many = await ActAsync("Do", "AddTag", [.. Enumerable.Range(1, BulkDesk.Most + 1)], ("Tag", "وسم"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (none.StatusCode, many.StatusCode));
        Assert.Contains("اختر مادة واحدة على الأقل.", (await Reading.ParseAsync(none)).Body!.Seen(), StringComparison.Ordinal);
        Assert.NotNull((await Reading.ParseAsync(many)).QuerySelector("[role=alert]"));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<int> PublishedAsync(string headline, params (string, string)[] fields)
    {
        (string, string)[] all = [("Headline", headline), .. fields];
        var number = await editor.WriteAsync(all);
        using var answer = await editor.PressAsync("Publish", number, 1, all);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        return number;
    }

    private Task<HttpResponseMessage> ActAsync(string handler, string act, IReadOnlyList<int> stories, params (string Name, string Value)[] fields) => editor.PostAsync($"/admin/articles?handler={handler}",
        [.. stories.Select(number => ("Input.Stories", Text(number))), ("Input.Act", act), .. fields.Select(one => ($"Input.{one.Name}", one.Value))]);

    private async Task<IHtmlDocument> DoneAsync(string act, IReadOnlyList<int> stories, params (string Name, string Value)[] fields)
    {
        using var answer = await ActAsync("Do", act, stories, fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await editor.OpenAsync(answer.Headers.Location!.OriginalString);
    }

    private static int ActOf(IHtmlDocument done) => int.Parse(done.QuerySelector<IHtmlInputElement>(".notice [name=done]")!.Value, CultureInfo.InvariantCulture);

    private async Task<IHtmlDocument> UndoneAsync(IHtmlDocument done)
    {
        using var answer = await editor.PostAsync("/admin/articles?handler=Undo", ("done", Text(ActOf(done))));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await editor.OpenAsync(answer.Headers.Location!.OriginalString);
    }

    private async Task<IReadOnlyList<string>> TagsAsync(int number) => [.. (await site.StoryAsync(number)).Tags.OrderBy(tag => tag.Position).Select(tag => tag.Tag.Name)];

    private Task<Manuscript> NewestAsync(int number) => site.InStoreAsync(async db =>
        (await db.Revisions.Where(r => r.ArticleId == number).OrderByDescending(r => r.Number).FirstAsync()).Manuscript);
}
