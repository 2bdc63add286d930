using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Benchmarks.Comments;

/// <summary>Readers of pages that are in the cache: so many a second, whether or not the one before has been answered, so that no wait is left out.</summary>
internal static class Reading
{
    private const int Seed = 99;

    public static async Task<Spread> RunAsync(Uri site, IReadOnlyList<string> pages, double aSecond, TimeSpan time)
    {
        using var http = Posting.NewClient(site);
        foreach (var page in pages)
        {
            await http.GetByteArrayAsync(page);
        }
        var times = new ConcurrentBag<double>();
        var asked = new List<Task>();
        var (random, due) = (new Random(Seed), TimeSpan.Zero);
        var watch = Stopwatch.StartNew();
        for (var sent = 0; watch.Elapsed < time; sent++)
        {
            due += Chance.Until(random, aSecond);
            if (due > watch.Elapsed)
            {
                await Task.Delay(due - watch.Elapsed);
            }
            asked.Add(OneAsync(http, pages[sent % pages.Count], times));
        }
        await Task.WhenAll(asked);
        return new(times);
    }

    private static async Task OneAsync(HttpClient http, string page, ConcurrentBag<double> times)
    {
        var began = Stopwatch.GetTimestamp();
        await http.GetByteArrayAsync(page);
        times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }
}

/// <summary>How old a commented page is that readers are given, by its count of comments.</summary>
internal static partial class Freshness
{
    /// <returns>From the answer to a single comment until its page shows it, in ms.</returns>
    public static async Task<double> OfFirstAsync(Uri site, int story, string page, Posting posting)
    {
        using var http = Posting.NewClient(site);
        await SeenAsync(http, page);
        var body = await posting.OneAsync(http, story);
        var watch = Stopwatch.StartNew();
        while (!(await PageAsync(http, page)).Contains(body, StringComparison.Ordinal) && watch.Elapsed < TimeSpan.FromSeconds(5))
        {
        }
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <returns>While comments pour in: how many versions a second, and how long each was shown.</returns>
    public static async Task<(double Versions, Spread Shown)> UnderStormAsync(Uri site, string page, TimeSpan time)
    {
        using var http = Posting.NewClient(site);
        var shown = new List<double>();
        var (last, since) = (await SeenAsync(http, page), Stopwatch.GetTimestamp());
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < time)
        {
            await Task.Delay(10);
            if (await SeenAsync(http, page) is var now && now != last)
            {
                shown.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
                (last, since) = (now, Stopwatch.GetTimestamp());
            }
        }
        return (shown.Count / watch.Elapsed.TotalSeconds, new(shown));
    }

    private static async Task<string> SeenAsync(HttpClient http, string page)
    {
        using var answer = await http.GetAsync(page);
        await answer.Content.ReadAsByteArrayAsync();
        return answer.Headers.ETag!.Tag;
    }

    private static async Task<string> PageAsync(HttpClient http, string page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page) { Headers = { { "Accept-Encoding", "identity" } } };
        using var answer = await http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }
}
