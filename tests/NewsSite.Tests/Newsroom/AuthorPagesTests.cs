using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Newsroom;

public sealed class AuthorPagesTests : IAsyncLifetime
{
    private TestSite site = null!;
    private SignedIn editor = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.WithDemoAsync();
        editor = await site.SignInAsync(Role.Editor);
    }

    public ValueTask DisposeAsync()
    {
        editor.Dispose();
        return site.DisposeAsync();
    }

    [Fact]
    public async Task A_new_author_has_a_page_in_every_edition_with_the_words_of_each()
    {
        var portrait = await site.InStoreAsync(db => db.Pictures.Select(picture => picture.Id).FirstAsync());
        using var answer = await editor.PostAsync("/admin/authors/new", [.. Fields("سلمى القاضي"), ("Input.Life", "تكتب عن **البحر**."), ("Input.Portrait", $"{portrait}"), ("Input.NameEn", "Salma Alqadi"), ("Input.RoleEn", "Sea writer")]);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("البحر", (await site.OpenAsync("/author/سلمى-القاضي")).QuerySelector("main strong")!.Seen());
        var english = (await site.OpenAsync("/en/author/سلمى-القاضي")).Body!.Seen();
        Assert.Contains("Salma Alqadi", english, StringComparison.Ordinal);
        Assert.Contains("Sea writer", english, StringComparison.Ordinal);
        Assert.Equal(editor.Member.Id, await site.InStoreAsync(db => db.Log.Where(entry => entry.Act == "author.added").Select(entry => entry.ById).SingleAsync()));
    }

    [Fact]
    public async Task A_renamed_author_is_found_at_the_old_address_of_every_edition()
    {
        var author = await FirstAsync();
        using var saved = await SaveAsync(author.Id, "اسم جديد");

        foreach (var prefix in new[] { "", "/en", "/fr" })
        {
            using var answer = await site.GetAsync($"{prefix}/author/{author.Slug}");
            Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
            Assert.Equal($"{prefix}/author/اسم-جديد", Uri.UnescapeDataString(answer.Headers.Location!.OriginalString));
            Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(answer.Headers.Location!.OriginalString)).StatusCode);
        }
    }

    [Fact]
    public async Task A_name_that_is_taken_in_any_spelling_is_a_sentence_and_so_is_a_picture_that_is_not_there()
    {
        using var first = await editor.PostAsync("/admin/authors/new", Fields("سلمى القاضي"));
        using var second = await editor.PostAsync("/admin/authors/new", Fields("سَلمي القاضى"));
        using var third = await editor.PostAsync("/admin/authors/new", [.. Fields("أخرى"), ("Input.Portrait", "99999")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        var page = await Reading.ParseAsync(second);
        Assert.NotEmpty(page.QuerySelector("#Input_Name-error")!.Seen());
        Assert.Equal("سَلمي القاضى", page.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.NotEmpty((await Reading.ParseAsync(third)).QuerySelector("#Input_Portrait-error")!.Seen());
    }

    [Fact]
    public async Task Who_saves_over_a_change_that_they_have_not_seen_is_asked_first()
    {
        var author = await FirstAsync();
        var seen = Seen(await editor.OpenAsync($"/admin/authors/{author.Id}"));
        using var theirs = await SaveAsync(author.Id, "اسم جديد");

        using var answer = await editor.PostAsync($"/admin/authors/{author.Id}", [.. Fields("اسم آخر"), ("Input.Seen", seen)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("اسم جديد", (await FirstAsync()).Name);
    }

    [Fact]
    public async Task Opened_and_saved_an_author_stays_as_they_were()
    {
        var before = await FirstAsync();
        var form = await editor.OpenAsync($"/admin/authors/{before.Id}");
        var fields = form.QuerySelectorAll("form.form [name^='Input.']").Select(one => (one.GetAttribute("name")!, one.GetAttribute("value") ?? one.TextContent.TrimStart('\n')));

        using var answer = await editor.PostAsync($"/admin/authors/{before.Id}", [.. fields]);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var after = await FirstAsync();
        Assert.Equal((before.Name, before.Role, before.Life, before.PortraitId), (after.Name, after.Role, after.Life, after.PortraitId));
        Assert.Equal(before.Elsewhere.OrderBy(one => one.Key), after.Elsewhere.OrderBy(one => one.Key));
    }

    [Fact]
    public async Task Only_an_author_without_stories_is_removed()
    {
        using var added = await editor.PostAsync("/admin/authors/new", Fields("سلمى القاضي"));
        var (used, unused) = ((await FirstAsync()).Id, await site.InStoreAsync(db => db.Authors.Where(one => one.Name == "سلمى القاضي").Select(one => one.Id).SingleAsync()));

        using var refused = await editor.PostAsync($"/admin/authors/{used}?handler=Remove");
        using var removed = await editor.PostAsync($"/admin/authors/{unused}?handler=Remove");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.True(await site.InStoreAsync(db => db.Authors.AnyAsync(one => one.Id == used)));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/author/سلمى-القاضي")).StatusCode);
    }

    private static (string, string)[] Fields(string name) => [("Input.Name", name), ("Input.Role", "محررة")];

    private static string Seen(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("input[name='Input.Seen']")!.GetAttribute("value")!;

    private async Task<HttpResponseMessage> SaveAsync(int id, string name) =>
        await editor.PostAsync($"/admin/authors/{id}", [.. Fields(name), ("Input.Seen", Seen(await editor.OpenAsync($"/admin/authors/{id}")))]);

    private Task<Author> FirstAsync() => site.InStoreAsync(db => db.Authors.AsNoTracking().OrderBy(one => one.Id).FirstAsync());
}
