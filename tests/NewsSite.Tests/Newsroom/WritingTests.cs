using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Newsroom;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Newsroom;

public sealed class WritingTests : IAsyncLifetime
{
    private TestSite site = null!;
    private SignedIn editor = null!, colleague = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.EmptyAsync();
        await site.SectionAsync();
        (editor, colleague) = (await site.SignInAsync(Role.Editor), await site.SignInAsync(Role.Editor));
    }

    public ValueTask DisposeAsync()
    {
        editor.Dispose();
        colleague.Dispose();
        return site.DisposeAsync();
    }

    [Fact]
    public async Task From_an_empty_form_to_the_readers_page_it_is_one_press()
    {
        var answer = await editor.PressAsync("Publish", null, 0, ("Headline", "ميناء يفتح أبوابه"), ("Markdown", "وصلت **أولى** السفن.\n\n## على الرصيف\n\nعمل كثير."), ("Tags", "موانئ، شحن"));

        var page = await site.OpenAsync(await site.AddressOfAsync(StoryForm.NumberIn(answer)));
        Assert.Equal("ميناء يفتح أبوابه", page.QuerySelector("h1")!.Seen());
        Assert.Equal("أولى", page.QuerySelector(".prose strong")!.Seen());
        Assert.Equal(["موانئ", "شحن"], page.QuerySelectorAll(".tags a").Select(tag => tag.Seen()));
        Assert.Contains("ميناء يفتح أبوابه", (await site.OpenAsync("/")).Headlines());
    }

    [Fact]
    public async Task A_draft_is_nowhere_outside_the_newsroom()
    {
        var number = await editor.WriteAsync(("Headline", "سرّ لم يُنشر بعد"));

        Assert.Equal(HttpStatusCode.NotFound, await site.ReaderFindsAsync(number));
        foreach (var path in new[] { "/", "/politics", "/feed.xml", "/latest", $"/?p={number}" })
        {
            Assert.DoesNotContain("سرّ لم يُنشر", await (await site.GetAsync(path)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_saved_to_a_published_story_waits_for_its_publication()
    {
        var number = StoryForm.NumberIn(await editor.PressAsync("Publish", null, 0, ("Headline", "العنوان الأول")));

        await editor.PressAsync("Save", number, 1, ("Headline", "العنوان الثاني"));
        Assert.Equal("العنوان الأول", (await site.OpenAsync(await site.AddressOfAsync(number))).QuerySelector("h1")!.Seen());
        Assert.Contains("لم تُنشر", (await editor.OpenAsync($"/admin/articles/{number}")).QuerySelector(".notice--held:not([hidden])")!.Seen(), StringComparison.Ordinal);

        await editor.PressAsync("Publish", number, 2, ("Headline", "العنوان الثاني"));
        Assert.Equal("العنوان الثاني", (await site.OpenAsync(await site.AddressOfAsync(number))).QuerySelector("h1")!.Seen());
    }

    [Fact]
    public async Task The_date_of_the_last_update_moves_only_with_a_note_to_readers()
    {
        var number = StoryForm.NumberIn(await editor.PressAsync("Publish", null, 0));
        site.Clock.Advance(TimeSpan.FromHours(3));

        await editor.PressAsync("Publish", number, 1, ("Markdown", "نص بفاصلة،"));
        Assert.Null((await site.StoryAsync(number)).UpdatedAt);
        using var answer = await editor.PressAsync("Publish", number, 3, ("Markdown", "نص فيه 12 سفينة"), ("Note", "Correction"), ("NoteText", "كان العدد في النص السابق 21."));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(site.Clock.GetUtcNow(), (await site.StoryAsync(number)).UpdatedAt);
        var page = await site.OpenAsync(await site.AddressOfAsync(number));
        Assert.Contains("كان العدد في النص السابق 21.", page.QuerySelector(".correction")!.Seen(), StringComparison.Ordinal);
        Assert.Contains("كان العدد في النص السابق 21.", (await site.OpenAsync("/corrections")).Body!.Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_spelling_variant_of_a_tag_is_that_tag()
    {
        await editor.WriteAsync(("Tags", "الأمم المتحدة"));

        var number = await editor.WriteAsync(("Tags", "الامم المتّحده، الأمم المتحدة"));

        Assert.Equal("الأمم المتحدة", Assert.Single((await site.StoryAsync(number)).Tags).Tag.Name);
        Assert.Equal(1, await site.InStoreAsync(db => db.Tags.CountAsync()));
    }

    [Fact]
    public async Task Two_who_change_different_words_of_one_paragraph_are_merged()
    {
        var number = await editor.WriteAsync(("Markdown", "قال الوزير إن المفاوضات تبدأ غدًا في المدينة."));

        await editor.PressAsync("Save", number, 1, ("Markdown", "قال الرئيس إن المفاوضات تبدأ غدًا في المدينة."));
        var second = await colleague.PressAsync("Save", number, 1, ("Markdown", "قال الوزير إن المفاوضات تبدأ غدًا في العاصمة."));

        Assert.Equal(HttpStatusCode.Found, second.StatusCode);
        Assert.Equal("قال الرئيس إن المفاوضات تبدأ غدًا في العاصمة.", (await site.StoryAsync(number)).Markdown);
    }

    [Fact]
    public async Task Where_two_change_the_same_word_both_readings_stand_and_neither_is_lost()
    {
        var number = await editor.WriteAsync(("Headline", "الوزير يصل غدًا"));
        await editor.PressAsync("Save", number, 1, ("Headline", "الرئيس يصل غدًا"));

        using var answer = await colleague.PressAsync("Save", number, 1, ("Headline", "السفير يصل غدًا"), ("Markdown", "نص آخر"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await Reading.ParseAsync(answer);
        var both = page.QuerySelector("[name='Input.Headline']")!.TextContent;
        Assert.Contains("السفير", both, StringComparison.Ordinal);
        Assert.Contains("الرئيس", both, StringComparison.Ordinal);
        Assert.Contains("إدريس المحرر", page.QuerySelector("[role=alert]")!.Seen(), StringComparison.Ordinal);
        // The tab may close now: the text that could not be merged is kept, the saved one untouched.
        Assert.Equal("الرئيس يصل غدًا", (await site.StoryAsync(number)).Headline);
        var aside = await site.InStoreAsync(db => db.Revisions.SingleAsync(r => r.Kind == RevisionKind.SetAside));
        Assert.Equal("السفير يصل غدًا", aside.Manuscript.Headline);
        var resolved = await colleague.PressAsync("Save", number, int.Parse(((IHtmlInputElement)page.QuerySelector("[name=BasedOn]")!).Value, System.Globalization.CultureInfo.InvariantCulture), ("Headline", "السفير والرئيس يصلان غدًا"));
        Assert.Equal(HttpStatusCode.Found, resolved.StatusCode);
    }

    [Fact]
    public async Task Twenty_saves_at_once_lose_no_word()
    {
        var number = await editor.WriteAsync(("Markdown", string.Join("\n\n", Enumerable.Range(0, 20).Select(n => $"الفقرة {n} كما كانت."))));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(mine => editor.PressAsync("Autosave", number, 1,
            ("Markdown", string.Join("\n\n", Enumerable.Range(0, 20).Select(n => n == mine ? $"الفقرة {n} غيّرها الكاتب{n}." : $"الفقرة {n} كما كانت."))))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var text = (await site.StoryAsync(number)).Markdown;
        Assert.All(Enumerable.Range(0, 20), n => Assert.Contains($"الكاتب{n}.", text, StringComparison.Ordinal));
        Assert.Equal(21, await site.InStoreAsync(db => db.Revisions.CountAsync()));
    }

    [Fact]
    public async Task Autosave_begins_a_story_says_where_it_lies_and_repeats_nothing()
    {
        var begun = await (await editor.PressAsync("Autosave", null, 0, ("Headline", ""), ("Markdown", "أول"))).Content.ReadFromJsonAsync<JsonElement>();
        var number = begun.GetProperty("id").GetInt32();

        var again = await (await editor.PressAsync("Autosave", number, begun.GetProperty("revision").GetInt32(), ("Headline", ""), ("Markdown", "أول"))).Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal("saved", again.GetProperty("state").GetString());
        Assert.Equal(1, again.GetProperty("revision").GetInt32());
        Assert.Equal(ArticleStatus.Draft, (await site.StoryAsync(number)).Status);
    }

    [Fact]
    public async Task Any_version_comes_back_whole_or_one_field_of_it()
    {
        var number = await editor.WriteAsync(("Headline", "العنوان الأول"), ("Markdown", "النص الأول"));
        await editor.PressAsync("Save", number, 1, ("Headline", "العنوان الثاني"), ("Markdown", "النص الثاني"));
        var page = await editor.OpenAsync($"/admin/articles/{number}/revisions");
        Assert.Equal(["الأول"], page.QuerySelectorAll(".diff__field del").Select(one => one.Seen().Replace("حُذف:", "", StringComparison.Ordinal).Trim()));

        await editor.PostAsync($"/admin/articles/{number}/revisions?handler=Restore", ("number", "1"), ("field", "Headline"));
        Assert.Equal(("العنوان الأول", "النص الثاني"), await HeadlineAndTextAsync(number));
        await editor.PostAsync($"/admin/articles/{number}/revisions?handler=Restore", ("number", "1"));

        Assert.Equal(("العنوان الأول", "النص الأول"), await HeadlineAndTextAsync(number));
        Assert.Equal(4, await site.InStoreAsync(db => db.Revisions.CountAsync()));
    }

    [Fact]
    public async Task The_preview_shows_what_is_typed_in_the_readers_page_and_keeps_nothing()
    {
        using var answer = await editor.PostAsync("/admin/preview/0", ("Input.Headline", "عنوان يُكتب الآن"), ("Input.Markdown", "## فرعي\n\nنص <script>alert(1)</script>"));

        var page = await Reading.ParseAsync(answer);
        Assert.Equal("عنوان يُكتب الآن", page.QuerySelector("h1")!.Seen());
        Assert.Equal("فرعي", page.QuerySelector(".prose h2")!.Seen());
        Assert.Null(page.QuerySelector(".prose script"));
        Assert.Contains("frame-ancestors 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(await site.InStoreAsync(db => db.Articles.AnyAsync()));
    }

    [Fact]
    public async Task A_duplicate_is_a_new_draft_with_the_same_text()
    {
        var number = StoryForm.NumberIn(await editor.PressAsync("Publish", null, 0, ("Headline", "أصل")));

        var copy = await site.StoryAsync(StoryForm.NumberIn(await editor.PressAsync("Duplicate", number, 1)));

        Assert.Equal(("أصل", ArticleStatus.Draft, "نص"), (copy.Headline, copy.Status, copy.Markdown));
    }

    [Fact]
    public async Task Opening_a_long_story_takes_the_same_few_queries_as_a_short_one()
    {
        var shorter = await editor.WriteAsync(("Tags", "وسم"));
        var longer = await editor.WriteAsync(("Markdown", string.Join("\n\n", Enumerable.Repeat("كلمات كثيرة في فقرة طويلة.", 600))), ("Tags", string.Join('،', Enumerable.Range(0, 15).Select(n => $"وسم {n}"))));
        await editor.OpenAsync("/admin");

        site.Queries.Clear();
        await editor.OpenAsync($"/admin/articles/{shorter}");
        var few = site.Queries.Statements.Count;
        site.Queries.Clear();
        await editor.OpenAsync($"/admin/articles/{longer}");

        Assert.Equal(few, site.Queries.Statements.Count);
        Assert.InRange(few, 1, 16);
    }

    private async Task<(string, string)> HeadlineAndTextAsync(int number) => await site.StoryAsync(number) is var story ? (story.Headline, story.Markdown) : default;
}
