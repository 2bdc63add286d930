using NetVips;

namespace NewsSite.Media;

/// <summary>A picture as we keep it: written anew, upright, in sRGB, without a byte of what came with it.</summary>
internal sealed record Master(byte[] Bytes, string Format, int Width, int Height);

/// <summary>Bytes from outside, made into a <see cref="Master"/>: one at a time, so that memory is bounded (60 megapixels take 320 to 580 MB).</summary>
public sealed class Darkroom : IDisposable
{
    public const int MaxPixels = 60_000_000;

    // WebP ends at 16,383.
    public const int MaxSide = 16_000;

    private const int JpegQuality = 92;

    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim turn = new(1, 1);

    static Darkroom() => Vips.Prepare();

    /// <returns>Either a master or the reason why there is none.</returns>
    internal async Task<(Master? Master, PictureFault Otherwise)> DevelopAsync(string file, PictureKind kind, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            time.CancelAfter(Patience);
            return await Task.Run(() => Develop(file, kind, time.Token), CancellationToken.None);
        }
        catch (VipsException)
        {
            cancel.ThrowIfCancellationRequested();
            return (null, time.IsCancellationRequested ? PictureFault.TooSlow : PictureFault.Broken);
        }
        finally
        {
            turn.Release();
        }
    }

    private static (Master?, PictureFault) Develop(string file, PictureKind kind, CancellationToken time)
    {
        // Only the header is read here; pixels are decoded when something asks for them.
        using var raw = Image.NewFromFile(file, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
        if (raw.Width > MaxSide || raw.Height > MaxSide || (long)raw.Width * raw.Height > MaxPixels)
        {
            return (null, PictureFault.TooManyPixels);
        }
        if (raw.Contains("n-pages") && (int)raw.Get("n-pages") > 1)
        {
            return (null, PictureFault.TooManyFrames);
        }
        raw.SetProgress(new Nobody(), time);
        using var plain = InSrgb(raw);
        // Turning needs the pixels in any order.
        using var whole = IsTurned(raw) ? plain.CopyMemory() : plain.Copy();
        using var upright = whole.Autorot();
        var format = kind is PictureKind.Png or PictureKind.Gif ? "png" : upright.HasAlpha() ? "webp" : "jpg";
        return (new(Written(upright, format), format, upright.Width, upright.Height), default);
    }

    private static bool IsTurned(Image image) => image.Contains("orientation") && (int)image.Get("orientation") > 1;

    private static Image InSrgb(Image image)
    {
        if (!image.Contains("icc-profile-data") && image.Interpretation != Enums.Interpretation.Cmyk)
        {
            return image.Colourspace(Enums.Interpretation.Srgb);
        }
        // The named profile stands in for an embedded one that is broken or does not fit.
        var named = image.Interpretation == Enums.Interpretation.Cmyk ? "cmyk" : "srgb";
        using var seen = image.IccTransform("srgb", embedded: true, inputProfile: named, depth: 8);
        return seen.Colourspace(Enums.Interpretation.Srgb);
    }

    private static byte[] Written(Image image, string format) => format switch
    {
        "png" => image.PngsaveBuffer(keep: Enums.ForeignKeep.None),
        "webp" => image.WebpsaveBuffer(q: JpegQuality, keep: Enums.ForeignKeep.None),
        // Not optimised: that would hold all of it once more, six bytes a pixel.
        _ => image.JpegsaveBuffer(q: JpegQuality, keep: Enums.ForeignKeep.None),
    };

    public void Dispose() => turn.Dispose();

    private sealed class Nobody : IProgress<int>
    {
        public void Report(int value) { }
    }
}
