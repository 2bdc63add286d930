using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web;
using NewsSite.Web.Hosting;

namespace NewsSite.Benchmarks;

/// <summary>How long a reader waits who asks first for a page of a list, at its start and a thousand pages down: queries, printing and packing.</summary>
internal static class ListBenchmark
{
    private const int Stories = 100_000, Thousandth = 1_000, Soon = 40, WarmUp = 150, Rounds = 250;

    private sealed record Opened(string Path, int Page)
    {
        public List<double> Times { get; } = [];

        /// <summary>While the program is still being compiled.</summary>
        public double MedianSoon => At(0.5, Times[..Soon]);
        public double Median => At(0.5, Times[WarmUp..]);
        public double Quartile => At(0.25, Times[WarmUp..]);

        private static double At(double part, List<double> times) => times.Order().ElementAt((int)(times.Count * part));
    }

    private sealed record Kind(string Name, Opened First, Opened? Far);

    /// <param name="settings">As the site takes them: a folder filled before, another database.</param>
    public static async Task RunAsync(string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("newssite-benchmark-").FullName;
        await using (var site = Site.Build(["--urls=http://127.0.0.1:0", $"--DataFolder={folder}", .. settings], builder => builder.Logging.ClearProviders()))
        {
            await site.SetUpDatabaseAsync();
            await new LargeDemo(site.Services.GetRequiredService<IDbContextFactory<NewsDb>>(), TimeProvider.System).FillAsync(Stories, _ => { }, CancellationToken.None);
            await site.StartAsync();
            Print(await MeasureAsync(site));
            await site.StopAsync();
        }
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<List<Kind>> MeasureAsync(WebApplication site)
    {
        List<Kind> kinds = [new("a page without a list", new("/rules", 1), null), .. await KindsAsync(site.Services)];
        var pages = kinds.SelectMany(kind => new[] { kind.First, kind.Far }).OfType<Opened>().ToList();
        using var client = new HttpClient { BaseAddress = new Uri(site.Urls.First()), DefaultRequestHeaders = { { "Accept-Encoding", "br" } } };
        // Round by round, so that what else the machine does meets all alike.
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var page in pages)
            {
                page.Times.Add(await OpenAsync(client, page.Path, round));
            }
        }
        return kinds;
    }

    // A site without a set address answers to every name, and keeps the pages of each by themselves: under a new name none is kept yet.
    private static async Task<double> OpenAsync(HttpClient client, string path, int round)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = $"round-{round}.localhost" } };
        var watch = Stopwatch.StartNew();
        using var response = await client.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{path} answers {response.StatusCode}.");
    }

    private static async Task<List<Kind>> KindsAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        var live = db.Articles.Live(DateTimeOffset.UtcNow).In(Languages.Main);
        var tag = await db.Set<ArticleTag>().GroupBy(t => t.Tag).OrderByDescending(same => same.Count()).Select(same => new { same.Key.Id, same.Key.Slug }).FirstAsync();
        var author = await db.Set<Byline>().GroupBy(b => b.Author).OrderByDescending(same => same.Count()).Select(same => new { same.Key.Id, same.Key.Slug }).FirstAsync();
        var parents = await db.Sections.Where(s => s.Language == Languages.Main && s.Parent != null).Select(s => new { s.Parent!.Id, s.Parent.Slug }).FirstAsync();
        var under = await db.Sections.Where(s => s.Parent!.Id == parents.Id).Select(s => new { s.Id, s.Slug }).FirstAsync();
        var plain = await db.Sections.Where(s => s.Language == Languages.Main && s.Parent == null && !db.Sections.Any(sub => sub.Parent == s)).Select(s => new { s.Id, s.Slug }).FirstAsync();
        var year = new DateTimeOffset(DateTime.UtcNow.Year - 5, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return
        [
            new("home", new("/", 1), null),
            await KindAsync("latest", Address.Latest(Languages.Main), live),
            await KindAsync("section", Address.Section(Languages.Main, plain.Slug), live.InSection(plain.Id)),
            await KindAsync("section with sub-sections", Address.Section(Languages.Main, parents.Slug), live.Where(a => a.SectionId == parents.Id || a.Section.Parent!.Id == parents.Id)),
            await KindAsync("sub-section", Address.Section(Languages.Main, under.Slug), live.InSection(under.Id)),
            await KindAsync("tag", Address.Tag(Languages.Main, tag.Slug), live.Where(a => a.Tags.Any(t => t.TagId == tag.Id))),
            await KindAsync("author", Address.Author(Languages.Main, author.Slug), live.Where(a => a.Bylines.Any(b => b.AuthorId == author.Id))),
            await KindAsync("year", Address.Archive(Languages.Main, year.Year), live.Where(a => a.PublishedAt >= year.AddDays(1) && a.PublishedAt < year.AddDays(364))),
            await KindAsync("month", Address.Archive(Languages.Main, year.Year, 1), live.Where(a => a.PublishedAt >= year.AddDays(1) && a.PublishedAt < year.AddDays(30))),
            await KindAsync("day", Address.Archive(Languages.Main, year.Year, 1, 15), live.Where(a => a.PublishedAt >= year.AddDays(14) && a.PublishedAt < year.AddDays(14.8))),
            new("feed, RSS", new("/feed.xml", 1), null),
            new("feed, JSON", new("/feed.json", 1), null),
            new("a tag's feed", new($"{Address.Tag(Languages.Main, tag.Slug)}/feed.xml", 1), null),
        ];
    }

    // Its thousandth page, or its last full one.
    private static async Task<Kind> KindAsync(string name, string path, IQueryable<Article> stories)
    {
        var page = Math.Min(Thousandth, await stories.CountAsync() / StoryList.PageSize);
        if (page < 2)
        {
            return new(name, new(path, 1), null);
        }
        var last = await stories.NewestFirst().Skip((page - 1) * StoryList.PageSize - 1).Select(a => new { a.PublishedAt, a.Id }).FirstAsync();
        return new(name, new(path, 1), new($"{path}?before={new ListPosition(last.PublishedAt!.Value, last.Id)}", page));
    }

    private static void Print(List<Kind> kinds)
    {
        Console.WriteLine("| list | first page, ms (lower quartile) | of a page without a list | soon after start, ms | far page | ms (lower quartile) | far of first |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var (name, first, far) in kinds)
        {
            var start = string.Create(CultureInfo.InvariantCulture, $"| {name} | {first.Median:0.0} ({first.Quartile:0.0}) | {first.Median / kinds[0].First.Median:0.0} | {first.MedianSoon:0.0} |");
            Console.WriteLine(far is null ? $"{start} | | |" : string.Create(CultureInfo.InvariantCulture, $"{start} {far.Page} | {far.Median:0.0} ({far.Quartile:0.0}) | {far.Median / first.Median:0.00} |"));
        }
    }
}
