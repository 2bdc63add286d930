using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Media;

namespace NewsSite.Data;

/// <summary>The files of the demo newspaper: its pictures in their renditions; its film and its recording, each with captions.</summary>
internal sealed partial class DemoMedia(NewsDb db, MediaFolder media)
{
    private const string Folder = "demo/media/";
    private static readonly Assembly Assembly = typeof(DemoMedia).Assembly;
    private static readonly IReadOnlyList<string> Files =
        [.. Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => name[Folder.Length..])];

    /// <returns>The pictures, by key.</returns>
    public Dictionary<string, Picture> CopyAll()
    {
        Directory.CreateDirectory(media.Path);
        foreach (var name in Files)
        {
            using var file = File.Create(Path.Combine(media.Path, name));
            Assembly.GetManifestResourceStream(Folder + name)!.CopyTo(file);
        }
        return Files.Select(name => Rendition().Match(name)).Where(name => name.Success && name.Groups["format"].Value == "avif")
            .GroupBy(name => name.Groups["key"].Value, name => int.Parse(name.Groups["width"].Value, CultureInfo.InvariantCulture))
            .ToDictionary(widths => widths.Key, widths => new Picture(widths.Key, widths.Max(), HeightOf(widths.Key, widths.Max()), widths) { FromDemo = true });
    }

    /// <summary>What nothing shows any more.</summary>
    public async Task RemoveAsync(CancellationToken cancel)
    {
        var pictures = await db.Pictures
            .Where(p => p.FromDemo && !db.Articles.Any(a => a.PictureId == p.Id || a.BodyPictures.Contains(" " + p.Key + " ")) && !db.Authors.Any(a => a.PortraitId == p.Id)).ToListAsync(cancel);
        db.RemoveRange(pictures);
        await db.SaveChangesAsync(cancel);
        media.Delete(pictures.SelectMany(picture => picture.FileNames));
        await RemoveClipsAsync(cancel);
    }

    // A clip has no row: it is named in the text that shows it, and its poster and captions are named after it.
    private async Task RemoveClipsAsync(CancellationToken cancel)
    {
        foreach (var captions in Files.Where(name => name.EndsWith(".vtt", StringComparison.Ordinal)))
        {
            var clip = Path.GetFileNameWithoutExtension(captions);
            var start = $"/media/{clip}.";
            if (await db.Articles.AnyAsync(a => a.Markdown.Contains(start), cancel))
            {
                continue;
            }
            media.Delete(Files.Where(name => !Rendition().IsMatch(name) && name.StartsWith(clip, StringComparison.Ordinal)));
        }
    }

    // The demo's portraits are square, its other pictures 3:2.
    private static int HeightOf(string key, int width) => key.StartsWith("portrait-", StringComparison.Ordinal) ? width : width * 2 / 3;

    [GeneratedRegex(@"^(?<key>[a-z0-9-]+)-(?<width>\d+)\.(?<format>avif|webp|jpg)$")]
    private static partial Regex Rendition();
}
