using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Media;
using NewsSite.Newsroom;
using NewsSite.Text;

namespace NewsSite.Web;

/// <summary>A manuscript as the page that it would be.</summary>
public static class StoryPreview
{
    /// <param name="id">0: not begun.</param>
    public static async Task<ArticlePage> MakeAsync(NewsDb db, int id, Manuscript manuscript, DateTimeOffset now, CancellationToken cancel)
    {
        var section = await db.Sections.FirstOrDefaultAsync(one => one.Id == manuscript.SectionId, cancel) ?? await db.Sections.OrderBy(one => one.Position).FirstAsync(cancel);
        var dates = await db.Articles.Where(a => a.Id == id).Select(a => new { a.PublishedAt, a.UpdatedAt, a.TranslationKey }).FirstOrDefaultAsync(cancel);
        var picture = await db.Pictures.FirstOrDefaultAsync(one => one.Id == manuscript.PictureId, cancel);
        var body = ArticleBody.Render(CleanText.Of(manuscript.Markdown), section.Language);
        var authorIds = manuscript.Bylines.Select(by => by.AuthorId).ToList();
        var authors = await db.Authors.Include(author => author.Portrait).Where(author => authorIds.Contains(author.Id)).ToDictionaryAsync(author => author.Id, cancel);
        return new ArticlePage(
            id, Slug.Of(manuscript.Headline), section.Language, CleanText.Line(manuscript.Headline), CleanText.Line(manuscript.Standfirst), body.Html, body.Words,
            section.Id, section.Slug, section.Name, manuscript.Labels, dates?.TranslationKey, ArticleStatus.Published, dates?.PublishedAt ?? now, dates?.UpdatedAt,
            picture is null ? null : new PictureView(picture.Key, picture.Width, picture.Height, picture.Widths, picture.CropKey), CleanText.Line(manuscript.PictureText), CleanText.Line(manuscript.PictureCaption), CleanText.Line(manuscript.PictureCredit))
            .With(
                [.. manuscript.Bylines.Where(by => authors.ContainsKey(by.AuthorId)).Select(by => (authors[by.AuthorId], by.Role))
                    .Select(by => new BylineView(by.Item1.Name, by.Item1.Slug, by.Item1.Role, by.Role, by.Item1.Portrait?.Key, by.Item1.Elsewhere))],
                [.. manuscript.Tags.Select(name => new TagView(0, CleanText.Line(name), Slug.Of(name)))]);
    }
}
