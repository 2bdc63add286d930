using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using NewsSite.Articles;

namespace NewsSite.Benchmarks.Comments;

/// <summary>Minutes of readers and commenters, and among them some who mean ill or press twice; what was acknowledged must be there once, and the memory must not grow.</summary>
internal static class LoadRun
{
    private const int Clients = 8, BadInThousand = 20;

    private sealed class Tally
    {
        public ConcurrentDictionary<string, int> Acknowledged { get; } = [];
        public ConcurrentDictionary<string, int> Answers { get; } = [];
        public ConcurrentBag<double> Milliseconds { get; } = [];
        public int Numbers;

        public void Count(string what, int status) => Answers.AddOrUpdate(string.Create(CultureInfo.InvariantCulture, $"{what} {status}"), 1, (_, count) => count + 1);
    }

    public static async Task RunAsync(double minutes, string[] settings)
    {
        await using var site = await SiteUnderLoad.StartAsync(settings);
        var stories = await site.StoriesAsync();
        var run = Talk.Mark();
        var tally = new Tally();
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(minutes));
        var clients = Task.WhenAll(Enumerable.Range(0, Clients).Select(seed => Task.Run(() => ClientAsync(site.Address, stories, run, tally, new Random(seed), end.Token))));
        var memory = new List<long>();
        while (await Task.WhenAny(clients, Task.Delay(TimeSpan.FromMinutes(minutes / 20))) != clients)
        {
            memory.Add(site.Megabytes);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{memory.Count * 5,3} %  {tally.Acknowledged.Count,8} comments  {memory[^1],5} MB"));
        }
        await clients;
        foreach (var (what, count) in tally.Answers.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"{what,-32} {count,8}");
        }
        var times = new Spread(tally.Milliseconds);
        var isSound = await Books.CheckAsync(site, run, tally.Acknowledged);
        var faults = tally.Answers.Where(one => one.Key[^3] == '5').Sum(one => one.Value);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"answered in {times.At(0.5):0.0} ms, p99 {times.At(0.99):0.0} ms; {faults} answers of 5xx; {(isSound ? "nothing lost, nothing doubled" : "the books are wrong")}"));
    }

    private static async Task ClientAsync(Uri site, List<ArticleCard> stories, string run, Tally tally, Random random, CancellationToken end)
    {
        using var http = Posting.NewClient(site);
        while (!end.IsCancellationRequested)
        {
            var story = stories[random.Next(stories.Count)];
            var began = Stopwatch.GetTimestamp();
            if (random.Next(1_000) < BadInThousand)
            {
                await MisbehaveAsync(http, site, story.Id, run, tally, random);
            }
            else if (random.Next(2) == 0)
            {
                using var page = await http.GetAsync(Address.Of(story), CancellationToken.None);
                await page.Content.ReadAsByteArrayAsync(CancellationToken.None);
                tally.Count("page", (int)page.StatusCode);
            }
            else
            {
                await CommentAsync(http, story.Id, run, tally, "comment", twice: false);
            }
            tally.Milliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
    }

    private static async Task CommentAsync(HttpClient http, int story, string run, Tally tally, string what, bool twice)
    {
        var number = Interlocked.Increment(ref tally.Numbers);
        var body = Talk.Body(run, number);
        foreach (var (status, id) in await Task.WhenAll(Enumerable.Range(0, twice ? 2 : 1).Select(_ => Posting.PostAsync(http, story, Talk.Name(number), Talk.Email(number), body, null))))
        {
            tally.Count(what, status);
            if (id is { } acknowledged && tally.Acknowledged.GetOrAdd(body, acknowledged) != acknowledged)
            {
                tally.Count("two numbers for one comment", 500);
            }
        }
    }

    private static async Task MisbehaveAsync(HttpClient http, Uri site, int story, string run, Tally tally, Random random)
    {
        var number = Interlocked.Increment(ref tally.Numbers);
        var body = Talk.Body(run, number);
        switch (random.Next(9))
        {
            case 0:
                await CommentAsync(http, story, run, tally, "pressed twice", twice: true);
                break;
            case 1:
                await SendAsync("endless", Form(new string('ه', 200_000)));
                break;
            case 2:
                await SendAsync("empty", Form(""));
                break;
            case 3:
                await SendAsync("insult", Form($"اسكت يا شرموط {body}"));
                break;
            case 4:
                await SendAsync("answers nothing", Form(body, parent: int.MaxValue));
                break;
            case 5:
                await SendAsync("not a form", new ByteArrayContent([0xFF, 0xFE, 0, (byte)'%', (byte)'u']) { Headers = { { "Content-Type", "application/x-www-form-urlencoded" } } });
                break;
            case 6:
                await SendAsync("no such story", Form(body), under: int.MaxValue);
                break;
            case 7:
                await SendAsync("from another site", Form(body), origin: "cross-site");
                break;
            default:
                await HangUpAsync(site, story);
                tally.Count("hung up", 0);
                break;
        }

        FormUrlEncodedContent Form(string text, int? parent = null) =>
            new([new("Input.Name", Talk.Name(number)), new("Input.Email", Talk.Email(number)), new("Input.Body", text), new("Input.ParentId", parent?.ToString(CultureInfo.InvariantCulture) ?? "")]);

        async Task SendAsync(string what, HttpContent content, int? under = null, string? origin = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, string.Create(CultureInfo.InvariantCulture, $"/comments/new?article={under ?? story}")) { Content = content };
            if (origin is not null)
            {
                request.Headers.Add("Sec-Fetch-Site", origin);
            }
            using var answer = await http.SendAsync(request);
            tally.Count(what, (int)answer.StatusCode);
        }
    }

    // Half a request, and away.
    private static async Task HangUpAsync(Uri site, int story)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(site.Host, site.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /comments/new?article={story} HTTP/1.1\r\nHost: {site.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 400\r\n\r\nInput.Name=abc&Input.Bo"));
    }
}
