using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Import;

/// <summary>Which of our stories the old ones are: by the map, by our redirects, by being our own address or short link, by a slug that one story alone has.</summary>
internal sealed class StoryFinder(NewsDb db, StoryMap map)
{
    private const int Batch = 500;

    /// <returns>Those that were found, by number.</returns>
    public async Task<Dictionary<ImportedStory, int>> FindAsync(IReadOnlyCollection<ImportedStory> stories, CancellationToken cancel)
    {
        await CheckMapAsync(cancel);
        var found = new Dictionary<ImportedStory, int>();
        foreach (var some in stories.Chunk(Batch))
        {
            await FindAsync(some, found, cancel);
        }
        return found;
    }

    private async Task FindAsync(ImportedStory[] stories, Dictionary<ImportedStory, int> found, CancellationToken cancel)
    {
        var paths = stories.Select(PathOf).Distinct().ToList();
        var redirects = await db.Redirects.Where(r => paths.Contains(r.Path)).ToDictionaryAsync(r => r.Path, r => r.TargetPath, cancel);
        // By its number, where all of the address is ours: a number at an address' end may be any other's.
        var numbers = stories.SelectMany(story => new[] { PathOf(story), redirects.GetValueOrDefault(PathOf(story), "/") }).Select(StoryNumber.In).OfType<int>().Distinct().ToList();
        var addresses = (await db.Articles.Where(a => numbers.Contains(a.Id)).Select(a => new { a.Id, a.Language, Section = a.Section.Slug, a.Slug }).ToListAsync(cancel))
            .SelectMany(a => new[] { Address.Article(a.Language, a.Section, a.Slug, a.Id), Address.ShortLink(a.Id) }.Select(path => (a.Id, Path: StoryMap.KeyOf(path)))).ToDictionary(a => a.Path, a => a.Id);
        var slugs = stories.SelectMany(SlugsOf).Distinct().ToList();
        var bySlug = (await db.Articles.Where(a => slugs.Contains(a.Slug)).Select(a => new { a.Id, a.Slug }).ToListAsync(cancel))
            .GroupBy(a => a.Slug).Where(same => same.Count() == 1).ToDictionary(same => same.Key, same => same.First().Id);
        foreach (var story in stories)
        {
            var path = PathOf(story);
            if ((map.Find(story) ?? Known(addresses, redirects.GetValueOrDefault(path, "")) ?? Known(addresses, path) ?? SlugsOf(story).Select(slug => Known(bySlug, slug)).FirstOrDefault(one => one is not null)) is { } id)
            {
                found[story] = id;
            }
        }
    }

    private async Task CheckMapAsync(CancellationToken cancel)
    {
        foreach (var some in map.Stories.Distinct().Chunk(Batch))
        {
            var there = await db.Articles.Where(a => some.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancel);
            if (some.Except(there).FirstOrDefault() is > 0 and var missing)
            {
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"The map names story {missing}, and there is none."));
            }
        }
    }

    private static int? Known(Dictionary<string, int> stories, string name) => stories.TryGetValue(name, out var id) ? id : null;

    private static string PathOf(ImportedStory story) => StoryMap.KeyOf(story.Address);

    /// <summary>What may be its slug: what the export calls so, and the end of its address.</summary>
    private static IEnumerable<string> SlugsOf(ImportedStory story) =>
        new[] { Uri.UnescapeDataString(story.Slug), PathOf(story) is var path && !path.Contains('?', StringComparison.Ordinal) ? path[(path.LastIndexOf('/') + 1)..] : "" }
            // What is no address is no slug to make one of.
            .Where(name => name.Length > 0 && !name.Contains('/', StringComparison.Ordinal)).Select(Slug.Of).Where(slug => slug.Length > 0);
}
