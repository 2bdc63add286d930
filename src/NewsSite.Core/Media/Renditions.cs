using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NetVips;
using NewsSite.Data;

namespace NewsSite.Media;

/// <summary>Makes what readers get out of the masters. What was interrupted is found again by its row, what was made already is made again: nothing is harmed by that.</summary>
public sealed partial class Renditions(IDbContextFactory<NewsDb> databases, MediaFolder media, ILogger<Renditions> logger)
{
    private const int Handful = 20;

    static Renditions() => Vips.Prepare();

    /// <returns>Whether there was one to make; false: all are made, given up, or in another process's hands.</returns>
    public async Task<bool> MakeNextAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var waiting = await db.Pictures.AsNoTracking()
            .Where(p => p.AwaitsRenditions && p.Attempts < Picture.MostAttempts).OrderBy(p => p.Attempts).ThenBy(p => p.Id).Take(Handful).ToListAsync(cancel);
        foreach (var picture in waiting)
        {
            using var turn = media.TryHold(picture.Key);
            if (turn is not null && await IsStillWaitingAsync(db, picture, cancel))
            {
                await MakeAsync(db, picture, cancel);
                return true;
            }
        }
        return false;
    }

    // Another process may have finished it between our question and our turn. Counted before it is tried: a picture that takes the process down must not do so at every start.
    private static async Task<bool> IsStillWaitingAsync(NewsDb db, Picture picture, CancellationToken cancel) =>
        await db.Pictures.Where(p => p.Id == picture.Id && p.AwaitsRenditions && p.FocusVersion == picture.FocusVersion)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Attempts, p => p.Attempts + 1), cancel) == 1;

    private async Task MakeAsync(NewsDb db, Picture picture, CancellationToken cancel)
    {
        try
        {
            await WriteAsync(picture, cancel);
            await FinishAsync(db, picture, cancel);
        }
        catch (Exception fault) when (fault is OperationCanceledException || (fault is IOException io && MediaFolder.IsFull(io)))
        {
            // Not the picture's fault: the attempt does not count.
            await db.Pictures.Where(p => p.Id == picture.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Attempts, picture.Attempts), CancellationToken.None);
            throw;
        }
        catch (Exception fault) when (fault is VipsException or IOException or UnauthorizedAccessException)
        {
            LogFailed(picture.Id, picture.Attempts + 1, Picture.MostAttempts, fault.GetType().Name);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Its focal point moved in this very moment: it still waits, for the new one.
        }
    }

    private async Task WriteAsync(Picture picture, CancellationToken cancel)
    {
        var master = media.FileOf(picture.MasterName);
        foreach (var width in picture.Ready ? [] : picture.Widths)
        {
            using var image = Image.Thumbnail(master, width, height: Darkroom.MaxSide, size: Enums.Size.Down, failOn: Enums.FailOn.Error);
            await WriteAsync(image, format => RenditionPlan.FileName(picture.Key, width, format), cancel);
        }
        var crops = RenditionPlan.CropKey(picture.Key, picture.FocusVersion);
        foreach (var size in RenditionPlan.SquaresOf(picture.Width, picture.Height))
        {
            using var square = Crop(picture, master, size, size);
            await WriteAsync(square, format => RenditionPlan.FileName(crops, size, format), cancel);
        }
        using var card = Crop(picture, master, RenditionPlan.CardWidth, RenditionPlan.CardHeight);
        await media.WriteAsync(RenditionPlan.CardName(crops), Encoding.Of(card, "jpg"), cancel);
    }

    private async Task WriteAsync(Image image, Func<string, string> name, CancellationToken cancel)
    {
        // Once decoded, three times written.
        using var pixels = image.CopyMemory();
        foreach (var format in MediaFolder.Formats)
        {
            cancel.ThrowIfCancellationRequested();
            await media.WriteAsync(name(format), await Task.Run(() => Encoding.Of(pixels, format), CancellationToken.None), cancel);
        }
    }

    // Shrunk first, then cut: the decoder does most of the shrinking itself.
    private static Image Crop(Picture picture, string master, int width, int height)
    {
        var scale = Math.Min(1, Math.Max((double)width / picture.Width, (double)height / picture.Height));
        using var whole = Image.Thumbnail(master, Scaled(picture.Width), height: Scaled(picture.Height), size: Enums.Size.Force, failOn: Enums.FailOn.Error);
        var area = RenditionPlan.Around(whole.Width, whole.Height, picture.FocalX, picture.FocalY, width, height);
        return whole.Crop(area.X, area.Y, area.Width, area.Height);

        int Scaled(int side) => (int)Math.Ceiling(Math.Round(side * scale, 6));
    }

    private static async Task FinishAsync(NewsDb db, Picture made, CancellationToken cancel)
    {
        if (await db.Pictures.FirstOrDefaultAsync(p => p.Id == made.Id, cancel) is { } picture)
        {
            // What has left for the disk is told to the database, even at shutdown.
            picture.Finish(made.FocusVersion);
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Renditions of picture {PictureId} failed, attempt {Attempt} of {MostAttempts}: {Fault}")]
    private partial void LogFailed(int pictureId, int attempt, int mostAttempts, string fault);

    /// <summary>How the formats are written. AVIF at effort 2: noise of 1600×1000 took half a second, at 4 it took ten times as long for files no smaller.</summary>
    private static class Encoding
    {
        private const int Avif = 55, AvifEffort = 2, Webp = 78, Jpeg = 80;

        public static byte[] Of(Image image, string format)
        {
            switch (format)
            {
                case "avif":
                    return image.HeifsaveBuffer(q: Avif, effort: AvifEffort, compression: Enums.ForeignHeifCompression.Av1, keep: Enums.ForeignKeep.None);
                case "webp":
                    return image.WebpsaveBuffer(q: Webp, keep: Enums.ForeignKeep.None);
                default:
                    // JPEG knows no transparency: on white, as on paper.
                    using (var opaque = image.HasAlpha() ? image.Flatten(background: [255, 255, 255]) : image.Copy())
                    {
                        return opaque.JpegsaveBuffer(q: Jpeg, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.None);
                    }
            }
        }
    }
}
