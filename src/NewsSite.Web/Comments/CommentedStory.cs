using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Comments.Entering;
using NewsSite.Data;

namespace NewsSite.Web.Comments;

/// <summary>A story as far as the pages of its comments need it.</summary>
public sealed record CommentedStory(int Id, string Language, string Headline, int SectionId, string Address, CommentStanding Standing)
{
    public static CommentedStory On(CommentGround ground) => new(ground.ArticleId, ground.Language, ground.Headline, ground.SectionId, ground.Address, ground.Standing);

    /// <returns>null where readers find no such story.</returns>
    public static async Task<CommentedStory?> FindAsync(NewsDb db, string? number, DateTimeOffset now, CancellationToken cancel) => Number(number) is { } id ? await FindAsync(db, id, now, cancel) : null;

    /// <returns>null where readers find no such story.</returns>
    public static async Task<CommentedStory?> FindAsync(NewsDb db, int id, DateTimeOffset now, CancellationToken cancel)
    {
        var story = await db.Articles.Live(now).Where(a => a.Id == id)
            .Select(a => new { a.Id, a.Language, a.Headline, a.Slug, a.SectionId, Section = a.Section.Slug, a.TakesComments, a.PublishedAt }).FirstOrDefaultAsync(cancel);
        return story is null ? null : new(
            id, story.Language, story.Headline, story.SectionId, NewsSite.Articles.Address.Article(story.Language, story.Section, story.Slug, id),
            await CommentStanding.OfAsync(db, id, story.SectionId, story.TakesComments, story.PublishedAt!.Value, cancel));
    }

    /// <returns>null where nothing that is posted under this story has the number.</returns>
    public async Task<CommentView?> ParentAsync(NewsDb db, string? number, CancellationToken cancel) =>
        Number(number) is { } id ? await db.Comments.Where(c => c.Id == id && c.ArticleId == Id && c.State == CommentState.Posted).AsViews().FirstOrDefaultAsync(cancel) : null;

    internal static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
