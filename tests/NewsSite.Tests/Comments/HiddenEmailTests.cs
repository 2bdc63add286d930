using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Comments;

public sealed class HiddenEmailTests
{
    private const int LeastAddresses = 300;

    [Fact]
    public async Task No_address_that_a_reader_can_reach_carries_an_email_or_a_hash_of_one()
    {
        await using var site = await TestSite.WithDemoAsync("--Comments:PerMinute=0");
        var emails = await FloodAsync(site);
        await site.AccountAsync(Role.Editor, email: "editor.secret@example.org");
        var letters = await FollowAsync(site, "follower.secret@example.org");
        emails = [.. emails, "editor.secret@example.org", "follower.secret@example.org"];
        var telling = emails.SelectMany(Tellings).ToList();

        var visited = await CrawlAsync(site, letters, (path, everything) => Assert.DoesNotContain(telling, word => Found(everything, word, path)));

        Assert.True(visited >= LeastAddresses, $"only {visited} addresses were found");
        Assert.DoesNotContain(site.Complaints.All, line => telling.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task The_database_file_holds_no_readable_address_nor_a_bare_hash_of_one()
    {
        var (site, story, _) = await Commented.WithStoryAsync();
        await using var closing = site;
        Assert.SkipUnless(site.Database.Settings.Provider == Data.DatabaseProvider.Sqlite, "the file is SQLite's; what PostgreSQL writes is the same rows");
        await new Commenter(site, email: "Hidden.Person@example.org").SayAsync(story, "كلام عادي جدا");

        await site.InStoreAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));

        var folder = site.Database.Settings.DataFolder;
        foreach (var file in Directory.GetFiles(folder, "news.db*"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[open.Length];
            await open.ReadExactlyAsync(bytes);
            var text = Encoding.Latin1.GetString(bytes);
            Assert.DoesNotContain(Tellings("Hidden.Person@example.org"), word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task No_query_for_a_page_reads_the_table_of_addresses()
    {
        var (site, story, address) = await Commented.WithStoryAsync();
        await using var closing = site;
        await new Commenter(site).SayAsync(story, "كلام عادي جدا");
        site.Queries.Clear();

        await site.OpenAsync(address);
        await site.OpenAsync($"/comments/thread?article={story}");

        Assert.NotEmpty(site.Queries.Statements);
        Assert.DoesNotContain(site.Queries.Statements, sql => sql.Contains("CommentEmails", StringComparison.Ordinal) || sql.Contains("WriterKey", StringComparison.Ordinal));
    }

    private static async Task<List<string>> FloodAsync(TestSite site)
    {
        var stories = await site.InStoreAsync(db => db.Articles.Where(a => a.Status == NewsSite.Articles.ArticleStatus.Published && a.PublishedAt <= TestSite.Start).OrderBy(a => a.Id).Select(a => a.Id).Take(40).ToListAsync());
        var emails = new List<string>();
        foreach (var (story, i) in stories.SelectMany(story => Enumerable.Range(0, 2).Select(_ => story)).Select((story, i) => (story, i)))
        {
            var email = $"Reader.Number{i}@mail{i % 7}.example";
            emails.Add(email);
            var writer = new Commenter(site, $"قارئ {i}", email);
            using var answer = await writer.PostAsync(story, i % 9 == 8 ? "اسكت يا شرموط" : i % 5 == 4 ? $"أنت حمار يا رقم {i}" : $"رأيي الصريح رقم {i}");
            if (i % 5 == 4)
            {
                using var own = await writer.GetAsync(await site.AddressOfAsync(story));
                Assert.DoesNotContain(email, await own.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
            }
        }
        return emails;
    }

    // To the pages that only letters link to.
    private static async Task<IReadOnlyList<string>> FollowAsync(TestSite site, string email)
    {
        var stories = await site.InStoreAsync(db => db.Comments.Select(c => c.ArticleId).Distinct().OrderBy(id => id).Take(2).ToListAsync());
        await site.FollowAsync(stories[0], email);
        await new Commenter(site).AskToFollowAsync(stories[1], email);
        await site.WriteLettersAsync();
        return [.. (await site.WholeLettersAsync()).SelectMany(letter => new[] { letter.StopAddress(), new Uri(letter.Button!.Address).PathAndQuery })];
    }

    private static bool Found(string everything, string word, string path) => everything.Contains(word, StringComparison.OrdinalIgnoreCase)
        ? throw new Xunit.Sdk.XunitException($"{path} carries {word}")
        : false;

    // As written, as folded, and as the hashes that avatars services and the curious make.
    private static IEnumerable<string> Tellings(string email)
    {
        foreach (var form in new[] { email, email.ToLowerInvariant() }.Distinct())
        {
            var bytes = Encoding.UTF8.GetBytes(form);
            yield return form;
            yield return Uri.EscapeDataString(form);
            yield return Convert.ToBase64String(bytes);
#pragma warning disable CA5350, CA5351 // Weak hashes are what is looked for.
            foreach (var hash in new[] { MD5.HashData(bytes), SHA1.HashData(bytes), SHA256.HashData(bytes) })
#pragma warning restore CA5350, CA5351
            {
                yield return Convert.ToHexString(hash);
                yield return Convert.ToBase64String(hash);
            }
        }
    }

    private static async Task<int> CrawlAsync(TestSite site, IReadOnlyList<string> letters, Action<string, string> look)
    {
        var seen = new HashSet<string>();
        var waiting = new Queue<string>(["/", "/en", "/fr", "/feed.xml", "/atom.xml", "/feed.json", "/opml.xml", "/sitemap.xml", "/news-sitemap.xml", "/robots.txt", "/rules", "/corrections", "/saved", "/latest", "/health/ready", .. letters]);
        var visited = 0;
        while (waiting.TryDequeue(out var path))
        {
            if (!seen.Add(path) || path.StartsWith("/media/", StringComparison.Ordinal))
            {
                continue;
            }
            using var response = await site.GetAsync(path);
            var body = await response.Content.ReadAsStringAsync();
            look(path, response.Headers + "" + response.Content.Headers + body);
            visited++;
            if (response.Headers.Location is { } location)
            {
                waiting.Enqueue(location.ToString().Split('#')[0]);
            }
            foreach (var link in LinksIn(site, response, body))
            {
                waiting.Enqueue(link);
            }
        }
        return visited;
    }

    private static IEnumerable<string> LinksIn(TestSite site, HttpResponseMessage response, string body)
    {
        if (response.Content.Headers.ContentType?.MediaType == "text/html")
        {
            var page = new HtmlParser().ParseDocument(body);
            foreach (var element in page.QuerySelectorAll("[href], [src]"))
            {
                if ((element.GetAttribute("href") ?? element.GetAttribute("src")) is { } link && link.StartsWith('/'))
                {
                    yield return link.Split('#')[0];
                }
            }
        }
        else if (response.Content.Headers.ContentType?.MediaType?.Contains("xml", StringComparison.Ordinal) == true)
        {
            var start = site.Address.ToString().TrimEnd('/');
            foreach (var part in body.Split(start).Skip(1))
            {
                yield return part.Split('<', '"', '\'', '#')[0] is { Length: > 0 } path && path[0] == '/' ? path : "/";
            }
        }
    }
}
