using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web;
using NewsSite.Web.Hosting;

namespace NewsSite.Benchmarks.Comments;

/// <summary>The real site as a process of its own, with the demo newspaper, and its database looked at from beside it.</summary>
internal sealed class SiteUnderLoad : IAsyncDisposable
{
    private readonly string folder;
    private readonly Microsoft.AspNetCore.Builder.WebApplication beside;
    private readonly Process process;

    private SiteUnderLoad(string folder, Microsoft.AspNetCore.Builder.WebApplication beside, Process process) => (this.folder, this.beside, this.process) = (folder, beside, process);

    public Uri Address { get; private set; } = null!;

    /// <summary>What its process holds in memory.</summary>
    public long Megabytes => Process.GetProcessById(process.Id).WorkingSet64 >> 20;

    /// <summary>Of the processor, so far.</summary>
    public TimeSpan Worked => Process.GetProcessById(process.Id).TotalProcessorTime;

    /// <param name="settings">As the site takes them, such as another database; it must be empty.</param>
    public static async Task<SiteUnderLoad> StartAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("newssite-benchmark-").FullName;
        string[] all = [$"--DataFolder={folder}", "--Comments:PerMinute=0", .. settings];
        var beside = Site.Build(all, builder => builder.Logging.ClearProviders());
        await beside.SetUpDatabaseAsync();
        var process = Run(Path.Combine(AppContext.BaseDirectory, "NewsSite.Web.dll"), ["--urls=http://127.0.0.1:0", .. all]);
        return new(folder, beside, process) { Address = await AddressAsync(process, "open at ") };
    }

    public static Process Run(string program, IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true })!;

    /// <summary>Where it says that it listens. What else it says is read and forgotten, so that it never waits for its reader.</summary>
    public static async Task<Uri> AddressAsync(Process process, string after)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(after) is [_, var address])
            {
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new Uri(address.Trim().Replace("localhost", "127.0.0.1", StringComparison.Ordinal));
            }
        }
        throw new InvalidOperationException("It did not start.");
    }

    public Task<List<ArticleCard>> StoriesAsync() => InStoreAsync(db => db.Articles.Live(DateTimeOffset.UtcNow).In(Languages.Main).Where(a => a.TakesComments).NewestFirst().AsCards().ToListAsync());

    public async Task<T> InStoreAsync<T>(Func<NewsDb, Task<T>> look)
    {
        await using var db = await beside.Services.GetRequiredService<IDbContextFactory<NewsDb>>().CreateDbContextAsync();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        return await look(db);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        await beside.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
