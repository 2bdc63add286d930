using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Newsroom;
using NewsSite.Tests.Support;
using NewsSite.Web;

namespace NewsSite.Tests.Newsroom;

/// <summary>
/// Who may do what, for every handler that the newsroom has: each is tried by everybody, and what counts is what then stands in the database.
/// A handler without a row here fails the suite.
/// </summary>
public sealed partial class PermissionTests
{
    private enum Who { Nobody, Moderator, Reporter, Editor, Administrator }

    private static readonly Who[] Everybody = Enum.GetValues<Who>(), Staff = [Who.Moderator, Who.Reporter, Who.Editor, Who.Administrator],
        Writers = [Who.Reporter, Who.Editor, Who.Administrator], Editors = [Who.Editor, Who.Administrator], Administrators = [Who.Administrator];

    /// <param name="May">Whom it lets in.</param>
    /// <param name="Path">With <c>{own}</c> for a draft of the one who tries.</param>
    /// <param name="Happened">Whether the deed was done; null for handlers that only show.</param>
    private sealed record Row(Who[] May, string Path, (string, string)[]? Fields = null, Func<NewsDb, int, Task<bool>>? Happened = null, ArticleStatus Story = ArticleStatus.Draft);

    private static readonly (string, string)[] Text = [("BasedOn", "2"), ("Input.Headline", "عنوان جديد"), ("Input.Markdown", "نص جديد"), ("Input.Reason", "سبب"), ("Input.TakesComments", "true")];

    private static Func<NewsDb, int, Task<bool>> Is(ArticleStatus status) => (db, story) => db.Articles.AnyAsync(a => a.Id == story && a.Status == status);

    private static readonly Dictionary<string, Row> Rows = new()
    {
        ["Admin/Today.Get"] = new(Staff, "/admin"),
        ["Admin/Preview.Get"] = new(Writers, "/admin/preview/{own}"),
        ["Admin/Preview.Post"] = new(Writers, "/admin/preview/{own}", Text),
        ["Admin/Media/Library.Get"] = new(Writers, "/admin/media"),
        ["Admin/Media/Library.PostUpload"] = new(Writers, "/admin/media?handler=Upload", []),
        ["Admin/Media/Picture.Get"] = new(Writers, "/admin/media/{picture}"),
        ["Admin/Media/Picture.PostDescribe"] = new(Writers, "/admin/media/{picture}?handler=Describe", [("Input.Text", "وصف")], (db, story) => db.Pictures.AnyAsync(p => p.Key == KeyOf(story) && p.AlternativeText == "وصف")),
        ["Admin/Media/Picture.PostFocus"] = new(Writers, "/admin/media/{picture}?handler=Focus", [("Input.FocalX", "10"), ("Input.FocalY", "90")], (db, story) => db.Pictures.AnyAsync(p => p.Key == KeyOf(story) && p.FocalX == .1)),
        ["Admin/Media/Picture.PostRemove"] = new(Writers, "/admin/media/{picture}?handler=Remove", [], async (db, story) => !await db.Pictures.AnyAsync(p => p.Key == KeyOf(story))),
        ["Admin/Articles/List.Get"] = new(Writers, "/admin/articles"),
        ["Admin/Articles/Revisions.Get"] = new(Writers, "/admin/articles/{own}/revisions"),
        ["Admin/Articles/Revisions.PostRestore"] = new(Writers, "/admin/articles/{own}/revisions?handler=Restore", [("number", "1")], (db, story) => db.Revisions.AnyAsync(r => r.ArticleId == story && r.Kind == RevisionKind.Restored)),
        ["Admin/Articles/Edit.Get"] = new(Writers, "/admin/articles/{own}"),
        ["Admin/Articles/Edit.GetFind"] = new(Writers, "/admin/articles/{own}?handler=Find&q=x"),
        ["Admin/Articles/Edit.GetTags"] = new(Writers, "/admin/articles/{own}?handler=Tags&q=x"),
        ["Admin/Articles/Edit.GetPresence"] = new(Writers, "/admin/articles/{own}?handler=Presence&basedOn=1", Happened: (db, story) => db.Set<StoryPresence>().AnyAsync(p => p.ArticleId == story)),
        ["Admin/Articles/Edit.PostPaste"] = new(Writers, "/admin/articles/{own}?handler=Paste", [("html", "<b>x</b>")]),
        ["Admin/Articles/Edit.PostSave"] = new(Writers, "/admin/articles/{own}?handler=Save", Text, (db, story) => db.Articles.AnyAsync(a => a.Id == story && a.Headline == "عنوان جديد")),
        ["Admin/Articles/Edit.PostAutosave"] = new(Writers, "/admin/articles/{own}?handler=Autosave", Text, (db, story) => db.Articles.AnyAsync(a => a.Id == story && a.Headline == "عنوان جديد")),
        ["Admin/Articles/Edit.PostHandIn"] = new(Writers, "/admin/articles/{own}?handler=HandIn", Text, Is(ArticleStatus.InReview)),
        ["Admin/Articles/Edit.PostApprove"] = new(Editors, "/admin/articles/{own}?handler=Approve", Text, Is(ArticleStatus.Ready), ArticleStatus.InReview),
        ["Admin/Articles/Edit.PostReturn"] = new(Editors, "/admin/articles/{own}?handler=Return", Text, Is(ArticleStatus.Draft), ArticleStatus.InReview),
        ["Admin/Articles/Edit.PostPublish"] = new(Editors, "/admin/articles/{own}?handler=Publish", Text, Is(ArticleStatus.Published)),
        ["Admin/Articles/Edit.PostWithdraw"] = new(Editors, "/admin/articles/{own}?handler=Withdraw", Text, Is(ArticleStatus.Withdrawn), ArticleStatus.Published),
        ["Admin/Articles/Edit.PostShare"] = new(Writers, "/admin/articles/{own}?handler=Share", Text, async (db, story) => await db.Set<PreviewLink>().CountAsync(link => link.ArticleId == story) == 2),
        ["Admin/Articles/Edit.PostUnshare"] = new(Writers, "/admin/articles/{own}?handler=Unshare&link={link}", Text, (db, story) => db.Set<PreviewLink>().AnyAsync(link => link.ArticleId == story && link.RevokedAt != null)),
        ["Admin/Articles/Edit.PostDuplicate"] = new(Writers, "/admin/articles/{own}?handler=Duplicate", Text, (db, story) => db.Articles.AnyAsync(a => a.Id > story)),
    };

    [Fact]
    public async Task Every_handler_of_the_newsroom_has_its_row()
    {
        await using var site = await TestSite.EmptyAsync();
        var pages = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("admin", StringComparison.OrdinalIgnoreCase)).ToList();

        var handlers = pages.Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath).OfType<string>().Distinct().SelectMany(HandlersOf).Order(StringComparer.Ordinal);

        Assert.Equal(Rows.Keys.Order(StringComparer.Ordinal), handlers);
        Assert.All(pages.Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null), endpoint => Assert.Contains(endpoint.RoutePattern.RawText, NotPages));
    }

    [Fact]
    public async Task Only_those_who_may_do_it_and_for_the_others_nothing_happens()
    {
        await using var site = await TestSite.EmptyAsync();
        await site.SectionAsync();
        var cast = new Dictionary<Who, SignedIn>();
        foreach (var who in Staff)
        {
            cast[who] = await site.SignInAsync(RoleOf(who), moderates: who == Who.Moderator);
        }

        var wrong = new List<string>();
        foreach (var (handler, row) in Rows)
        {
            foreach (var who in Everybody)
            {
                wrong.AddRange(await TryAsync(site, handler, row, who, cast));
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_reporter_finds_nothing_of_anothers_story_whatever_they_ask_for()
    {
        await using var site = await TestSite.EmptyAsync();
        await site.SectionAsync();
        using var reporter = await site.SignInAsync(Role.Reporter);
        using var owner = await site.SignInAsync(Role.Reporter);
        var number = await owner.WriteAsync(("Headline", "مادة غيري"));

        foreach (var (_, row) in Rows.Where(row => row.Value.Path.Contains("{own}", StringComparison.Ordinal) && !row.Key.Contains("Find", StringComparison.Ordinal) && !row.Key.Contains("Tags", StringComparison.Ordinal) && !row.Key.Contains("Paste", StringComparison.Ordinal)))
        {
            var path = row.Path.Replace("{own}", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{link}", "1", StringComparison.Ordinal);
            var none = row.Path.Replace("{own}", "999", StringComparison.Ordinal).Replace("{link}", "1", StringComparison.Ordinal);
            using var theirs = row.Fields is { } fields ? await reporter.PostAsync(path, fields) : await reporter.GetAsync(path);
            using var absent = row.Fields is { } same ? await reporter.PostAsync(none, same) : await reporter.GetAsync(none);

            Assert.Equal((path, HttpStatusCode.NotFound), (path, theirs.StatusCode));
            Assert.Equal(absent.StatusCode, theirs.StatusCode);
        }
        Assert.DoesNotContain("مادة غيري", (await reporter.OpenAsync("/admin/articles")).Body!.Seen(), StringComparison.Ordinal);
        Assert.Equal("مادة غيري", (await site.StoryAsync(number)).Headline);
    }

    [Fact]
    public async Task A_reporter_cannot_change_a_story_of_their_own_that_is_out()
    {
        await using var site = await TestSite.EmptyAsync();
        await site.SectionAsync();
        using var reporter = await site.SignInAsync(Role.Reporter);
        using var editor = await site.SignInAsync(Role.Editor);
        var number = await reporter.WriteAsync(("Headline", "كما نُشرت"));
        await editor.PressAsync("Publish", number, 1, ("Headline", "كما نُشرت"));

        using var answer = await reporter.PressAsync("Save", number, 1, ("Headline", "كما أشتهي"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("كما نُشرت", (await site.StoryAsync(number)).Headline);
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing_whoever_sends_it()
    {
        await using var site = await TestSite.EmptyAsync();
        await site.SectionAsync();
        using var editor = await site.SignInAsync(Role.Editor);

        using var answer = await editor.SendAsync(HttpMethod.Post, "/admin/articles/new?handler=Publish", new FormUrlEncodedContent([new("Input.Headline", "بلا رمز"), new("Input.Markdown", "نص")]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(await site.InStoreAsync(db => db.Articles.AnyAsync()));
    }

    private static readonly string[] NotPages = ["/admin/{**rest}"];

    private static async Task<IEnumerable<string>> TryAsync(TestSite site, string handler, Row row, Who who, Dictionary<Who, SignedIn> cast)
    {
        var somebody = cast.GetValueOrDefault(who);
        // The story is one's own where one can have any.
        var owner = who is Who.Nobody or Who.Moderator ? cast[Who.Reporter] : somebody!;
        var number = await owner.WriteAsync();
        await owner.PressAsync("Save", number, 1, ("Headline", "عنوان ثانٍ"));
        var (link, picture) = await PutAsync(site, number, row.Story);
        var path = row.Path.Replace("{picture}", picture.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{own}", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{link}", link.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

        using var answer = (somebody, row.Fields) switch
        {
            (null, null) => await site.GetAsync(path),
            (null, _) => await site.Client.PostAsync(path, new FormUrlEncodedContent(row.Fields.Select(one => KeyValuePair.Create(one.Item1, one.Item2)))),
            (_, null) => await somebody.GetAsync(path),
            _ => await somebody.PostAsync(path, row.Fields),
        };

        var may = row.May.Contains(who);
        var wrong = new List<string>();
        if (may == IsRefusal(answer) || (int)answer.StatusCode is >= 500 or 400)
        {
            wrong.Add($"{who} at {handler}: {(int)answer.StatusCode} {answer.Headers.Location}");
        }
        if (row.Happened is { } happened && may != await site.InStoreAsync(db => happened(db, number)))
        {
            wrong.Add($"{who} at {handler}: {(may ? "nothing" : "something")} happened");
        }
        return wrong;
    }

    private static bool IsRefusal(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
        || answer.Headers.Location?.ToString().StartsWith("/account/sign-in", StringComparison.Ordinal) == true;

    private static string KeyOf(int story) => $"picture-of-{story.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    private static Task<(int Link, int Picture)> PutAsync(TestSite site, int number, ArticleStatus status) => site.InStoreAsync(async db =>
    {
        var story = await db.Articles.Include(a => a.Tags).Include(a => a.Bylines).SingleAsync(a => a.Id == number);
        switch (status)
        {
            case ArticleStatus.InReview:
                story.HandIn();
                break;
            case ArticleStatus.Published:
                story.Publish(TestSite.Start);
                break;
        }
        var link = new PreviewLink(number, new StaffMember(1, "محرر", Role.Editor, false), TestSite.Start);
        var picture = new NewsSite.Media.Picture(KeyOf(number), 10, 10, [10]);
        db.AddRange(link, picture);
        await db.SaveChangesAsync();
        return (link.Id, picture.Id);
    });

    private static Role RoleOf(Who who) => Enum.TryParse<Role>(who.ToString(), out var role) ? role : Role.None;

    private static IEnumerable<string> HandlersOf(string page)
    {
        var model = typeof(Site).Assembly.GetType($"NewsSite.Web.Pages{page.Replace('/', '.')}Model")!;
        return model.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(method => method.Name)
            .Where(name => name.StartsWith("OnGet", StringComparison.Ordinal) || name.StartsWith("OnPost", StringComparison.Ordinal))
            .Select(name => $"{page.TrimStart('/')}.{(name.EndsWith("Async", StringComparison.Ordinal) ? name[2..^5] : name[2..])}");
    }
}
