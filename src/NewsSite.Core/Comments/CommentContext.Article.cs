using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Comments;

public sealed partial record CommentContext
{
    /// <summary>What a comment under this article stands under; <see cref="None"/> where there is no such article.</summary>
    /// <param name="parentName">Whom it answers, where it is an answer.</param>
    public static async Task<CommentContext> OfAsync(NewsDb db, int articleId, string? parentName, CancellationToken cancel)
    {
        var article = await db.Articles.AsNoTracking().Where(a => a.Id == articleId)
            .Select(a => new { a.Headline, a.Standfirst, a.Markdown, Authors = a.Bylines.OrderBy(byline => byline.Position).Select(byline => byline.Author.Name).ToList() })
            .SingleOrDefaultAsync(cancel);
        // Markdown's signs are none to the rules, so the body need not be made plain.
        var text = article is null ? "" : $"{article.Headline}\n{article.Standfirst}\n{article.Markdown}";
        return article is null ? None with { ParentName = parentName } : new(article.Headline, article.Authors, PersonsNamed.In(text), parentName, text);
    }
}
