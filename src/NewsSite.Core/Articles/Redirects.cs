using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Articles;

public static class Redirects
{
    private static readonly string[] Feeds = ["feed.xml", "atom.xml", "feed.json"];

    /// <param name="path">Decoded.</param>
    /// <returns>Where the path leads now; null where it never led anywhere.</returns>
    public static async Task<string?> FindAsync(NewsDb db, string path, CancellationToken cancel)
    {
        var tidy = Redirect.Tidy(path);
        if (tidy.Length > Redirect.MaxPath)
        {
            return null;
        }
        if (await TargetAsync(tidy) is { } target)
        {
            return target;
        }
        // A list's feed moves with it: who follows it shall not notice.
        var slash = tidy.LastIndexOf('/');
        return slash > 0 && Feeds.Contains(tidy[(slash + 1)..]) && await TargetAsync(tidy[..slash]) is { } list ? $"{list}/{tidy[(slash + 1)..]}" : null;

        Task<string?> TargetAsync(string tidy) => db.Redirects.Where(redirect => redirect.Path == tidy).Select(redirect => redirect.Target).FirstOrDefaultAsync(cancel);
    }

    private const int MostHops = 10;

    /// <summary>One that somebody wrote by hand. Where its target leads on, it leads there at once.</summary>
    /// <returns>The redirect, to be saved; or why it is none.</returns>
    public static async Task<RedirectReading> AddAsync(NewsDb db, string from, string to, DateTimeOffset now, CancellationToken cancel)
    {
        if (RedirectReading.Of(from, to, now) is not RedirectReading.Fit(var redirect))
        {
            return RedirectReading.Of(from, to, now);
        }
        var last = redirect;
        for (var hop = 0; hop < MostHops && await FindAsync(db, last.TargetPath, cancel) is { } next; hop++)
        {
            last = new Redirect(redirect.Path, next, now);
            if (last.TargetPath == redirect.Path)
            {
                return new RedirectReading.Faulty(RedirectFault.LeadsInARing);
            }
        }
        await WriteAsync(db, last, cancel);
        return new RedirectReading.Fit(last);
    }

    /// <summary>Writes one, in place of any that led from the same path; what led to that path leads on to the new target, so that no reader takes two hops.</summary>
    public static async Task WriteAsync(NewsDb db, Redirect redirect, CancellationToken cancel)
    {
        var there = await db.Redirects.Where(old => old.Path == redirect.Path).ToListAsync(cancel);
        db.RemoveRange(there);
        var source = Uri.UnescapeDataString(redirect.Path);
        foreach (var chained in await db.Redirects.Where(old => old.Target == Headers(source) || old.Target == source).ToListAsync(cancel))
        {
            db.Remove(chained);
            db.Add(new Redirect(chained.Path, redirect.Target, chained.CreatedAt));
        }
        // The new address must not lead away from itself.
        var target = redirect.TargetPath;
        db.RemoveRange(await db.Redirects.Where(old => old.Path == target).ToListAsync(cancel));
        db.Add(redirect);
    }

    private static string Headers(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
