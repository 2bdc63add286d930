using NewsSite.Caching;

namespace NewsSite.Media;

/// <summary>A picture in the library, in a few finished widths and formats under <c>media/{Key}-{width}.{avif|webp|jpg}</c>.</summary>
public sealed class Picture : IPageSubject
{
    private Picture() { }

    /// <param name="width">Of the largest rendition, in pixels; so is <paramref name="height"/>.</param>
    public Picture(string key, int width, int height, IEnumerable<int> widths)
    {
        Key = key;
        Width = width;
        Height = height;
        Widths = [.. widths.Order()];
    }

    public int Id { get; private set; }
    public string Key { get; private set; } = "";
    public int Width { get; private set; }
    public int Height { get; private set; }
    public int[] Widths { get; private set; } = [];
    public bool FromDemo { get; init; }

    public IEnumerable<string> PageTags => [.. Text.Languages.All.Select(Caching.PageTags.Edition)];
}
