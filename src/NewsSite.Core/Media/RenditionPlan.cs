using System.Globalization;

namespace NewsSite.Media;

/// <summary>A part of a picture, in pixels.</summary>
public readonly record struct Area(int X, int Y, int Width, int Height);

/// <summary>What is made of a master, and what its files are called. Nothing is ever made larger than the master is.</summary>
public static class RenditionPlan
{
    public const int CardWidth = 1200, CardHeight = 630;

    // Full frames: a phone, a phone's fine screen, a column, the article's 952 px and the home page's lead on fine screens.
    private static readonly int[] StandardWidths = [320, 640, 960, 1440];

    // Squares: portraits (52 to 96 px) and the cards' 108 px on phones, on coarse and on fine screens.
    private static readonly int[] StandardSquares = [96, 192, 324];

    /// <summary>The standard ones that a master can fill, and its own width where it is narrower than the widest of them.</summary>
    public static int[] WidthsOf(int master) => [.. StandardWidths.Where(width => width < master * .9).Append(Math.Min(master, StandardWidths[^1])).Distinct()];

    public static bool IsStandard(int size) => size == CardWidth || StandardWidths.Contains(size) || StandardSquares.Contains(size);

    public static int[] SquaresOf(int width, int height) =>
        [.. StandardSquares.Where((size, index) => index == 0 || size <= Math.Min(width, height))];

    public static (int Width, int Height) CardOf(int width, int height)
    {
        var area = Around(width, height, .5, .5, CardWidth, CardHeight);
        return area.Width >= CardWidth ? (CardWidth, CardHeight) : (area.Width, area.Height);
    }

    /// <summary>The largest area of a shape around a point of interest, pushed back into the picture where it would stick out.</summary>
    public static Area Around(int width, int height, double focalX, double focalY, int shapeWidth, int shapeHeight)
    {
        var scale = Math.Min((double)width / shapeWidth, (double)height / shapeHeight);
        var (w, h) = (Math.Clamp((int)Math.Round(shapeWidth * scale), 1, width), Math.Clamp((int)Math.Round(shapeHeight * scale), 1, height));
        return new(Start(width, w, focalX), Start(height, h, focalY), w, h);
    }

    public static string CropKey(string key, int version) => string.Create(CultureInfo.InvariantCulture, $"{key}-f{version}");

    public static string FileName(string key, int width, string format) => string.Create(CultureInfo.InvariantCulture, $"{key}-{width}.{format}");

    public static string CardName(string cropKey) => $"{cropKey}-card.jpg";

    private static int Start(int whole, int part, double focus) => Math.Clamp((int)Math.Round(whole * focus - part / 2.0), 0, whole - part);
}
