using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Media;

namespace NewsSite.Web.Endpoints;

public static partial class MediaEndpoint
{
    private const string ForEver = "public, max-age=31536000, immutable", NotForLong = "public, max-age=20";

    /// <summary>Pictures and other media. What a name means never changes, so a reader's browser may keep it; what stands in for a file that is still to be made it may not.</summary>
    public static void MapMedia(this WebApplication app) => app.MapMethods("/media/{name}", [HttpMethods.Get, HttpMethods.Head], AnswerAsync);

    private static async Task<IResult> AnswerAsync(string name, MediaFolder folder, NewsDb db, HttpResponse response, CancellationToken cancel)
    {
        // Nothing but a medium's own name reaches the disk.
        if (MediumName().Match(name) is not { Success: true } match)
        {
            return Results.NotFound();
        }
        var (file, caching) = File.Exists(folder.FileOf(name)) ? (name, ForEver) : await InsteadAsync(match, folder, db, cancel);
        if (file is null)
        {
            return Results.NotFound();
        }
        response.Headers.CacheControl = caching;
        // A part of a file behind a link is beyond the framework: it takes the link's own length for the file's.
        var whole = File.ResolveLinkTarget(folder.FileOf(file), returnFinalTarget: true)?.FullName ?? folder.FileOf(file);
        return Results.File(whole, TypeOf(Path.GetExtension(file)), lastModified: File.GetLastWriteTimeUtc(whole), enableRangeProcessing: true);
    }

    // Bodies name the standard widths of every picture, and pages name files that are still being made.
    private static async Task<(string? File, string Caching)> InsteadAsync(Match asked, MediaFolder folder, NewsDb db, CancellationToken cancel)
    {
        var key = asked.Groups["key"].Value;
        if (SizeOf(asked) is not { } size || await db.Pictures.AsNoTracking().FirstOrDefaultAsync(p => p.Key == key, cancel) is not { } picture || !picture.MayBeAskedFor(size))
        {
            return (null, "");
        }
        var instead = picture.Ready ? RenditionPlan.FileName(picture.Key, picture.NearestWidth(size), asked.Groups["format"].Value) : picture.MasterName;
        var isFinal = picture.Ready && !asked.Groups["focus"].Success;
        return File.Exists(folder.FileOf(instead)) ? (instead, isFinal ? ForEver : NotForLong) : (null, "");
    }

    private static int? SizeOf(Match asked) => asked.Groups["size"] switch
    {
        { Success: false } => null,
        { ValueSpan: "card" } => RenditionPlan.CardWidth,
        var size => int.Parse(size.ValueSpan, CultureInfo.InvariantCulture),
    };

    private static string TypeOf(string extension) => extension switch
    {
        ".avif" => "image/avif",
        ".webp" => "image/webp",
        ".png" => "image/png",
        ".mp4" or ".m4a" => "video/mp4",
        ".webm" => "video/webm",
        ".mp3" => "audio/mpeg",
        ".ogg" => "audio/ogg",
        ".vtt" => "text/vtt; charset=utf-8",
        _ => "image/jpeg",
    };

    // A picture's file is its key, perhaps the version of its focal point, and a size.
    [GeneratedRegex(@"^(?=[a-z0-9-]{1,100}\.)(?<key>[a-z0-9][a-z0-9-]*?)(-f(?<focus>[0-9]{1,6}))?(-(?<size>[0-9]{1,5}|card))?\.(?<format>avif|webp|jpg|png|mp4|m4a|webm|mp3|ogg|vtt)$")]
    private static partial Regex MediumName();
}
