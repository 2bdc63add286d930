using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Caching;
using NewsSite.Data;
using NewsSite.Settings;
using NewsSite.Text;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Endpoints;

/// <summary>A story as feeds carry it.</summary>
/// <param name="Html">The whole text, where the edition's setting says so.</param>
public sealed record FeedStory(ArticleCard Card, string? Html);

/// <summary>A list that can be followed: the whole edition, a section, a tag or an author.</summary>
public sealed record FeedSource(string Title, string Description, string Home, IReadOnlyList<FeedStory> Stories)
{
    private const int Count = 30;

    /// <param name="kind">Empty for the edition, <c>section</c>, <c>tag</c> or <c>author</c>.</param>
    /// <returns>null where there is no such list.</returns>
    public static async Task<FeedSource?> FindAsync(NewsDb db, PageFrame frame, PageNotes notes, string kind, string slug, CancellationToken cancel)
    {
        await frame.LoadAsync(cancel);
        var (name, key) = (frame.Settings.Name, Slug.KeyOf(slug));
        switch (kind)
        {
            case "section" when frame.Outline.Section(frame.Language, slug) is { } section:
                IReadOnlyList<SectionLink> all = [section, .. frame.Outline.SubsectionsOf(section)];
                notes.DependsOn(all.Select(one => PageTags.Section(one.Id)));
                return await ReadAsync(db, frame, $"{section.Name} — {name}", section.Description, Address.Of(section), db.InSections(all, frame.Now), cancel);
            case "tag" when await db.TagNamedAsync(frame.Language, slug, cancel) is { } tag:
                notes.DependsOn(PageTags.Tag(tag.Id));
                return await ReadAsync(db, frame, $"{tag.Name} — {name}", tag.Name, Address.Tag(frame.Language, tag.Slug), [db.Tagged(tag.Id, frame.Now)], cancel);
            case "author" when await db.Authors.FirstOrDefaultAsync(author => author.Key == key, cancel) is { } author:
                notes.DependsOn(PageTags.Author(author.Id));
                var words = author.Elsewhere.GetValueOrDefault(frame.Language) ?? new AuthorWords(author.Name, author.Role);
                return await ReadAsync(db, frame, $"{words.Name} — {name}", words.Role, Address.Author(frame.Language, author.Slug), [db.By(author.Id, frame.Language, frame.Now)], cancel);
            case "" when frame.Outline.Editions.Contains(frame.Language):
                return await ReadAsync(db, frame, name, frame.Settings.Description, Address.Home(frame.Language), [db.Latest(frame.Language, frame.Now)], cancel);
            default:
                return null;
        }
    }

    private static async Task<FeedSource> ReadAsync(
        NewsDb db, PageFrame frame, string title, string description, string home, IReadOnlyList<IQueryable<StoryKey>> sources, CancellationToken cancel)
    {
        var ids = sources.Select(source => source.OrderByDescending(k => k.PublishedAt).ThenByDescending(k => k.Id).Take(Count).Select(k => k.Id)).Aggregate((x, y) => x.Concat(y));
        var cards = await db.Articles.Where(a => ids.Contains(a.Id)).NewestFirst().Take(Count).AsCards().ToListAsync(cancel);
        var shown = cards.Select(card => card.Id).ToList();
        var bodies = frame.Settings.FeedText == FeedText.Full
            ? await db.Articles.Where(a => shown.Contains(a.Id)).Select(a => new { a.Id, a.Html }).ToDictionaryAsync(a => a.Id, a => a.Html, cancel)
            : [];
        return new(title, description, home, [.. cards.Select(card => new FeedStory(card, bodies.GetValueOrDefault(card.Id)))]);
    }
}
