using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Caching;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Comments.Entering;

/// <summary>The grounds of the stories under which readers write just now, each read once and kept until something of it changes.</summary>
public sealed class CommentGrounds(IDbContextFactory<NewsDb> databases, PageMoments moments, TimeProvider clock)
{
    private const int Most = 500;

    private readonly ConcurrentDictionary<int, Reading> kept = [];

    private sealed record Reading(CommentGround Ground, IReadOnlyList<string> Tags, long Moment);

    /// <returns>null where readers find no such story.</returns>
    public async ValueTask<CommentGround?> FindAsync(int articleId, CancellationToken cancel)
    {
        if (kept.TryGetValue(articleId, out var reading) && !moments.EvictedSince(reading.Moment, reading.Tags))
        {
            return reading.Ground;
        }
        var moment = moments.Now;
        if (await ReadAsync(articleId, cancel) is not { } found)
        {
            kept.TryRemove(articleId, out _);
            return null;
        }
        if (kept.Count >= Most)
        {
            kept.Clear();
        }
        kept[articleId] = new(found.Ground, found.Tags, moment);
        return found.Ground;
    }

    private async Task<(CommentGround Ground, IReadOnlyList<string> Tags)?> ReadAsync(int id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var story = await db.Articles.Live(clock.Now).Where(a => a.Id == id)
            .Select(a => new { a.Language, a.Headline, a.Slug, a.SectionId, Section = a.Section.Slug, a.TakesComments, a.PublishedAt, Authors = a.Bylines.Select(by => new { by.AuthorId, by.Author.Key }).ToList() })
            .FirstOrDefaultAsync(cancel);
        if (story is null)
        {
            return null;
        }
        var standing = await CommentStanding.OfAsync(db, id, story.SectionId, story.TakesComments, story.PublishedAt!.Value, cancel);
        var context = await CommentContext.OfAsync(db, id, null, cancel);
        string[] tags = [PageTags.Settings, PageTags.Article(id), PageTags.Section(story.SectionId), .. story.Authors.Select(author => PageTags.Author(author.AuthorId))];
        return (new(id, story.Language, story.Headline, story.SectionId, Address.Article(story.Language, story.Section, story.Slug, id), standing, context, story.Authors.Select(author => author.Key).ToHashSet()), tags);
    }
}
