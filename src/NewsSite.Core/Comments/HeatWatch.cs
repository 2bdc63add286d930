using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Log;
using NewsSite.Settings;
using NewsSite.Text;

namespace NewsSite.Comments;

/// <summary>
/// A thread in which much of the last hour was held, refused or reported for breaking a rule is hot: its level is tightened by a step, by two where most
/// of it was, and relaxed again when it has cooled to half of that, or for an hour when a moderator takes it back. Running it twice, or on two nodes, does no harm.
/// </summary>
public sealed class HeatWatch(IDbContextFactory<NewsDb> databases, TimeProvider clock)
{
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Comments of the last hour below which nothing is hot, and the shares at which it is.</summary>
    public const int Fewest = 10;

    /// <summary>Of how many networks what is doubtful, or who reports it, must come at least: one person alone heats no thread.</summary>
    public const int FewestSources = 3;
    public const double Hot = .3, Hotter = .6, Cool = Hot / 2;

    private static readonly CommentState[] States = Enum.GetValues<CommentState>();

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.AloneAsync(async () =>
        {
            var now = clock.Now;
            var heats = await db.CommentPolicies.Where(policy => policy.Scope.StartsWith(CommentPolicy.HeatPrefix)).ToDictionaryAsync(policy => policy.ArticleOfHeat, cancel);
            var calmed = heats.Where(one => one.Value.IsCalmed(now - Window)).Select(one => one.Key).ToHashSet();
            var wanted = await SiteSettings.TightensHotThreadsAsync(db, cancel) ? await HotAsync(db, [.. heats.Where(one => one.Value.Level is not null).Select(one => one.Key)], now, cancel) : [];
            foreach (var (article, level) in wanted.Where(one => !calmed.Contains(one.Key) && heats.GetValueOrDefault(one.Key)?.Level != one.Value))
            {
                var heat = heats.GetValueOrDefault(article) ?? db.Add(new CommentPolicy(CommentPolicy.Heat(article))).Entity;
                heat.Tighten(level, now);
                db.Add(new LogEntry(null, "comments.hot", await HeadlineAsync(db, article, cancel), now, article, level.ToString()));
            }
            foreach (var (article, heat) in heats.Where(one => !wanted.ContainsKey(one.Key) && !calmed.Contains(one.Key)))
            {
                db.Remove(heat);
                if (heat.Level is null)
                {
                    continue;
                }
                db.Add(new LogEntry(null, "comments.cool", await HeadlineAsync(db, article, cancel), now, article));
            }
            return await db.SaveChangesAsync(cancel);
        }, cancel);
    }

    /// <returns>The level that each hot story is to have.</returns>
    private static async Task<Dictionary<int, CommentLevel>> HotAsync(NewsDb db, HashSet<int> already, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - Window;
        // What a moderator has approved since speaks for the thread, as does what waits for no reason of its own.
        var threads = await db.Comments.Where(c => States.Contains(c.State) && c.At > since && c.At <= now).GroupBy(c => c.ArticleId).Select(thread => new
        {
            Article = thread.Key,
            All = thread.Count(),
            Doubtful = thread.Count(c => (c.State != CommentState.Posted && c.Rule != null) || (c.State == CommentState.Posted && db.CommentFlags.Any(flag => flag.CommentId == c.Id && flag.AnsweredAt == null))),
        }).Where(thread => thread.All >= Fewest && thread.Doubtful >= FewestSources).ToListAsync(cancel);
        var hot = new Dictionary<int, CommentLevel>();
        foreach (var thread in threads)
        {
            var share = (double)thread.Doubtful / thread.All;
            if (share >= (already.Contains(thread.Article) ? Cool : Hot) && await IsOfManyAsync(db, thread.Article, since, now, cancel) && await TightenedAsync(db, thread.Article, share, cancel) is { } level)
            {
                hot[thread.Article] = level;
            }
        }
        return hot;
    }

    private static async Task<bool> IsOfManyAsync(NewsDb db, int article, DateTimeOffset since, DateTimeOffset now, CancellationToken cancel)
    {
        var lately = db.Comments.Where(c => c.ArticleId == article && c.At > since && c.At <= now);
        var writers = lately.Where(c => c.State != CommentState.Posted && c.Rule != null).Select(c => c.AddressKey ?? c.WriterKey);
        var reporters = db.CommentFlags.Where(flag => flag.AnsweredAt == null && lately.Any(c => c.Id == flag.CommentId && c.State == CommentState.Posted)).Select(flag => flag.AddressKey ?? flag.ReaderKey);
        return await writers.Union(reporters).CountAsync(cancel) >= FewestSources;
    }

    /// <returns>null where nothing can be tighter.</returns>
    private static async Task<CommentLevel?> TightenedAsync(NewsDb db, int article, double share, CancellationToken cancel)
    {
        var section = await db.Articles.Where(a => a.Id == article).Select(a => a.SectionId).FirstAsync(cancel);
        var set = (await CommentPolicies.OfAsync(db, article, section, cancel)).OfLevel?.Level ?? CommentLevel.Open;
        return set >= CommentLevel.AllHeld ? null : share >= Hotter ? CommentLevel.AllHeld : set + 1;
    }

    /// <returns>Empty where the story is gone, as the demo's are once it is removed.</returns>
    private static async Task<string> HeadlineAsync(NewsDb db, int article, CancellationToken cancel) => await db.Articles.Where(a => a.Id == article).Select(a => a.Headline).FirstOrDefaultAsync(cancel) ?? "";
}
