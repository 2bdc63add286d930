using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Articles;

public static class TagQueries
{
    extension(IQueryable<Tag> tags)
    {
        // Compared by the store, as it sorts.
#pragma warning disable CA1309
        /// <summary>The rest of a list in order of keys.</summary>
        public IQueryable<Tag> Beyond(string key) => tags.Where(tag => tag.Key.CompareTo(key) > 0);
#pragma warning restore CA1309

        /// <summary>Those that no story carries, published or not.</summary>
        public IQueryable<Tag> Unused(NewsDb db) => tags.Where(tag => !db.Set<ArticleTag>().Any(use => use.TagId == tag.Id));
    }

    extension(NewsDb db)
    {
        /// <summary>The tag that a name, a spelling of it or an address means, by its own name or by an alias.</summary>
        public async Task<Tag?> TagNamedAsync(string language, string name, CancellationToken cancel)
        {
            var key = Slug.KeyOf(name);
            return await db.Tags.FirstOrDefaultAsync(tag => tag.Language == language && tag.Key == key, cancel)
                ?? await db.TagAliases.Where(alias => alias.Language == language && alias.Key == key).Select(alias => alias.Tag).FirstOrDefaultAsync(cancel);
        }
    }
}
