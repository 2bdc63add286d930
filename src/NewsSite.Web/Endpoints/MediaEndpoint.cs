using System.Text.RegularExpressions;
using NewsSite.Media;

namespace NewsSite.Web.Endpoints;

public static partial class MediaEndpoint
{
    /// <summary>Finished renditions. A picture's key changes with the picture, so a reader's browser may keep them.</summary>
    public static void MapMedia(this WebApplication app) => app.MapMethods("/media/{name}", [HttpMethods.Get, HttpMethods.Head], (string name, MediaFolder folder, HttpResponse response) =>
    {
        // Nothing but a medium's own name reaches the disk.
        if (MediumName().Match(name) is not { Success: true } match || Path.Combine(folder.Path, name) is var file && !File.Exists(file))
        {
            return Results.NotFound();
        }
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        // A part of a file behind a link is beyond the framework: it takes the link's own length for the file's.
        return Results.File(File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file, TypeOf(match.Groups[1].Value), enableRangeProcessing: true);
    });

    private static string TypeOf(string format) => format switch
    {
        "avif" => "image/avif",
        "webp" => "image/webp",
        "mp4" or "m4a" => "video/mp4",
        "webm" => "video/webm",
        "mp3" => "audio/mpeg",
        "ogg" => "audio/ogg",
        "vtt" => "text/vtt; charset=utf-8",
        _ => "image/jpeg",
    };

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,90}\.(avif|webp|jpg|mp4|m4a|webm|mp3|ogg|vtt)$")]
    private static partial Regex MediumName();
}
