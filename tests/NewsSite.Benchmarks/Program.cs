using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsSite.Articles;
using NewsSite.Benchmarks;
using NewsSite.Benchmarks.Comments;
using NewsSite.Data;
using NewsSite.Web;
using NewsSite.Web.Hosting;

// Requests a second of the same story: from the page cache, made anew each time, and of a bare Kestrel that writes as many bytes.
// What counts is the ratio within one run, not the figures.
const int Clients = 8;
if (args is ["rules"])
{
    RuleBenchmark.Run();
    return;
}
if (args is ["lists", .. var settings])
{
    await ListBenchmark.RunAsync(settings);
    return;
}
if (args is ["comments", .. var place])
{
    await CommentBenchmark.RunAsync(place);
    return;
}
if (args is ["load", var minutes, .. var there])
{
    await LoadRun.RunAsync(double.Parse(minutes, CultureInfo.InvariantCulture), there);
    return;
}
if (args is ["plain", .. var store])
{
    await PlainSite.RunAsync(store.Length > 0 ? store[0].Split('=', 2)[1] : null);
    return;
}
var seconds = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 5;
var folder = Directory.CreateTempSubdirectory("newssite-benchmark-").FullName;

await using var site = Site.Build(["--urls=http://127.0.0.1:0", $"--DataFolder={folder}"], builder => builder.Logging.ClearProviders());
await site.SetUpDatabaseAsync();
await site.StartAsync();
await using var scope = site.Services.CreateAsyncScope();
var story = Address.Of(await scope.ServiceProvider.GetRequiredService<NewsDb>().Articles.OrderBy(a => a.Id).AsCards().FirstAsync());
var page = await BytesOfAsync(new Uri(site.Urls.First() + story));

var bareBuilder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
bareBuilder.Logging.ClearProviders();
await using var bare = bareBuilder.Build();
bare.Run(context => context.Response.Body.WriteAsync(page).AsTask());
await bare.StartAsync();

var fromBare = await RateAsync(new Uri(bare.Urls.First()), signedIn: false);
var fromCache = await RateAsync(new Uri(site.Urls.First() + story), signedIn: false);
// The sign-in cookie's presence alone keeps the cache out of the way.
var madeAnew = await RateAsync(new Uri(site.Urls.First() + story), signedIn: true);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
    bare Kestrel, {page.Length} bytes   {fromBare,8:F0} /s
    page cache                  {fromCache,8:F0} /s   {fromCache / fromBare:F2} of bare
    made anew                   {madeAnew,8:F0} /s   the cache is {fromCache / madeAnew:F0} times as fast
    """));
await site.StopAsync();
Directory.Delete(folder, recursive: true);

async Task<double> RateAsync(Uri address, bool signedIn)
{
    await LoadAsync(address, signedIn, TimeSpan.FromSeconds(1));
    var watch = Stopwatch.StartNew();
    var count = await LoadAsync(address, signedIn, TimeSpan.FromSeconds(seconds));
    return count / watch.Elapsed.TotalSeconds;
}

static async Task<int> LoadAsync(Uri address, bool signedIn, TimeSpan time)
{
    var until = DateTime.UtcNow + time;
    var counts = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
    {
        using var client = NewClient(signedIn);
        var done = 0;
        for (; DateTime.UtcNow < until; done++)
        {
            (await client.GetByteArrayAsync(address)).AsSpan();
        }
        return done;
    })));
    return counts.Sum();
}

static HttpClient NewClient(bool signedIn)
{
    var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.None, UseCookies = false });
    client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
    if (signedIn)
    {
        client.DefaultRequestHeaders.Add("Cookie", "NewsSite.SignIn=benchmark");
    }
    return client;
}

static async Task<byte[]> BytesOfAsync(Uri address)
{
    using var client = NewClient(signedIn: false);
    return await client.GetByteArrayAsync(address);
}
