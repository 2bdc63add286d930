using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Media;

namespace NewsSite.Articles;

public enum PictureUseKind { Lead, Body, Portrait, Page }

/// <summary>One place that shows a picture.</summary>
/// <param name="Id">Of the story, the author or the standing page.</param>
/// <param name="Title">Its headline, name or title.</param>
public sealed record PictureUse(int PictureId, PictureUseKind Kind, int Id, string Title);

/// <summary>Where pictures are used: over stories, in bodies, as portraits, on standing pages.</summary>
public sealed class PictureUses(NewsDb db, MediaFolder media)
{
    public async Task<IReadOnlyList<PictureUse>> UsedWhereAsync(Picture picture, CancellationToken cancel) =>
        [.. (await UsedWhereAsync([picture], cancel))[picture.Id]];

    /// <summary>For a whole shelf at once: four queries, however many pictures.</summary>
    public async Task<ILookup<int, PictureUse>> UsedWhereAsync(IReadOnlyCollection<Picture> pictures, CancellationToken cancel)
    {
        var ids = pictures.Select(picture => picture.Id).ToList();
        var keys = pictures.Select(picture => Listed([picture.Key])).ToList();
        var leads = await db.Articles.Where(a => a.PictureId != null && ids.Contains(a.PictureId.Value)).OrderByDescending(a => a.Id)
            .Select(a => new PictureUse(a.PictureId!.Value, PictureUseKind.Lead, a.Id, a.Headline)).ToListAsync(cancel);
        var portraits = await db.Authors.Where(a => a.PortraitId != null && ids.Contains(a.PortraitId.Value)).OrderBy(a => a.Id)
            .Select(a => new PictureUse(a.PortraitId!.Value, PictureUseKind.Portrait, a.Id, a.Name)).ToListAsync(cancel);
        var bodies = await db.Articles.Where(a => a.BodyPictures != "" && keys.Any(key => a.BodyPictures.Contains(key))).OrderByDescending(a => a.Id)
            .Select(a => new { a.Id, Title = a.Headline, a.BodyPictures }).ToListAsync(cancel);
        // A handful of rows.
        var pages = await db.StandingPages.Select(page => new { page.Id, page.Title, page.Markdown }).ToListAsync(cancel);
        return leads
            .Concat(bodies.SelectMany(body => Named(body.BodyPictures, pictures).Select(id => new PictureUse(id, PictureUseKind.Body, body.Id, body.Title))))
            .Concat(portraits)
            .Concat(pages.SelectMany(page => Named(InMarkdown(page.Markdown), pictures).Select(id => new PictureUse(id, PictureUseKind.Page, page.Id, page.Title))))
            .ToLookup(use => use.PictureId);
    }

    /// <summary>Takes a picture and its files away, unless something shows it.</summary>
    /// <returns>The places that still do; empty: it is gone.</returns>
    public async Task<IReadOnlyList<PictureUse>> RemoveUnusedAsync(Picture picture, CancellationToken cancel)
    {
        if (await UsedWhereAsync(picture, cancel) is { Count: > 0 } uses)
        {
            return uses;
        }
        db.Remove(picture);
        await db.SaveChangesAsync(cancel);
        // The row first: what a crash leaves on the disk, the sweep finds.
        media.Delete(picture.FileNames);
        return [];
    }

    /// <summary>As <see cref="Article.BodyPictures"/> keeps them.</summary>
    internal static string Listed(IEnumerable<string> keys) => string.Join(' ', keys.Distinct()) is { Length: > 0 } list ? $" {list} " : "";

    private static string InMarkdown(string markdown) => Listed(Text.ArticleBody.PicturesIn(markdown).Select(picture => picture.Key).OfType<string>());

    private static IEnumerable<int> Named(string listed, IReadOnlyCollection<Picture> pictures) =>
        pictures.Where(picture => listed.Contains(Listed([picture.Key]), StringComparison.Ordinal)).Select(picture => picture.Id);
}
