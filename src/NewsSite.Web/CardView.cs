using NewsSite.Articles;

namespace NewsSite.Web;

/// <summary>A story in a list, and what of it the place shows.</summary>
/// <param name="Shape"><c>big</c>, <c>stack</c> (picture above), <c>row</c> (picture beside) or <c>plain</c>; what it looks like is the style sheet's affair.</param>
/// <param name="Sizes">How wide the picture stands, as the browser must know beforehand; null: no picture here.</param>
/// <param name="Rank">Of its headline: 2 or 3.</param>
public sealed record CardView(ArticleCard Card, string Shape, string? Sizes = null, int Rank = 3)
{
    public bool WithSection { get; init; }
    public bool WithStandfirst { get; init; }
    public bool WithAuthor { get; init; }

    /// <summary>The style sheet shows a square of 108 px on phones: better one around the focal point than the middle of the frame.</summary>
    public bool SquareOnPhones { get; init; }

    /// <summary>How wide the full frame stands on phones. Where a square is cut out of it, it is as high as the square, and half as wide again.</summary>
    public static string OnPhones(bool square) => square ? "10.2rem" : "100vw";
}
