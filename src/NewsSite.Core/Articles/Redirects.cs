using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Articles;

public static class Redirects
{
    /// <param name="path">Decoded.</param>
    /// <returns>Where the path leads now; null where it never led anywhere.</returns>
    public static Task<string?> FindAsync(NewsDb db, string path, CancellationToken cancel)
    {
        var tidy = Text.CleanText.Line(path).TrimEnd('/');
        return tidy.Length is 0 or > Redirect.MaxPath
            ? Task.FromResult<string?>(null)
            : db.Redirects.Where(redirect => redirect.Path == tidy).Select(redirect => redirect.Target).FirstOrDefaultAsync(cancel);
    }
}
