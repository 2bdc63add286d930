using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Comments;

public sealed partial record CommentContext
{
    /// <summary>What a comment under this article stands under; <see cref="None"/> where there is no such article.</summary>
    /// <param name="parentName">Whom it answers, where it is an answer.</param>
    public static async Task<CommentContext> OfAsync(NewsDb db, int articleId, string? parentName, CancellationToken cancel) =>
        (await OfManyAsync(db, [articleId], cancel)).GetValueOrDefault(articleId, None) with { ParentName = parentName };

    /// <summary>By article, each for a comment that answers nobody.</summary>
    public static async Task<IReadOnlyDictionary<int, CommentContext>> OfManyAsync(NewsDb db, IReadOnlyCollection<int> articleIds, CancellationToken cancel)
    {
        var articles = await db.Articles.AsNoTracking().Where(a => articleIds.Contains(a.Id))
            .Select(a => new { a.Id, a.Headline, a.Standfirst, a.Markdown, Authors = a.Bylines.OrderBy(byline => byline.Position).Select(byline => byline.Author.Name).ToList() })
            .ToListAsync(cancel);
        // Markdown's signs are none to the rules, so the body need not be made plain.
        return articles.ToDictionary(a => a.Id, a => Of(a.Headline, a.Authors, $"{a.Headline}\n{a.Standfirst}\n{a.Markdown}"));
    }

    private static CommentContext Of(string headline, IReadOnlyList<string> authors, string text) => new(headline, authors, PersonsNamed.In(text), null, text);
}
