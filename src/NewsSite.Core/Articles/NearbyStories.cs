using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Articles;

/// <summary>For an address where nothing is: stories under the tags whose names stand in it, else the newest.</summary>
public static class NearbyStories
{
    private const int Count = 5, MostWords = 12, LongestName = 3, MostTags = 4;

    /// <returns>The stories, and whether the address had anything to do with them.</returns>
    public static async Task<(IReadOnlyList<ArticleCard> Cards, bool Near)> FindAsync(NewsDb db, string language, string path, DateTimeOffset now, CancellationToken cancel)
    {
        var names = NamesIn(path);
        var tags = names.Count == 0 ? [] : await db.Tags.Where(t => t.Language == language && names.Contains(t.Key)).OrderBy(t => t.Id).Select(t => t.Id).Take(MostTags).ToListAsync(cancel);
        var sources = tags.Count > 0 ? tags.Select(tag => db.Tagged(tag, now)) : [db.Latest(language, now)];
        var ids = sources.Select(source => source.OrderByDescending(k => k.PublishedAt).ThenByDescending(k => k.Id).Take(Count).Select(k => k.Id)).Aggregate((x, y) => x.Concat(y));
        return (await db.Articles.Where(a => ids.Contains(a.Id)).NewestFirst().Take(Count).AsCards().ToListAsync(cancel), tags.Count > 0);
    }

    /// <summary>One, two and three words in a row, as a tag's key has them.</summary>
    public static IReadOnlyList<string> NamesIn(string path)
    {
        var words = ArabicText.Fold(CleanText.Line(path)).Split(['/', '-', '_', ' ', '+', '.'], StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToList();
        return [.. Enumerable.Range(1, LongestName).SelectMany(length => Enumerable.Range(0, Math.Max(0, words.Count - length + 1)).Select(i => string.Join('-', words.Skip(i).Take(length)))).Distinct()];
    }
}
