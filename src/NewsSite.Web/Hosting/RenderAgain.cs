using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Web.Hosting;

/// <summary>After an upgrade of the renderer: every body that an older one made is made anew, in the background.</summary>
public sealed partial class RenderAgain(IDbContextFactory<NewsDb> databases, ILogger<RenderAgain> logger) : BackgroundService
{
    private const int Batch = 50;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var (done, last) = (0, 0);
            for (var count = Batch; count == Batch; done += count)
            {
                await using var db = await databases.CreateDbContextAsync(stoppingToken);
                var stale = await db.Articles.Where(a => a.RenderVersion < ArticleBody.RenderVersion && a.Id > last).OrderBy(a => a.Id).Take(Batch).ToListAsync(stoppingToken);
                stale.ForEach(article => article.Render());
                await db.SaveChangesAsync(stoppingToken);
                (count, last) = (stale.Count, stale.Count > 0 ? stale[^1].Id : last);
            }
            if (done > 0)
            {
                LogDone(done);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Old bodies are still good to read; the next start tries again.
            LogStopped(fault.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} stories were rendered again")]
    private partial void LogDone(int count);

    [LoggerMessage(LogLevel.Warning, "Rendering stories again has stopped: {Fault}")]
    private partial void LogStopped(string fault);
}
