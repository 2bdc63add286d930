using System.Globalization;
using System.Text.RegularExpressions;
using NewsSite.Media;

namespace NewsSite.Web.Endpoints;

public static partial class MediaEndpoint
{
    /// <summary>Finished renditions. A picture's key changes with the picture, so a reader's browser may keep them.</summary>
    public static void MapMedia(this WebApplication app) => app.MapMethods("/media/{name}", [HttpMethods.Get, HttpMethods.Head], (string name, MediaFolder folder, HttpResponse response) =>
    {
        // Nothing but a rendition's own name reaches the disk.
        if (RenditionName().Match(name) is not { Success: true } match
            || folder.FileOf(match.Groups[1].Value, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), match.Groups[3].Value) is var file && !File.Exists(file))
        {
            return Results.NotFound();
        }
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.File(file, match.Groups[3].Value switch { "avif" => "image/avif", "webp" => "image/webp", "png" => "image/png", _ => "image/jpeg" },
            enableRangeProcessing: true);
    });

    [GeneratedRegex(@"^([a-z0-9][a-z0-9-]{0,79})-(\d{2,4})\.(avif|webp|jpg|png)$")]
    private static partial Regex RenditionName();
}
