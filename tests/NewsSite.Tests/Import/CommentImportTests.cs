using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Import;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Import;

public sealed class CommentImportTests
{
    private const string Old = "https://old.example/2019/05/khabar/";

    private static string Map(int story) => string.Create(CultureInfo.InvariantCulture, $"القديم,الجديد\n{Old},{story}\n");

    private static string Export(params string[] comments) => Importing.WordPress(Importing.Item(Old, "khabar", comments));

    private static Task<List<Comment>> CommentsAsync(TestSite site) => site.InStoreAsync(db => db.Comments.AsNoTracking().OrderBy(c => c.Id).ToListAsync());

    [Fact]
    public async Task Threads_states_and_times_are_kept()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;

        var report = await site.ImportAsync(ImportSource.WordPress, map: Map(story), export: Export(
            Importing.Comment(9, "جواب الجواب الثالث", parent: 7, date: "2019-05-01 11:00:00"),
            Importing.Comment(1, "أول الكلام", date: "2019-05-01 08:00:00"),
            Importing.Comment(2, "كلام آخر", date: "2019-05-01 08:30:00"),
            Importing.Comment(5, "جواب", parent: 1, date: "2019-05-01 09:00:00"),
            Importing.Comment(7, "جواب الجواب", parent: 5, date: "2019-05-01 10:00:00"),
            Importing.Comment(3, "ينتظر مراجعة", approved: "0", date: "2019-05-01 08:40:00"),
            Importing.Comment(4, "دعاية", approved: "spam")));

        var all = await CommentsAsync(site);
        Assert.Equal(["أول الكلام", "كلام آخر", "ينتظر مراجعة", "جواب", "جواب الجواب", "جواب الجواب الثالث"], all.Select(c => c.Body));
        Assert.Equal([1, 1, 1, 2, 3, 3], all.Select(c => c.Depth));
        Assert.Equal([null, null, null, all[0].Id, all[3].Id, all[4].Id], all.Select(c => c.ParentId));
        Assert.Equal([all[0].Id, all[1].Id, all[2].Id, all[0].Id, all[0].Id, all[0].Id], all.Select(c => c.RootId));
        Assert.Equal([CommentState.Posted, CommentState.Posted, CommentState.Held, CommentState.Posted, CommentState.Posted, CommentState.Posted], all.Select(c => c.State));
        Assert.Equal(HoldReason.Imported, all[2].Reason);
        Assert.Equal(new DateTimeOffset(2019, 5, 1, 8, 30, 0, TimeSpan.Zero), all[1].At);
        Assert.Equal((7, 5, 1, 6, 0, 0), (report.Found, report.Posted, report.Held, report.Added, report.Already, report.Orphans));
        var page = await site.OpenAsync(address);
        Assert.Equal(["أول الكلام", "جواب", "جواب الجواب", "جواب الجواب الثالث", "كلام آخر"], page.QuerySelectorAll(".comment__body").Select(body => body.TextContent.Trim()));
    }

    [Fact]
    public async Task A_second_run_adds_nothing_and_an_interrupted_one_goes_on()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        string[] comments = [Importing.Comment(1, "أول الكلام"), Importing.Comment(2, "جواب", parent: 1, date: "2019-05-02 08:00:00"), Importing.Comment(3, "كلام آخر", date: "2019-05-03 08:00:00")];
        await site.ImportAsync(ImportSource.WordPress, Export(comments[0]), map: Map(story));

        var rest = await site.ImportAsync(ImportSource.WordPress, Export(comments), map: Map(story));
        var again = await site.ImportAsync(ImportSource.WordPress, Export(comments), map: Map(story));

        var all = await CommentsAsync(site);
        Assert.Equal(["أول الكلام", "جواب", "كلام آخر"], all.Select(c => c.Body));
        Assert.Equal(all[0].Id, all[1].ParentId);
        Assert.Equal((2, 1), (rest.Added, rest.Already));
        Assert.Equal((0, 3), (again.Added, again.Already));
        Assert.Equal(3, await site.InStoreAsync(db => db.Moderation.CountAsync(e => e.Act == ModerationAct.Imported)));
        Assert.Equal(2, await site.InStoreAsync(db => db.Log.CountAsync(line => line.Act == "comments.imported")));
    }

    [Fact]
    public async Task The_same_number_of_another_site_is_another_comment()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        await site.ImportAsync(ImportSource.WordPress, Export(Importing.Comment(1, "أول الكلام")), map: Map(story));

        await site.ImportAsync(ImportSource.WordPress, Export(Importing.Comment(1, "كلام موقع آخر")).Replace("<wp:base_blog_url>https://old.example", "<wp:base_blog_url>https://sister.example", StringComparison.Ordinal), map: Map(story));

        Assert.Equal(["أول الكلام", "كلام موقع آخر"], (await CommentsAsync(site)).Select(c => c.Body));
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_and_reports_the_same()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        var export = Export(Importing.Comment(1, "أول الكلام"), Importing.Comment(2, "جواب يتيم", parent: 99), Importing.Comment(3, "أنت حمار"), Importing.Comment(4, "ينتظر", approved: "0"), Importing.Comment(5, "<img src=x>"), Importing.Comment(6, new string('ن', 4_000), email: ""));

        var dry = await site.ImportAsync(ImportSource.WordPress, export, dry: true, judge: true, map: Map(story));
        var before = await site.InStoreAsync(async db => await db.Comments.CountAsync() + await db.CommentOrigins.CountAsync() + await db.Moderation.CountAsync() + await db.CommentEmails.CountAsync());
        var real = await site.ImportAsync(ImportSource.WordPress, export, judge: true, map: Map(story));

        Assert.Equal(0, before);
        Assert.Equivalent(real, dry, strict: true);
        Assert.Equal((6, 5, 3, 2, 1, 1, 1, 1, 1), (real.Found, real.Added, real.Posted, real.Held, real.HeldByRules, real.Orphans, real.Empty, real.Cut, real.WithoutEmail));
        Assert.Equal(real.Approved + real.Pending, real.Added + real.Already + real.Empty + real.Unreadable + real.Twice + real.WithoutStory);
        Assert.Equal(Comment.MaxBody, (await CommentsAsync(site)).Max(c => c.Body.Length));
    }

    [Fact]
    public async Task Old_words_are_judged_only_where_that_is_asked_and_never_refused()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        await site.ImportAsync(ImportSource.WordPress, Export(Importing.Comment(1, "يا ابن الشرموطة")), map: Map(story));

        await site.ImportAsync(ImportSource.WordPress, Export(Importing.Comment(2, "يا ابن الشرموطة", date: "2019-06-01 08:00:00")), judge: true, map: Map(story));

        var all = await CommentsAsync(site);
        Assert.Equal([CommentState.Posted, CommentState.Held], all.Select(c => c.State));
        Assert.Equal(HoldReason.Rule, all[1].Reason);
        var item = await site.InStoreAsync(db => new QueueReading(db).FindAsync(all[1].Id, CancellationToken.None));
        Assert.NotEmpty(item!.Verdicts);
    }

    [Fact]
    public async Task A_story_is_found_by_map_redirect_own_address_short_link_or_slug()
    {
        await using var site = await TestSite.EmptyAsync();
        var stories = new List<int>();
        foreach (var headline in new[] { "خبر أول", "خبر ثانٍ", "خبر ثالث", "خبر رابع", "خبر خامس" })
        {
            stories.Add(await site.OpenStoryAsync(headline));
        }
        await site.InStoreAsync(async db =>
        {
            db.Add(new Redirect("/2019/05/second", await AddressAsync(db, stories[1]), TestSite.Start));
            await db.SaveChangesAsync();
        });
        var third = await site.AddressOfAsync(stories[2]);
        var export = Importing.WordPress(
            Importing.Item("https://old.example/?p=70", "", Importing.Comment(1, "تعليق")),
            Importing.Item("https://old.example/2019/05/second/", "", Importing.Comment(2, "تعليق")),
            Importing.Item("https://old.example" + third, "", Importing.Comment(3, "تعليق")),
            Importing.Item("https://old.example" + Address.ShortLink(stories[3]), "", Importing.Comment(4, "تعليق")),
            Importing.Item("https://old.example/2019/05/x/", Uri.EscapeDataString("خبر-خامس").ToLowerInvariant(), Importing.Comment(5, "تعليق")),
            // Another's number at its end makes it none of ours.
            Importing.Item($"https://old.example/2019/05/other-{stories[0]}", "other", Importing.Comment(6, "تعليق"), Importing.Comment(7, "تعليق")));

        var report = await site.ImportAsync(ImportSource.WordPress, export, map: $"/?p=70,{stories[0]}");

        Assert.Equal(stories, (await CommentsAsync(site)).Select(c => c.ArticleId));
        Assert.Equal((5, 2), (report.Added, report.WithoutStory));
        Assert.Equal([new UnmatchedStory($"https://old.example/2019/05/other-{stories[0]}", 2)], report.Unmatched);

        static async Task<string> AddressAsync(NewsDb db, int id) => (await StoryAddress.FindAsync(db, id, TestSite.Start, CancellationToken.None))!;
    }

    [Fact]
    public async Task Answers_whose_parent_stays_behind_hang_under_the_nearest_that_comes()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;

        var report = await site.ImportAsync(ImportSource.WordPress, map: Map(story), export: Export(
            Importing.Comment(1, "أول الكلام"), Importing.Comment(2, "محذوف", parent: 1, approved: "trash"), Importing.Comment(3, "جواب على المحذوف", parent: 2),
            // A ring, as no program should write one.
            Importing.Comment(4, "حلقة أولى", parent: 5, date: "2019-05-02 08:00:00"), Importing.Comment(5, "حلقة ثانية", parent: 4, date: "2019-05-02 09:00:00")));

        var all = await CommentsAsync(site);
        Assert.Equal(all.Single(c => c.Body == "أول الكلام").Id, all.Single(c => c.Body == "جواب على المحذوف").ParentId);
        Assert.Equal(4, all.Count);
        Assert.Equal(1, report.Orphans);
    }

    [Fact]
    public async Task Who_wrote_is_known_by_keyed_hashes_and_never_in_clear()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;
        await site.ImportAsync(ImportSource.WordPress, map: Map(story), export: Export(
            Importing.Comment(1, "قديم", email: "Hidden.Reader@example.org", from: "203.0.113.77"),
            Importing.Comment(2, "حديث", email: "Hidden.Reader@example.org", from: "203.0.113.77", date: "2026-03-01 08:00:00"),
            Importing.Comment(3, "باسم هو عنوان", name: "hidden.reader@example.org", email: "hidden.reader@example.org"),
            Importing.Comment(4, "بلا عنوان", name: "", email: "")));

        var all = await CommentsAsync(site);
        Assert.Null(all.Single(c => c.Body == "قديم").AddressKey);
        Assert.NotNull(all.Single(c => c.Body == "حديث").AddressKey);
        Assert.Equal("باسم هو عنوان|بلا عنوان", string.Join('|', all.Where(c => c.Name == "قارئ").Select(c => c.Body)));
        Assert.Equal(3, await site.InStoreAsync(db => db.CommentEmails.CountAsync()));
        Assert.DoesNotContain("hidden.reader", (await site.OpenAsync(address)).DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(site.Complaints.All, line => line.Contains("hidden.reader", StringComparison.OrdinalIgnoreCase));
        // The same person writes here now.
        var here = await site.FoundCommentAsync(await site.CommentAsync(story, "أكتب هنا الآن", email: "hidden.reader@example.org"));
        Assert.Equal(here.WriterKey, all.Single(c => c.Body == "قديم").WriterKey);
        if (site.Database.Settings.Provider == DatabaseProvider.Sqlite)
        {
            await site.InStoreAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
            foreach (var file in Directory.GetFiles(site.Database.Settings.DataFolder, "news.db*"))
            {
                await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                var bytes = new byte[open.Length];
                await open.ReadExactlyAsync(bytes);
                Assert.DoesNotContain("hidden.reader", Encoding.Latin1.GetString(bytes), StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Fact]
    public async Task An_account_without_an_address_stays_one_hand()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        static string Row(int id, string author) => $"{{\"id\":\"{id}\",\"storyURL\":\"{Old}\",\"authorID\":\"{author}\",\"author\":{{\"username\":\"سليم\"}},\"body\":\"<div>كلام {id}</div>\",\"status\":\"APPROVED\",\"createdAt\":\"2021-01-0{id}T08:00:00Z\"}}";

        await site.ImportAsync(ImportSource.Coral, string.Join('\n', Row(1, "u-1"), Row(2, "u-1"), Row(3, "u-2")), map: Map(story));

        var all = await CommentsAsync(site);
        Assert.Equal(["كلام 1", "كلام 2", "كلام 3"], all.Select(c => c.Body));
        Assert.Equal(all[0].WriterKey, all[1].WriterKey);
        Assert.NotEqual(all[0].WriterKey, all[2].WriterKey);
        Assert.NotEqual(all[0].WriterKey[..12], all[0].Face);
    }

    [Fact]
    public async Task Nobody_gets_a_letter_and_the_public_report_counts_nothing()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        await site.FollowAsync(story, "follower@example.org");
        await site.WriteLettersAsync();
        var letters = await site.InStoreAsync(db => db.OutgoingLetters.CountAsync());

        await site.ImportAsync(ImportSource.WordPress, map: Map(story), export: Export(Importing.Comment(1, "أول الكلام", date: "2026-03-10 09:00:00"), Importing.Comment(2, "ينتظر", approved: "0")));
        site.Clock.Advance(TimeSpan.FromHours(1));
        await site.InStoreAsync(async db =>
        {
            db.Add((await db.Comments.SingleAsync(c => c.State == CommentState.Held)).Approve(new(1, "منى", Accounts.Role.None, Moderates: true), site.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        });
        site.Clock.Advance(TimeSpan.FromHours(1));
        await site.WriteLettersAsync();

        Assert.Equal(letters, await site.InStoreAsync(db => db.OutgoingLetters.CountAsync()));
        var sum = (await site.InStoreAsync(db => ModerationReport.ReadAsync(db, TestSite.Start.AddDays(-20), TestSite.Start.AddDays(20), CancellationToken.None))).Sum;
        Assert.Equal((0, 0, 0), (sum.Received, sum.Approved, sum.Rejected));
    }

    [Fact]
    public async Task What_was_brought_along_is_a_comment_like_any_other()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;
        await site.OpenAsync(address);
        await site.ImportAsync(ImportSource.WordPress, map: Map(story), export: Export(Importing.Comment(1, "أول الكلام"), Importing.Comment(2, "كان ينتظر", approved: "0", date: "2019-05-02 08:00:00")));
        var all = await CommentsAsync(site);

        // The page that stood in the cache is made anew.
        Assert.Contains("أول الكلام", (await site.OpenAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        using var link = await site.GetAsync(Address.Comment("ar", all[0].Id));
        Assert.EndsWith($"#comment-{all[0].Id}", link.Headers.Location!.ToString(), StringComparison.Ordinal);
        var moderator = await site.SignInAsync(NewsSite.Accounts.Role.Editor);
        using var approved = await moderator.DecideAsync("Approve", all[1].Id, await site.SeenAsync(all[1].Id));
        Assert.Equal(CommentState.Posted, (await site.FoundCommentAsync(all[1].Id)).State);

        await using var scope = site.PageScope();
        await scope.ServiceProvider.GetRequiredService<NewsSite.Comments.Yours.Erasure>().EraseAsync("salma@example.org", NewsSite.Comments.Yours.ErasureScope.Everything, _ => "قارئ", CancellationToken.None);
        var again = await site.ImportAsync(ImportSource.WordPress, map: Map(story), export: Export(Importing.Comment(1, "أول الكلام")));
        Assert.Equal((0, 1), (again.Added, again.Already));
        Assert.DoesNotContain(await CommentsAsync(site), c => c.Body == "أول الكلام");
    }

    [Fact]
    public async Task A_file_that_breaks_off_brings_nothing()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        var export = Export(Importing.Comment(1, "أول الكلام"), Importing.Comment(2, "كلام آخر"));

        await Assert.ThrowsAsync<DamagedExportException>(() => site.ImportAsync(ImportSource.WordPress, export[..export.LastIndexOf("<wp:comment_approved", StringComparison.Ordinal)], map: Map(story)));

        Assert.Empty(await CommentsAsync(site));
    }

    [Fact]
    public async Task More_comments_than_stand_in_memory_at_a_time_keep_their_order()
    {
        const int Many = 6_000, Every = 30, First = 5_001 % Every;
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        // In the file the newest stand first, and every thirtieth answers the one before it: 5,001 too, the first of those that come next.
        var export = Export([.. Enumerable.Range(1, Many).Reverse().Select(id => Importing.Comment(id, $"كلام {id}", parent: id % Every == First ? id - 1 : 0, date: new DateTime(2019, 5, 1).AddMinutes(id).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)))]);

        var report = await site.ImportAsync(ImportSource.WordPress, export, map: Map(story));

        Assert.Equal(Many, report.Added);
        var all = await CommentsAsync(site);
        Assert.Equal(Enumerable.Range(1, Many).Select(id => $"كلام {id}"), all.Select(c => c.Body));
        Assert.Equal(all.Select((_, i) => (i + 1) % Every == First ? (int?)all[i - 1].Id : null), all.Select(c => c.ParentId));
    }

    [Fact]
    public async Task Two_runs_at_the_same_time_add_each_comment_once()
    {
        const int Many = 500;
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        var export = Export([.. Enumerable.Range(1, Many).Select(id => Importing.Comment(id, $"كلام {id}", parent: id % 5 == 0 ? id - 1 : 0))]);

        var reports = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => site.ImportAsync(ImportSource.WordPress, export, map: Map(story)))));

        Assert.Equal((Many, Many), (reports.Sum(report => report.Added), reports.Sum(report => report.Already)));
        Assert.Equal(Many, (await CommentsAsync(site)).Select(c => c.Body).Distinct().Count());
        Assert.Equal(Many, await site.InStoreAsync(db => db.Comments.CountAsync()));
    }

    [Fact]
    public async Task Stories_that_only_what_is_asked_for_tells_apart_stay_apart()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        var other = await site.OpenStoryAsync("خبر آخر");
        var export = Importing.WordPress(
            Importing.Item("https://old.example/news.php?id=70&amp;utm_source=x", "", Importing.Comment(1, "تعليق أول")),
            Importing.Item("https://old.example/news.php?id=71", "", Importing.Comment(2, "تعليق ثان")),
            Importing.Item("https://old.example/news.php?id=72", "", Importing.Comment(3, "تعليق ثالث")));

        var report = await site.ImportAsync(ImportSource.WordPress, export, map: $"/news.php?id=70,{story}\nhttps://old.example/news.php?id=71,{other}");

        Assert.Equal([story, other], (await CommentsAsync(site)).Select(c => c.ArticleId));
        Assert.Equal(1, report.WithoutStory);
    }

    [Fact]
    public async Task What_an_address_asks_for_is_told_apart_by_its_case_and_without_where_its_reader_came_from()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        var other = await site.OpenStoryAsync("خبر آخر");
        var export = Importing.WordPress(
            Importing.Item("https://old.example/news?id=aB", "", Importing.Comment(1, "تعليق أول")),
            Importing.Item("https://old.example/news?id=Ab&amp;fbclid=9", "", Importing.Comment(2, "تعليق ثان")));

        await site.ImportAsync(ImportSource.WordPress, export, map: $"/news?id=aB&utm_medium=x,{story}\n/news?id=Ab,{other}");

        Assert.Equal([story, other], (await CommentsAsync(site)).Select(c => c.ArticleId));
    }

    [Fact]
    public async Task Old_threads_of_one_story_are_read_by_time()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        var export = Importing.WordPress(
            Importing.Item("https://old.example/a", "", Importing.Comment(1, "أول", date: "2019-05-01 08:00:00"), Importing.Comment(2, "ثالث", date: "2019-05-03 08:00:00")),
            Importing.Item("http://old.example/b", "", Importing.Comment(3, "ثان", date: "2019-05-02 08:00:00")));

        await site.ImportAsync(ImportSource.WordPress, export, map: $"/a,{story}\n/b,{story}");

        Assert.Equal(["أول", "ثان", "ثالث"], (await CommentsAsync(site)).Select(c => c.Body));
    }

    [Fact]
    public async Task Where_the_old_name_of_a_story_is_no_slug_of_ours_the_end_of_its_address_may_be()
    {
        await using var site = await TestSite.EmptyAsync();
        var story = await site.OpenStoryAsync("خبر أول");

        await site.ImportAsync(ImportSource.WordPress, Importing.WordPress(Importing.Item($"https://old.example/politics/{Uri.EscapeDataString("خبر-أول")}/", "1234", Importing.Comment(1, "تعليق"))));

        Assert.Equal([story], (await CommentsAsync(site)).Select(c => c.ArticleId));
    }

    [Fact]
    public async Task A_map_that_names_what_is_not_there_is_refused()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;

        var nowhere = await Assert.ThrowsAsync<FormatException>(() => site.ImportAsync(ImportSource.WordPress, Export(), map: Map(story + 1000)));
        Assert.Throws<FormatException>(() => StoryMap.Read(new StringReader("قديم,جديد\n/قديم,ليس رقما")));

        Assert.Contains((story + 1000).ToString(CultureInfo.InvariantCulture), nowhere.Message, StringComparison.Ordinal);
    }
}
