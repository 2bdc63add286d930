namespace NewsSite.Media;

/// <summary>Where finished renditions lie on this machine.</summary>
public sealed record MediaFolder(string Path)
{
    /// <summary>Readers' browsers take the first that they know.</summary>
    public static readonly IReadOnlyList<string> Formats = ["avif", "webp", "jpg"];

    public string FileOf(string key, int width, string format) =>
        System.IO.Path.Combine(Path, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{key}-{width}.{format}"));
}
