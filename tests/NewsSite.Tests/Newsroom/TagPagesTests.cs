using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Newsroom;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Newsroom;

public sealed class TagPagesTests : IAsyncLifetime
{
    private TestSite site = null!;
    private SignedIn editor = null!;
    private Section section = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.EmptyAsync();
        section = Make.Section();
        editor = await site.SignInAsync(Role.Editor);
    }

    public ValueTask DisposeAsync()
    {
        editor.Dispose();
        return site.DisposeAsync();
    }

    [Fact]
    public async Task Merged_tags_are_one_list_in_order_and_one_address()
    {
        var (cities, towns) = (new Tag("ar", "المدن"), new Tag("ar", "البلدات"));
        await StoriesAsync(("قديمة", 3, [cities]), ("بينهما", 2, [towns]), ("بهما", 1, [towns, cities]));

        using var answer = await editor.PostAsync($"/admin/tags/{cities.Id}?handler=Merge", ("Input.Into", "البلدات"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(["بهما", "بينهما", "قديمة"], (await site.OpenAsync("/tag/البلدات")).Headlines());
        using var old = await site.GetAsync("/tag/المدن");
        Assert.Equal(HttpStatusCode.MovedPermanently, old.StatusCode);
        Assert.Equal("/tag/البلدات", Uri.UnescapeDataString(old.Headers.Location!.OriginalString));
        Assert.Equal("المدن", await site.InStoreAsync(db => db.Log.Where(entry => entry.Act == "tag.merged").Select(entry => entry.Detail).SingleAsync()));
        Assert.Equal(3, await site.InStoreAsync(db => db.Set<ArticleTag>().CountAsync()));
    }

    [Fact]
    public async Task Readers_see_a_merged_tag_on_the_story_at_once()
    {
        var (cities, towns) = (new Tag("ar", "المدن"), new Tag("ar", "البلدات"));
        var story = (await StoriesAsync(("قديمة", 3, [cities]), ("أخرى", 2, [towns])))[0];
        var address = await site.AddressOfAsync(story);
        Assert.Contains("المدن", (await site.OpenAsync(address)).Body!.Seen(), StringComparison.Ordinal);

        using var answer = await editor.PostAsync($"/admin/tags/{cities.Id}?handler=Merge", ("Input.Into", "البلدات"));

        var page = (await site.OpenAsync(address)).Body!.Seen();
        Assert.Contains("البلدات", page, StringComparison.Ordinal);
        Assert.DoesNotContain("المدن", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merge_that_fails_half_way_has_changed_nothing()
    {
        var (cities, towns) = (new Tag("ar", "المدن"), new Tag("ar", "البلدات"));
        await StoriesAsync(("قديمة", 3, [cities]), ("بهما", 1, [towns, cities]));
        // Its own line in the log cannot be written: the last thing that a merge does.
        await site.InStoreAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Log\" RENAME TO \"Elsewhere\""));

        using var answer = await editor.PostAsync($"/admin/tags/{cities.Id}?handler=Merge", ("Input.Into", "البلدات"));

        Assert.True((int)answer.StatusCode >= 500, $"{answer.StatusCode}");
        Assert.Equal(2, await site.InStoreAsync(db => db.Set<ArticleTag>().CountAsync(use => use.TagId == cities.Id)));
        Assert.False(await site.InStoreAsync(db => db.TagAliases.AnyAsync()));
    }

    [Fact]
    public async Task What_a_writer_types_finds_a_tag_by_any_of_its_names()
    {
        var (un, cities) = (new Tag("ar", "الأمم المتحدة"), new Tag("ar", "المدن"));
        await StoriesAsync(("خبر", 3, [un, cities]));
        using var alias = await editor.PostAsync($"/admin/tags/{un.Id}?handler=Alias", ("Input.Alias", "UN"));
        using var renamed = await editor.PostAsync($"/admin/tags/{cities.Id}?handler=Rename", ("Input.Name", "البلدات"));

        await using var scope = site.Services.CreateAsyncScope();
        var saved = (SaveOutcome.Saved)await scope.ServiceProvider.GetRequiredService<StoryDesk>().StartAsync(
            new Manuscript { Headline = "مادة", Markdown = "نص", SectionId = section.Id, Tags = ["un", "الامم المتحده", "المُدن"] }, editor.Member, RevisionKind.Saved, CancellationToken.None);

        Assert.Equal([un.Id, cities.Id], saved.Article.Tags.Select(tag => tag.Tag.Id));
        Assert.Equal(2, await site.InStoreAsync(db => db.Tags.CountAsync()));
        using var byAlias = await site.GetAsync("/tag/un");
        Assert.Equal("/tag/الأمم-المتحدة", Uri.UnescapeDataString(byAlias.Headers.Location!.OriginalString));
        using var feed = await site.GetAsync("/tag/المدن/feed.xml");
        Assert.Equal(HttpStatusCode.OK, feed.StatusCode);
    }

    [Theory]
    [InlineData("Rename", "Input.Name", "C++")]
    [InlineData("Rename", "Input.Name", "++")]
    [InlineData("Alias", "Input.Alias", "C++")]
    [InlineData("Alias", "Input.Alias", "المُدُن")]
    [InlineData("Merge", "Input.Into", "لا وسم")]
    [InlineData("Merge", "Input.Into", "المدن")]
    public async Task Names_that_cannot_be_are_a_sentence_at_the_field(string act, string field, string name)
    {
        var cities = new Tag("ar", "المدن");
        await StoriesAsync(("خبر", 3, [cities, new Tag("ar", "C")]));

        using var answer = await editor.PostAsync($"/admin/tags/{cities.Id}?handler={act}", (field, name));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Reading.ParseAsync(answer);
        Assert.NotEmpty(page.QuerySelector($"#{field.Replace('.', '_')}-error")!.Seen());
        Assert.Equal(name, page.QuerySelector($"#{field.Replace('.', '_')}")!.GetAttribute("value"));
        Assert.Equal(["C", "المدن"], await site.InStoreAsync(db => db.Tags.OrderBy(tag => tag.Key).Select(tag => tag.Name).ToListAsync()));
    }

    [Fact]
    public async Task A_tag_renamed_back_leads_nowhere_but_to_itself()
    {
        var cities = new Tag("ar", "المدن");
        await StoriesAsync(("خبر", 3, [cities]));
        using var there = await editor.PostAsync($"/admin/tags/{cities.Id}?handler=Rename", ("Input.Name", "البلدات"));
        using var back = await editor.PostAsync($"/admin/tags/{cities.Id}?handler=Rename", ("Input.Name", "المدن"));

        Assert.Equal(["خبر"], (await site.OpenAsync("/tag/المدن")).Headlines());
        Assert.Equal(["البلدات"], await site.InStoreAsync(db => db.TagAliases.Select(alias => alias.Name).ToListAsync()));
    }

    [Fact]
    public async Task Only_what_no_story_carries_is_removed()
    {
        var (cities, lonely, lonelier) = (new Tag("ar", "المدن"), new Tag("ar", "وحيد"), new Tag("ar", "أوحد"));
        await StoriesAsync(("خبر", 3, [cities]));
        await site.InStoreAsync(db => { db.AddRange(lonely, lonelier); return db.SaveChangesAsync(); });

        using var refused = await editor.PostAsync($"/admin/tags/{cities.Id}?handler=Remove");
        using var removed = await editor.PostAsync($"/admin/tags/{lonely.Id}?handler=Remove");
        using var rest = await editor.PostAsync("/admin/tags?handler=RemoveUnused&edition=ar");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(["المدن"], await site.InStoreAsync(db => db.Tags.Select(tag => tag.Name).ToListAsync()));
        Assert.Equal(2, await site.InStoreAsync(db => db.Log.CountAsync(entry => entry.Act == "tag.removed")));
    }

    [Fact]
    public async Task The_list_is_searched_by_any_spelling_and_paged_by_key()
    {
        await site.InStoreAsync(db =>
        {
            db.AddRange(Enumerable.Range(100, 60).Select(n => new Tag("ar", $"وسم {n}")));
            db.Add(new Tag("ar", "الإسكندرية"));
            return db.SaveChangesAsync();
        });

        var found = (await editor.OpenAsync("/admin/tags?q=اسكندريه")).QuerySelectorAll(".table__name").Select(one => one.Seen());
        var first = await editor.OpenAsync("/admin/tags");
        var second = await editor.OpenAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(["الإسكندرية"], found);
        var all = first.QuerySelectorAll(".table__name").Concat(second.QuerySelectorAll(".table__name")).Select(one => one.Seen()).ToList();
        Assert.Equal(61, all.Distinct().Count());
        Assert.Equal(61, all.Count);
    }

    /// <summary>Published so many hours ago, in one act.</summary>
    private Task<List<int>> StoriesAsync(params (string Headline, int HoursAgo, Tag[] Tags)[] stories) => site.InStoreAsync(async db =>
    {
        var made = stories.Select(one => Make.Story(section, one.Headline, TestSite.Start.AddHours(-one.HoursAgo), tags: one.Tags)).ToList();
        db.AddRange(made);
        await db.SaveChangesAsync();
        return made.ConvertAll(story => story.Id);
    });
}
