using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Media;

/// <param name="Words">All must be found, however they are spelled, in the file's name, the alternative text, the caption or the credit.</param>
/// <param name="Before">Where the page begins: <see cref="PictureShelf.Older"/> of the one before.</param>
public sealed record PictureSearch(string Words = "", bool OnlyWithoutText = false, int? Before = null);

/// <summary>One page of the library, newest first.</summary>
/// <param name="Older">Where the next page begins; null on the last.</param>
public sealed record PictureShelf(IReadOnlyList<Picture> Pictures, int? Older)
{
    public const int PageSize = 48;
}

/// <summary>Finds pictures. Where they are used: <c>Articles/PictureUses.cs</c>.</summary>
public sealed class PictureLibrary(NewsDb db)
{
    private const int MostWords = 8;
    private const string Escape = "\\";

    public async Task<PictureShelf> SearchAsync(PictureSearch search, CancellationToken cancel)
    {
        var found = db.Pictures.AsNoTracking();
        foreach (var word in ArabicText.Fold(CleanText.Line(search.Words)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            var pattern = $"%{Literally(word)}%";
            found = found.Where(p => EF.Functions.Like(p.SearchText, pattern, Escape));
        }
        if (search.OnlyWithoutText)
        {
            found = found.Where(p => p.AlternativeText == "");
        }
        if (search.Before is { } before)
        {
            found = found.Where(p => p.Id < before);
        }
        var page = await found.OrderByDescending(p => p.Id).Take(PictureShelf.PageSize + 1).ToListAsync(cancel);
        return new([.. page.Take(PictureShelf.PageSize)], page.Count > PictureShelf.PageSize ? page[PictureShelf.PageSize - 1].Id : null);
    }

    private static string Literally(string word) => word
        .Replace(Escape, Escape + Escape, StringComparison.Ordinal)
        .Replace("%", Escape + "%", StringComparison.Ordinal)
        .Replace("_", Escape + "_", StringComparison.Ordinal);
}
