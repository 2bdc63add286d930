using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace NewsSite.Benchmarks.Comments;

/// <summary>How many comments a second the real site takes over HTTP, safe on the disk, beside what is usual with EF Core; turn by turn, so that what else the machine does meets both.</summary>
internal static class CommentBenchmark
{
    private const int Clients = 8, Rounds = 3, StoriesCommented = 3;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8), Turn = TimeSpan.FromSeconds(10);

    /// <param name="settings">As the site takes them.</param>
    public static async Task RunAsync(string[] settings)
    {
        await using var site = await SiteUnderLoad.StartAsync(settings);
        using var plain = SiteUnderLoad.Run(typeof(CommentBenchmark).Assembly.Location, ["plain", .. settings.Where(setting => setting.StartsWith("--Plain=", StringComparison.Ordinal))]);
        var plainAddress = await SiteUnderLoad.AddressAsync(plain, "plain at ");
        var stories = (await site.StoriesAsync()).Take(StoriesCommented).Select(story => story.Id).ToList();
        var run = Guid.NewGuid().ToString("N")[..6];
        var (ours, theirs) = (new Posting(site.Address, run, stories), new Posting(plainAddress, run, stories));
        await ours.RunAsync(Clients, WarmUp);
        await theirs.RunAsync(Clients, WarmUp);
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
        plain.Kill();
        var count = ours.Acknowledged.Count - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"of the processor a comment takes {worked.TotalMilliseconds / count:0.00} ms on the site and {clients.TotalMilliseconds / count:0.00} ms on the clients' side"));
        Print("usual", theirRates, theirs);
        Print("the site", ourRates, ours);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the site takes {Median(ourRates) / Median(theirRates):0.0} times as many; {Median(ourRates):0} a second"));
        await Books.CheckAsync(site, run, ours.Acknowledged);
    }

    private static void Print(string name, List<double> rates, Posting posting)
    {
        var times = new Spread(posting.Milliseconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-10} {Median(rates),6:0} a second ({string.Join(", ", rates.Select(rate => rate.ToString("0", CultureInfo.InvariantCulture)))}), answered in {times.At(0.5):0.0} ms, p99 {times.At(0.99):0.0} ms; other answers: {string.Join(", ", posting.Otherwise.Select(one => $"{one.Key}: {one.Value}"))}"));
    }

    private static double Median(List<double> rates) => rates.Order().ElementAt(rates.Count / 2);
}
