using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Newsroom;
using NewsSite.Newsroom.Bulk;
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
        Writers = [Who.Reporter, Who.Editor, Who.Administrator], Editors = [Who.Editor, Who.Administrator], Administrators = [Who.Administrator],
        Moderators = [Who.Moderator, Who.Editor, Who.Administrator];

    /// <param name="May">Whom it lets in.</param>
    /// <param name="Path">With <c>{own}</c> for a draft of the one who tries.</param>
    /// <param name="Happened">Whether the deed was done; null for handlers that only show.</param>
    private sealed record Row(Who[] May, string Path, (string, string)[]? Fields = null, Func<NewsDb, int, Task<bool>>? Happened = null, ArticleStatus Story = ArticleStatus.Draft)
    {
        /// <summary>The line of the log that the deed leaves.</summary>
        public string? Logs { get; init; }
    }

    private static readonly (string, string)[] Text = [("BasedOn", "2"), ("Input.Headline", "عنوان جديد"), ("Input.Markdown", "نص جديد"), ("Input.Reason", "سبب"), ("Input.TakesComments", "true")];

    private static readonly (string, string)[] StandingText = [("Input.Title", "عنوان"), ("Input.Markdown", "نص")], Sure = [("Input.Sure", "true")],
        SettingsText = [("Input.Name", "المرصد"), ("Input.Description", "وصف"), ("Input.TimeZone", "Asia/Riyadh"), ("Input.FlagsToHold", "3")];

    private static Func<NewsDb, int, Task<bool>> Is(ArticleStatus status) => (db, story) => db.Articles.AnyAsync(a => a.Id == story && a.Status == status);

    private static readonly (string, string)[] OnComment = [("Input.Comment", "{comment}"), ("Input.Seen", "{seen}"), ("Input.Rule", "2"), ("Input.Email", "true")];

    private static Func<NewsDb, int, Task<bool>> Has(ModerationAct act) => (db, story) => db.Moderation.AnyAsync(e => e.Comment.ArticleId == story && e.Act == act);

    private static string OtherOf(int n) => $"other{n.ToString(System.Globalization.CultureInfo.InvariantCulture)}@example.org";

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
        ["Admin/Standing/List.Get"] = new(Editors, "/admin/pages"),
        ["Admin/Standing/Edit.Get"] = new(Editors, "/admin/pages/ar/about"),
        ["Admin/Standing/Edit.PostPreview"] = new(Editors, "/admin/pages/ar/about?handler=Preview", StandingText),
        ["Admin/Standing/Edit.Post"] = new(Editors, "/admin/pages/ar/about", StandingText, (db, _) => db.StandingPages.AnyAsync()),
        ["Admin/Standing/Edit.PostRemove"] = new(Editors, "/admin/pages/ar/about?handler=Remove", Sure, async (db, _) => !await db.StandingPages.AnyAsync()),
        ["Admin/Redirects.Get"] = new(Editors, "/admin/redirects"),
        ["Admin/Redirects.PostAdd"] = new(Editors, "/admin/redirects?handler=Add", [("Input.From", "/old"), ("Input.To", "/rules")], (db, _) => db.Redirects.AnyAsync(r => r.Path == "/old")),
        ["Admin/Redirects.PostDelete"] = new(Editors, "/admin/redirects?handler=Delete&id={redirect}", [], async (db, story) => !await db.Redirects.AnyAsync(r => r.Path == GoneOf(story))),
        ["Admin/Redirects.PostImport"] = new(Editors, "/admin/redirects?handler=Import", []),
        ["Admin/Missed.Get"] = new(Editors, "/admin/missed"),
        ["Admin/Missed.PostLead"] = new(Editors, "/admin/missed?handler=Lead&id={missed}", [("to", "/rules")], (db, story) => db.Redirects.AnyAsync(r => r.Path == MissedOf(story))),
        ["Admin/Missed.PostForget"] = new(Editors, "/admin/missed?handler=Forget&id={missed}", [], async (db, story) => !await db.MissedAddresses.AnyAsync(m => m.Path == MissedOf(story))),
        ["Admin/Comments/Levels.Get"] = new(Editors, "/admin/comments/levels"),
        ["Admin/Comments/Levels.PostSite"] = new(Editors, "/admin/comments/levels?handler=Site", [("Input.Days", "{n}"), ("Input.WasDays", "")]) { Logs = "comments.level" },
        ["Admin/Comments/Levels.PostSection"] = new(Editors, "/admin/comments/levels?handler=Section&id={section}", [("Input.Level", "Closed")]) { Logs = "comments.level" },
        ["Admin/Comments/Levels.PostStory"] = new(Editors, "/admin/comments/levels?handler=Story&id={n}", [("Input.Level", "Closed")]) { Logs = "comments.level" },
        ["Admin/Comments/Levels.PostCalm"] = new(Editors, "/admin/comments/levels?handler=Calm&id={n}"),
        ["Admin/Comments/Log.Get"] = new(Moderators, "/admin/comments/log"),
        ["Admin/Comments/Bans.Get"] = new(Moderators, "/admin/comments/bans"),
        ["Admin/Comments/Bans.PostAdd"] = new(Moderators, "/admin/comments/bans?handler=Add", [("Input.Email", "banned{n}@example.org"), ("Input.Why", "سبب"), ("Input.Ends", "Day")]) { Logs = "comments.ban" },
        ["Admin/Comments/Bans.PostLift"] = new(Moderators, "/admin/comments/bans?handler=Lift", [("id", "{ban}")]) { Logs = "comments.ban.lifted" },
        ["Admin/Comments/Try.Get"] = new(Moderators, "/admin/comments/try"),
        ["Admin/Comments/Try.Post"] = new(Moderators, "/admin/comments/try", [("Input.Text", "جملة")]),
        ["Admin/Comments/Terms.Get"] = new(Moderators, "/admin/comments/terms"),
        ["Admin/Comments/TermsFile.Get"] = new(Moderators, "/admin/comments/terms.csv"),
        ["Admin/Comments/Term.Get"] = new(Moderators, "/admin/comments/term"),
        ["Admin/Comments/Term.PostTry"] = new(Moderators, "/admin/comments/term?handler=Try", [("Input.Text", "مصطلح")]),
        ["Admin/Comments/Term.PostSave"] = new(Moderators, "/admin/comments/term?handler=Save", [("Input.Text", "مصطلح {n}"), ("Input.Rule", "Spam"), ("Input.Certainty", "5"), ("Input.IsOn", "true"), ("Input.Seen", "{shown}")]) { Logs = "comments.term" },
        ["Admin/Comments/TermsImport.Get"] = new(Moderators, "/admin/comments/terms/import"),
        ["Admin/Comments/TermsImport.PostTry"] = new(Moderators, "/admin/comments/terms/import?handler=Try", [("Input.Csv", "Term,Rule,Certainty")]),
        ["Admin/Comments/TermsImport.PostSave"] = new(Moderators, "/admin/comments/terms/import?handler=Save", [("Input.Csv", "Term,Rule,Certainty\nمصطلح {n},Spam,5"), ("Input.Seen", "{shown}")]) { Logs = "comments.term" },
        ["Admin/Settings/General.Get"] = new(Administrators, "/admin/settings"),
        ["Admin/Settings/General.PostPreview"] = new(Administrators, "/admin/settings?handler=Preview", SettingsText),
        ["Admin/Settings/General.Post"] = new(Administrators, "/admin/settings", SettingsText, (db, _) => db.Settings.AnyAsync(row => row.Name == "ar:Name")),
        ["Admin/Settings/Rules.Get"] = new(Administrators, "/admin/settings/rules"),
        ["Admin/Settings/Rules.Post"] = new(Administrators, "/admin/settings/rules", [.. Enumerable.Range(0, 8).Select(n => ($"Input.Rules[{n}].Text", "لا"))], (db, _) => db.Settings.AnyAsync(row => row.Name == "ar:Rule.8.Text")),
        ["Admin/Settings/Announcements.Get"] = new(Administrators, "/admin/settings/announcements"),
        ["Admin/Settings/Announcements.PostPreview"] = new(Administrators, "/admin/settings/announcements?handler=Preview", [("Input.Strip.Text", "نص")]),
        ["Admin/Settings/Announcements.Post"] = new(Administrators, "/admin/settings/announcements", [("Input.Strip.Text", "نص")], (db, _) => db.Settings.AnyAsync(row => row.Name == "ar:Strip.Text")),
        ["Admin/Log.Get"] = new(Administrators, "/admin/log"),
        ["Admin/LogFile.Get"] = new(Administrators, "/admin/log.csv"),
        ["Admin/Demo.Get"] = new(Administrators, "/admin/demo"),
        ["Admin/Demo.Post"] = new(Administrators, "/admin/demo", Sure, (db, _) => db.Log.AnyAsync(entry => entry.Act == "demo.removed")),
        ["Admin/Articles/List.Get"] = new(Writers, "/admin/articles"),
        ["Admin/Articles/List.PostTry"] = new(Editors, "/admin/articles?handler=Try", [("Input.Stories", "{n}"), ("Input.Act", "AddTag"), ("Input.Tag", "وسم")]),
        ["Admin/Articles/List.PostDo"] = new(Editors, "/admin/articles?handler=Do", [("Input.Stories", "{n}"), ("Input.Act", "AddTag"), ("Input.Tag", "وسم")]) { Logs = "story.tagged" },
        ["Admin/Articles/List.PostUndo"] = new(Editors, "/admin/articles?handler=Undo", [("done", "{act}")]) { Logs = "story.tagged" },
        ["Admin/Articles/List.PostKeep"] = new(Writers, "/admin/articles?view=Drafts&handler=Keep", [("Input.Name", "عرض {n}")], (db, story) => db.SavedViews.AnyAsync(view => view.Name == NameOf(story) && view.Query == "?view=Drafts")),
        ["Admin/Articles/List.PostDrop"] = new(Writers, "/admin/articles?handler=Drop", [("id", "{view}")], async (db, story) => !await db.SavedViews.AnyAsync(view => view.Name == OldNameOf(story))),
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
        ["Admin/Comments/Queue.Get"] = new(Moderators, "/admin/comments"),
        ["Admin/Comments/Queue.GetWaiting"] = new(Moderators, "/admin/comments?handler=Waiting"),
        ["Admin/Comments/Queue.PostApprove"] = new(Moderators, "/admin/comments?handler=Approve", OnComment, (db, story) => db.Comments.AnyAsync(c => c.ArticleId == story && c.State == CommentState.Posted), ArticleStatus.Published),
        ["Admin/Comments/Queue.PostReject"] = new(Moderators, "/admin/comments?handler=Reject", OnComment, (db, story) => db.Comments.AnyAsync(c => c.ArticleId == story && c.State == CommentState.Refused), ArticleStatus.Published),
        ["Admin/Comments/Queue.PostBan"] = new(Moderators, "/admin/comments?handler=Ban", OnComment, Has(ModerationAct.Banned), ArticleStatus.Published),
        ["Admin/Comments/Queue.PostUndo"] = new(Moderators, "/admin/comments?handler=Undo", OnComment, Has(ModerationAct.Undone), ArticleStatus.Published),
        ["Admin/Comments/Queue.PostDecline"] = new(Moderators, "/admin/comments?handler=Decline", OnComment, Has(ModerationAct.Declined), ArticleStatus.Published),
        ["Admin/Comments/Queue.PostHideAll"] = new(Moderators, "/admin/comments?handler=HideAll&writer={comment}", OnComment, (db, story) => db.Comments.AnyAsync(c => c.ArticleId == story && c.State == CommentState.Refused), ArticleStatus.Published),
        ["Admin/Comments/Queue.PostApproveAll"] = new(Moderators, "/admin/comments?handler=ApproveAll&writer={comment}", OnComment, (db, story) => db.Comments.AnyAsync(c => c.ArticleId == story && c.State == CommentState.Posted), ArticleStatus.Published),
        ["Admin/Comments/Queue.PostUndoAll"] = new(Moderators, "/admin/comments?handler=UndoAll&batch=1", OnComment, null, ArticleStatus.Published),
        ["Admin/Comments/Queue.PostHonour"] = new(Moderators, "/admin/comments?handler=Honour", [.. OnComment, ("Honour.Kind", "Pinned"), ("Honour.Why", "سبب")], Has(ModerationAct.Pinned), ArticleStatus.Published),
        ["Admin/Comments/Queue.PostDishonour"] = new(Moderators, "/admin/comments?handler=Dishonour", [.. OnComment, ("Honour.Kind", "Picked")], Has(ModerationAct.Unpicked), ArticleStatus.Published),
        ["Admin/Comments/Queue.PostReveal"] = new(Moderators, "/admin/comments?handler=Reveal", OnComment, Has(ModerationAct.Revealed), ArticleStatus.Published),
        ["Admin/Sections/List.Get"] = new(Editors, "/admin/sections"),
        ["Admin/Sections/List.PostMove"] = new(Editors, "/admin/sections?handler=Move", [("id", "{section}"), ("places", "-1")]) { Logs = "section.moved" },
        ["Admin/Sections/Edit.Get"] = new(Editors, "/admin/sections/{section}"),
        ["Admin/Sections/Edit.Post"] = new(Editors, "/admin/sections/new", [("Input.Name", "سر {n}"), ("Input.Language", "ar")]) { Logs = "section.added" },
        ["Admin/Sections/Edit.PostRemove"] = new(Editors, "/admin/sections/{section}?handler=Remove", []) { Logs = "section.removed" },
        ["Admin/Tags/List.Get"] = new(Editors, "/admin/tags"),
        ["Admin/Tags/List.PostRemoveUnused"] = new(Editors, "/admin/tags?handler=RemoveUnused", [("x", "{tag}")]) { Logs = "tag.removed" },
        ["Admin/Tags/Edit.Get"] = new(Editors, "/admin/tags/{tag}"),
        ["Admin/Tags/Edit.PostRename"] = new(Editors, "/admin/tags/{tag}?handler=Rename", [("Input.Name", "سر {n}")]) { Logs = "tag.renamed" },
        ["Admin/Tags/Edit.PostMerge"] = new(Editors, "/admin/tags/{tag}?handler=Merge", [("Input.Into", "وسم آخر {n}")]) { Logs = "tag.merged" },
        ["Admin/Tags/Edit.PostAlias"] = new(Editors, "/admin/tags/{tag}?handler=Alias", [("Input.Alias", "سر {n}")]) { Logs = "tag.aliased" },
        ["Admin/Tags/Edit.PostRemoveAlias"] = new(Editors, "/admin/tags/{tag}?handler=RemoveAlias", [("alias", "{alias}")]) { Logs = "tag.unaliased" },
        ["Admin/Tags/Edit.PostRemove"] = new(Editors, "/admin/tags/{tag}?handler=Remove", []) { Logs = "tag.removed" },
        ["Admin/Authors/List.Get"] = new(Editors, "/admin/authors"),
        ["Admin/Authors/Edit.Get"] = new(Editors, "/admin/authors/{author}"),
        ["Admin/Authors/Edit.Post"] = new(Editors, "/admin/authors/new", [("Input.Name", "سر {n}")]) { Logs = "author.added" },
        ["Admin/Authors/Edit.PostRemove"] = new(Editors, "/admin/authors/{author}?handler=Remove", []) { Logs = "author.removed" },
        ["Admin/Users/List.Get"] = new(Administrators, "/admin/users"),
        ["Admin/Users/Invite.Get"] = new(Administrators, "/admin/users/new"),
        ["Admin/Users/Invite.Post"] = new(Administrators, "/admin/users/new", [("Input.Name", "سر {n}"), ("Input.Email", "secret{n}@example.org"), ("Input.Role", "Administrator"), ("Input.Language", "ar")]) { Logs = "account.invited" },
        ["Admin/Users/Edit.Get"] = new(Administrators, "/admin/users/{user}"),
        ["Admin/Users/Edit.PostAppoint"] = new(Administrators, "/admin/users/{user}?handler=Appoint", [("Input.Role", "Administrator")], (db, n) => db.Users.AnyAsync(user => user.Role == Role.Administrator && user.Email == OtherOf(n))),
        ["Admin/Users/Edit.PostDisable"] = new(Administrators, "/admin/users/{user}?handler=Disable", [], (db, n) => db.Users.AnyAsync(user => user.DisabledAt != null && user.Email == OtherOf(n))),
        ["Admin/Users/Edit.PostEnable"] = new(Administrators, "/admin/users/{user}?handler=Enable", []) { Logs = "account.enabled" },
        ["Admin/Users/Edit.PostLink"] = new(Administrators, "/admin/users/{user}?handler=Link", []) { Logs = "account.link" },
        ["Admin/Users/Edit.PostTakeSecondFactor"] = new(Administrators, "/admin/users/{user}?handler=TakeSecondFactor", []) { Logs = "account.second-factor.taken" },
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
        await site.HoldAllAsync();
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
        var (link, picture, redirect, missed) = await PutAsync(site, number, row.Story);
        var path = row.Path.Replace("{redirect}", redirect.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{missed}", missed.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{picture}", picture.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{own}", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{link}", link.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var things = path.Contains('{', StringComparison.Ordinal) || row.Fields?.Any(one => one.Item2.Contains('{', StringComparison.Ordinal)) == true ? await ThingsAsync(site, number, somebody?.Member) : [];
        foreach (var (name, value) in row.Fields?.Any(one => one.Item1 == "Input.Comment") == true ? await CommentsAsync(site, number, decided: handler.EndsWith("Undo", StringComparison.Ordinal) || handler.EndsWith("onour", StringComparison.Ordinal), appealed: handler.EndsWith("Decline", StringComparison.Ordinal)) : [])
        {
            things[name] = value;
        }
        path = Named(path);
        var fields = row.Fields?.Select(one => (one.Item1, Named(one.Item2))).ToArray();
        var logged = await site.InStoreAsync(db => db.Log.MaxAsync(entry => (long?)entry.Id)) ?? 0;

        using var answer = (somebody, fields) switch
        {
            (null, null) => await site.GetAsync(path),
            (null, _) => await site.Client.PostAsync(path, new FormUrlEncodedContent(fields!.Select(one => KeyValuePair.Create(one.Item1, one.Item2)))),
            (_, null) => await somebody.GetAsync(path),
            _ => await somebody.PostAsync(path, fields),
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
        if (row.Logs is { } act && may != await site.InStoreAsync(db => db.Log.AnyAsync(entry => entry.Id > logged && entry.Act == act)))
        {
            wrong.Add($"{who} at {handler}: {(may ? "nothing" : "something")} was logged");
        }
        return wrong;

        string Named(string text) => things.Aggregate(text, (named, thing) => named.Replace($"{{{thing.Key}}}", $"{thing.Value}", StringComparison.Ordinal)).Replace("{shown}", ShownOf(number), StringComparison.Ordinal);
    }

    /// <summary>As the page gives it with the effect of adding the term.</summary>
    private static string ShownOf(int n)
    {
        var term = new TermWish($"مصطلح {n.ToString(System.Globalization.CultureInfo.InvariantCulture)}", NewsSite.Comments.PostingRules.PostingRule.Spam, 5, "", "", true);
        return new TermShelf([]).SeenOf([new(term.Key, term)]);
    }

    /// <summary>One of each, not in use.</summary>
    private static Task<Dictionary<string, int>> ThingsAsync(TestSite site, int n, StaffMember? by) => site.InStoreAsync(async db =>
    {
        var email = OtherOf(n);
        var (section, tag, author) = (new Section("ar", $"empty-{n}", $"فارغ {n}", "", 9), new Tag("ar", $"وسم {n}"), new Author($"كاتب {n}", "", ""));
        var (alias, other) = (new TagAlias(tag, $"اسم آخر {n}"), new User(email, "غيره", Role.Reporter, moderates: false, "ar", TestSite.Start) { NormalizedEmail = email.ToUpperInvariant(), NormalizedUserName = email.ToUpperInvariant(), SecurityStamp = "x" });
        var filed = new Filing(await db.Articles.Where(a => a.Id == n).Select(a => a.SectionId).SingleAsync(), 0, $"سُحب {n}");
        var act = new BulkAct(by ?? new StaffMember(0, "", Role.None, false), BulkKind.RemoveTag, null, filed.TagName, [new(n, filed, filed)], TestSite.Start);
        var ban = new Ban(BanKind.Email, $"key of {n}", by ?? new StaffMember(0, "", Role.None, false), "سبب", TestSite.Start, null);
        db.AddRange(section, tag, new Tag("ar", $"وسم آخر {n}"), author, alias, other, act, ban);
        await db.SaveChangesAsync();
        // Nobody's own view but that of the one who tries.
        var view = new SavedView(by?.Id ?? other.Id, OldNameOf(n), "");
        db.Add(view);
        await db.SaveChangesAsync();
        return new Dictionary<string, int> { ["section"] = section.Id, ["tag"] = tag.Id, ["author"] = author.Id, ["alias"] = alias.Id, ["user"] = other.Id, ["act"] = act.Id, ["view"] = view.Id, ["ban"] = ban.Id, ["n"] = n };
    });

    /// <summary>A comment that waits, or that somebody has approved, or rejected and its writer appealed.</summary>
    private static async Task<Dictionary<string, int>> CommentsAsync(TestSite site, int story, bool decided, bool appealed)
    {
        var comment = await site.CommentAsync(story, "ينتظر", $"held{story}@example.org");
        if (decided)
        {
            await site.InStoreAsync(async db =>
            {
                db.Add((await db.Comments.SingleAsync(c => c.Id == comment)).Approve(new StaffMember(0, "غيره", Role.Editor, false), TestSite.Start));
                await db.SaveChangesAsync();
                await new HonourDesk(db, site.Clock).GiveAsync(comment, HonourKind.Picked, "", new StaffMember(0, "غيره", Role.Editor, false), CancellationToken.None);
            });
        }
        if (appealed)
        {
            await site.InStoreAsync(async db =>
            {
                db.Add((await db.Comments.SingleAsync(c => c.Id == comment)).Reject(new StaffMember(0, "غيره", Role.Editor, false), NewsSite.Comments.PostingRules.PostingRule.InsultToPerson, "", TestSite.Start));
                await db.SaveChangesAsync();
            });
            await site.AppealAsync(comment);
        }
        return new() { ["comment"] = comment, ["seen"] = (int)await site.SeenAsync(comment) };
    }

    private static bool IsRefusal(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
        || answer.Headers.Location?.ToString().StartsWith("/account/sign-in", StringComparison.Ordinal) == true;

    private static string KeyOf(int story) => $"picture-of-{story.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    private static string NameOf(int story) => $"عرض {story.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    private static string OldNameOf(int story) => $"قديم {story.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    private static string GoneOf(int story) => $"/gone/{story.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    private static string MissedOf(int story) => $"/missed/{story.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    private static Task<(int Link, int Picture, int Redirect, int Missed)> PutAsync(TestSite site, int number, ArticleStatus status) => site.InStoreAsync(async db =>
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
        var (redirect, missed) = (new Redirect(GoneOf(number), "/rules", TestSite.Start), new MissedAddress(MissedOf(number), TestSite.Start));
        db.AddRange(link, picture, redirect, missed);
        await db.SaveChangesAsync();
        return (link.Id, picture.Id, redirect.Id, missed.Id);
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
