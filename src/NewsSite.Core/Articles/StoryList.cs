using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Articles;

/// <summary>A story's place in a list, all that is needed to page by key.</summary>
public sealed class StoryKey
{
    public required DateTimeOffset PublishedAt { get; init; }
    public required int Id { get; init; }
}

/// <summary>One page of a list, newest first. Page 1,000 costs what page 1 does.</summary>
/// <param name="Older">Where the next page begins; null on the last.</param>
public sealed record StoryList(IReadOnlyList<ArticleCard> Cards, ListPosition? Older)
{
    public const int PageSize = 20;

    /// <param name="sources">Each is read along its own index; together they are the list (a section and its sub-sections, say).</param>
    public static async Task<StoryList> ReadAsync(NewsDb db, IReadOnlyList<IQueryable<StoryKey>> sources, ListPosition? before, CancellationToken cancel)
    {
        var ids = sources.Select(source => Before(source, before).OrderByDescending(k => k.PublishedAt).ThenByDescending(k => k.Id).Take(PageSize + 1).Select(k => k.Id))
            .Aggregate((all, more) => all.Concat(more));
        var cards = await db.Articles.Where(a => ids.Contains(a.Id)).NewestFirst().Take(PageSize + 1).AsCards().ToListAsync(cancel);
        return new([.. cards.Take(PageSize)], cards.Count > PageSize ? cards[PageSize - 1].Position : null);
    }

    /// <summary>Where the page just newer than a position begins.</summary>
    /// <returns>null: at the list's start.</returns>
    public static async Task<ListPosition?> PageBeforeAsync(IReadOnlyList<IQueryable<StoryKey>> sources, ListPosition after, CancellationToken cancel)
    {
        var newer = new List<StoryKey>();
        foreach (var source in sources)
        {
            newer.AddRange(await source.Where(k => k.PublishedAt >= after.PublishedAt && (k.PublishedAt > after.PublishedAt || k.Id > after.Id))
                .OrderBy(k => k.PublishedAt).ThenBy(k => k.Id).Take(PageSize + 1).ToListAsync(cancel));
        }
        return newer.OrderBy(k => k.PublishedAt).ThenBy(k => k.Id).Skip(PageSize).Select(k => new ListPosition(k.PublishedAt, k.Id)).Cast<ListPosition?>().FirstOrDefault();
    }

    // Said so that the index is entered at the place itself.
    private static IQueryable<StoryKey> Before(IQueryable<StoryKey> source, ListPosition? position) => position is not { } last
        ? source
        : source.Where(k => k.PublishedAt <= last.PublishedAt && (k.PublishedAt < last.PublishedAt || k.Id < last.Id));
}

/// <summary>The lists that readers page through.</summary>
public static class StorySources
{
    extension(NewsDb db)
    {
        public IQueryable<StoryKey> Latest(string language, DateTimeOffset now) => db.Articles.Live(now).In(language).AsKeys();

        public IReadOnlyList<IQueryable<StoryKey>> InSections(IEnumerable<SectionLink> sections, DateTimeOffset now) =>
            [.. sections.Select(section => db.Articles.Live(now).InSection(section.Id).AsKeys())];

        public IQueryable<StoryKey> Tagged(int tagId, DateTimeOffset now) => db.Set<ArticleTag>()
            .Where(t => t.TagId == tagId && t.PublishedAt <= now && t.Article.Status == ArticleStatus.Published)
            .Select(t => new StoryKey { PublishedAt = t.PublishedAt!.Value, Id = t.ArticleId });

        public IQueryable<StoryKey> By(int authorId, string language, DateTimeOffset now) => db.Set<Byline>()
            .Where(b => b.AuthorId == authorId && b.PublishedAt <= now && b.Article.Status == ArticleStatus.Published && b.Article.Language == language)
            .Select(b => new StoryKey { PublishedAt = b.PublishedAt!.Value, Id = b.ArticleId });

        public IQueryable<StoryKey> Between(string language, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now)
        {
            // One upper bound, not two: a database that takes the wrong one walks years to come to its day.
            var end = until < now ? until : now.AddMilliseconds(1);
            return db.Articles.In(language).Where(a => a.Status == ArticleStatus.Published && a.PublishedAt >= from && a.PublishedAt < end).AsKeys();
        }
    }

    extension(IQueryable<Article> articles)
    {
        private IQueryable<StoryKey> AsKeys() => articles.Select(a => new StoryKey { PublishedAt = a.PublishedAt!.Value, Id = a.Id });
    }
}
