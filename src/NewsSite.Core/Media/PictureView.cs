namespace NewsSite.Media;

/// <summary>What a page must know of a picture to print it.</summary>
/// <param name="Width">Of the master; with <paramref name="Height"/> it keeps the place free.</param>
/// <param name="CropKey">null: it has no crops, or none yet.</param>
public sealed record PictureView(string Key, int Width, int Height, int[] Widths, string? CropKey)
{
    public int Widest => Widths[^1];

    /// <summary>The widest that is no wider than that, else the narrowest.</summary>
    public int WidthUpTo(int most) => Widths.LastOrDefault(width => width <= most, Widths[0]);

    public IReadOnlyList<int> Squares => CropKey is null ? [] : RenditionPlan.SquaresOf(Width, Height);

    /// <summary>For links shown elsewhere: cut to 1200×630 around the focal point, or the full frame while there is no such crop.</summary>
    public (string File, int Width, int Height) Card => CropKey is null
        ? (RenditionPlan.FileName(Key, Widest, "jpg"), Widest, (int)Math.Round((double)Height * Widest / Width))
        : (RenditionPlan.CardName(CropKey), RenditionPlan.CardOf(Width, Height).Width, RenditionPlan.CardOf(Width, Height).Height);
}
