using System.Text;

namespace NewsSite.Media;

internal enum PictureKind { Jpeg, Png, Webp, Avif, Gif }

/// <summary>What a file is by its first bytes. Its name and what the sender calls it are not asked.</summary>
internal static class PictureKinds
{
    public const int HeadLength = 512;

    public static (PictureKind? Kind, PictureFault Otherwise) Of(ReadOnlySpan<byte> head) => head switch
    {
        [] => (null, PictureFault.Empty),
        [0xFF, 0xD8, 0xFF, ..] => (PictureKind.Jpeg, default),
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => (PictureKind.Png, default),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => (PictureKind.Gif, default),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => (PictureKind.Webp, default),
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => OfFamily(head),
        _ => (null, LooksDrawn(head) ? PictureFault.Drawing : PictureFault.NotAPicture),
    };

    // «mif1» is a family, not a member: the brands that follow tell which.
    private static (PictureKind?, PictureFault) OfFamily(ReadOnlySpan<byte> head)
    {
        var length = Math.Min(head.Length, (head[0] << 24) | (head[1] << 16) | (head[2] << 8) | head[3]);
        var brands = Encoding.ASCII.GetString(head[8..Math.Max(8, length)]);
        return brands.StartsWith("avis", StringComparison.Ordinal) ? (null, PictureFault.TooManyFrames)
            : brands.Contains("avif", StringComparison.Ordinal) ? (PictureKind.Avif, default)
            : brands.StartsWith("hei", StringComparison.Ordinal) || brands.StartsWith("hev", StringComparison.Ordinal) || brands.StartsWith("mif1", StringComparison.Ordinal) ? (null, PictureFault.Heic)
            : (null, PictureFault.NotAPicture);
    }

    private static bool LooksDrawn(ReadOnlySpan<byte> head) =>
        Encoding.UTF8.GetString(head).Contains("<svg", StringComparison.OrdinalIgnoreCase);
}
