using System.Diagnostics;
using System.Globalization;
using NewsSite.Articles;
using NewsSite.Text;

namespace NewsSite.Benchmarks.Comments;

/// <summary>How many comments a second the real site takes over HTTP, safe on the disk, beside what is usual with EF Core; turn by turn, so that what else the machine does meets both.</summary>
internal static class CommentBenchmark
{
    private const int Clients = 8, Rounds = 3, ReadingRounds = 7, StoriesCommented = 3, Storm = 200, ReadersASecond = 100;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20), Turn = TimeSpan.FromSeconds(10);

    /// <param name="settings">As the site takes them.</param>
    public static async Task RunAsync(string[] settings)
    {
        await using var site = await SiteUnderLoad.StartAsync(settings);
        using var plain = SiteUnderLoad.Run(typeof(CommentBenchmark).Assembly.Location, ["plain", .. settings.Where(setting => setting.StartsWith("--Plain=", StringComparison.Ordinal))]);
        var plainAddress = await SiteUnderLoad.AddressAsync(plain, "plain at ");
        var stories = (await site.StoriesAsync()).Take(StoriesCommented).Select(story => story.Id).ToList();
        var run = Talk.Mark();
        var (ours, theirs) = (new Posting(site.Address, run, stories), new Posting(plainAddress, run, stories));
        await ours.RunAsync(Clients, WarmUp);
        await theirs.RunAsync(Clients, WarmUp / 2);
        ours.Milliseconds.Clear();
        theirs.Milliseconds.Clear();
        var (ourRates, theirRates) = (new List<double>(), new List<double>());
        var (before, worked, clients) = (ours.Acknowledged.Count, TimeSpan.Zero, TimeSpan.Zero);
        for (var round = 0; round < Rounds; round++)
        {
            theirRates.Add(await theirs.RunAsync(Clients, Turn));
            var (siteBefore, clientsBefore) = (site.Worked, Environment.CpuUsage.TotalTime);
            ourRates.Add(await ours.RunAsync(Clients, Turn));
            (worked, clients) = (worked + site.Worked - siteBefore, clients + Environment.CpuUsage.TotalTime - clientsBefore);
        }
        var count = ours.Acknowledged.Count - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"of the processor a comment takes {worked.TotalMilliseconds / count:0.00} ms on the site and {clients.TotalMilliseconds / count:0.00} ms on the clients' side"));
        Print("usual", theirRates, theirs);
        Print("the site", ourRates, ours);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the site takes {Median(ourRates) / Median(theirRates):0.0} times as many; {Median(ourRates):0} a second"));
        var articles = await site.StoriesAsync();
        await ReadersAsync("usual", plainAddress, theirs, [PlainSite.Page]);
        plain.Kill();
        await plain.WaitForExitAsync();
        await ReadersAsync("the site", site.Address, ours, ["/", Address.Latest(Languages.Main), .. articles[StoriesCommented..(StoriesCommented + 4)].Select(Address.Of)]);
        await FreshnessAsync(site, ours, articles);
        await Books.CheckAsync(site, run, ours.Acknowledged);
    }

    private static async Task ReadersAsync(string of, Uri address, Posting posting, IReadOnlyList<string> pages)
    {
        List<(string Name, double? Pace, List<Spread> Times)> cases = [("without comments", 0, []), ($"{Storm} comments a second", Storm, []), ("as many as are taken", null, [])];
        await Reading.RunAsync(address, pages, ReadersASecond, TimeSpan.FromSeconds(3));
        for (var round = 0; round < ReadingRounds; round++)
        {
            foreach (var (_, pace, times) in cases)
            {
                var comments = pace == 0 ? Task.FromResult(0.0) : posting.RunAsync(Clients, Turn, pace);
                times.Add(await Reading.RunAsync(address, pages, ReadersASecond, Turn));
                await comments;
            }
        }
        var (median, slow) = (MedianAt(cases[0].Times, 0.5), MedianAt(cases[0].Times, 0.99));
        foreach (var (name, _, times) in cases)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{of,-10} {ReadersASecond} readers a second, {name,-24} median {MedianAt(times, 0.5):0.00} ms ({MedianAt(times, 0.5) / median:0.0} times), p99 {MedianAt(times, 0.99):0.00} ms ({MedianAt(times, 0.99) / slow:0.0} times)"));
        }
    }

    private static async Task FreshnessAsync(SiteUnderLoad site, Posting posting, List<ArticleCard> stories)
    {
        var quiet = new List<double>();
        foreach (var story in stories[StoriesCommented..(StoriesCommented + 5)])
        {
            quiet.Add(await Freshness.OfFirstAsync(site.Address, story.Id, Address.Of(story), posting));
        }
        var comments = posting.RunAsync(Clients, Turn, Storm);
        var (versions, shown) = await Freshness.UnderStormAsync(site.Address, Address.Of(stories[0]), Turn);
        await comments;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a single comment is on its page {Median(quiet):0} ms after its answer; at {Storm} comments a second the page is made {versions:0.0} times a second, each shown for {shown.At(0.5):0} ms, the longest {shown.At(1):0} ms"));
    }

    private static double MedianAt(List<Spread> times, double part) => Median([.. times.Select(one => one.At(part))]);

    private static void Print(string name, List<double> rates, Posting posting)
    {
        var times = new Spread(posting.Milliseconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-10} {Median(rates),6:0} a second ({string.Join(", ", rates.Select(rate => rate.ToString("0", CultureInfo.InvariantCulture)))}), answered in {times.At(0.5):0.0} ms, p99 {times.At(0.99):0.0} ms; other answers: {string.Join(", ", posting.Otherwise.Select(one => $"{one.Key}: {one.Value}"))}"));
    }

    private static double Median(List<double> rates) => rates.Order().ElementAt(rates.Count / 2);
}
