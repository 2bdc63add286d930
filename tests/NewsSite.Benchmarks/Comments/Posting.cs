using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace NewsSite.Benchmarks.Comments;

/// <summary>A number of clients that post one comment after another, each when the one before is answered.</summary>
internal sealed class Posting(Uri site, string run, IReadOnlyList<int> stories)
{
    private const int AnswerEvery = 4;

    private int next;

    /// <summary>What was acknowledged: the comment's number by its text.</summary>
    public ConcurrentDictionary<string, int> Acknowledged { get; } = [];

    public ConcurrentBag<double> Milliseconds { get; } = [];

    /// <summary>By status, where it was not a comment's.</summary>
    public ConcurrentDictionary<int, int> Otherwise { get; } = [];

    /// <param name="aSecond">Of all clients together; null: as fast as they are answered.</param>
    /// <returns>Acknowledged in this time, a second.</returns>
    public async Task<double> RunAsync(int clients, TimeSpan time, double? aSecond = null)
    {
        var before = Acknowledged.Count;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => ClientAsync(client, clients, watch, time, aSecond / clients))));
        return (Acknowledged.Count - before) / watch.Elapsed.TotalSeconds;
    }

    /// <summary>A single one.</summary>
    /// <returns>Its text.</returns>
    public async Task<string> OneAsync(HttpClient http, int story)
    {
        var number = Interlocked.Increment(ref next);
        // Of one sentence, so that it stands on the page as it was sent.
        var body = string.Create(CultureInfo.InvariantCulture, $"تعليق واحد وحيد ({run} {number})");
        Acknowledged[body] = (await PostAsync(http, story, Talk.Name(number), Talk.Email(number), body, null)).Id ?? throw new InvalidOperationException("It was not taken.");
        return body;
    }

    private async Task ClientAsync(int client, int clients, Stopwatch watch, TimeSpan time, double? aSecond)
    {
        using var http = NewClient(site);
        var parents = new Dictionary<int, int>();
        var (random, due) = (new Random(client), TimeSpan.Zero);
        while (watch.Elapsed < time)
        {
            if (aSecond is { } pace)
            {
                due += Chance.Until(random, pace);
                await Task.Delay(due > watch.Elapsed ? due - watch.Elapsed : TimeSpan.Zero);
            }
            var number = Interlocked.Increment(ref next);
            var story = stories[number % stories.Count];
            var body = Talk.Body(run, number);
            var began = Stopwatch.GetTimestamp();
            var (status, id) = await PostAsync(http, story, Talk.Name(number), Talk.Email(number), body, number % AnswerEvery == 0 && parents.TryGetValue(story, out var parent) ? parent : null);
            Milliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (id is { } acknowledged)
            {
                Acknowledged[body] = parents[story] = acknowledged;
            }
            else
            {
                Otherwise.AddOrUpdate(status, 1, (_, count) => count + 1);
            }
        }
    }

    public static HttpClient NewClient(Uri site) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = System.Net.DecompressionMethods.None })
    {
        BaseAddress = site,
        Timeout = TimeSpan.FromSeconds(60),
        DefaultRequestHeaders = { { "Sec-Fetch-Site", "same-origin" }, { "Accept-Encoding", "br" } },
    };

    /// <returns>The number of the comment where it was taken: posted, or held for a moderator.</returns>
    public static async Task<(int Status, int? Id)> PostAsync(HttpClient http, int story, string name, string email, string body, int? parent)
    {
        using var form = new FormUrlEncodedContent([new("Input.Name", name), new("Input.Email", email), new("Input.Body", body), new("Input.Website", ""), new("Input.ParentId", parent?.ToString(CultureInfo.InvariantCulture) ?? "")]);
        using var answer = await http.PostAsync(string.Create(CultureInfo.InvariantCulture, $"/comments/new?article={story}"), form);
        return ((int)answer.StatusCode, (int)answer.StatusCode == 303 ? int.Parse(answer.Headers.Location!.ToString().Split("#comment-")[1], CultureInfo.InvariantCulture) : null);
    }
}

/// <summary>People come when they come: neither in step with one another nor with a timer.</summary>
internal static class Chance
{
    /// <returns>Until the next comes, if so many come in a second.</returns>
    public static TimeSpan Until(Random random, double aSecond) => TimeSpan.FromSeconds(-Math.Log(1 - random.NextDouble()) / aSecond);
}
