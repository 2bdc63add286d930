using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Newsroom.Bulk;

/// <summary>Many stories with their texts, in a few queries.</summary>
internal static class StoriesInHand
{
    /// <returns>By number, those that are there and theirs to change.</returns>
    public static async Task<Dictionary<int, StoryInHand>> TakeAsync(
        NewsDb db, StoryDesk desk, IReadOnlyCollection<int> ids, string? tagName, StaffMember by, DateTimeOffset now, CancellationToken cancel)
    {
        var stories = await desk.FindAllAsync(ids, by, cancel);
        var all = db.Revisions.AsNoTracking().Where(r => ids.Contains(r.ArticleId));
        var last = await all.GroupBy(r => r.ArticleId).Select(same => new { same.Key, Number = same.Max(r => r.Number) }).ToDictionaryAsync(one => one.Key, one => one.Number, cancel);
        var heads = await all.Where(r => r.Kind != RevisionKind.SetAside && !db.Revisions.Any(newer => newer.ArticleId == r.ArticleId && newer.Kind != RevisionKind.SetAside && newer.Number > r.Number))
            .ToDictionaryAsync(r => r.ArticleId, cancel);
        var live = await all.Where(r => db.Articles.Any(a => a.Id == r.ArticleId && a.LiveRevision == r.Number)).ToDictionaryAsync(r => r.ArticleId, cancel);
        var tags = await TagsAsync(db, [.. stories.Select(story => story.Language).Distinct()], tagName, cancel);
        return stories.ToDictionary(story => story.Id, story =>
            new StoryInHand(story, heads.GetValueOrDefault(story.Id), live.GetValueOrDefault(story.Id), last.GetValueOrDefault(story.Id), tags.GetValueOrDefault(story.Language), now));
    }

    // One that is not there yet is made with the first story that gets it.
    private static async Task<Dictionary<string, TagInHand>> TagsAsync(NewsDb db, IReadOnlyList<string> languages, string? name, CancellationToken cancel)
    {
        var tags = new Dictionary<string, TagInHand>();
        foreach (var language in name is null ? [] : languages)
        {
            var tag = await db.TagNamedAsync(language, name!, cancel) ?? new Tag(language, name!);
            var aliases = await db.TagAliases.Where(alias => alias.TagId == tag.Id).Select(alias => alias.Key).ToListAsync(cancel);
            tags[language] = new(tag, aliases.Append(tag.Key).ToHashSet(StringComparer.Ordinal));
        }
        return tags;
    }
}
