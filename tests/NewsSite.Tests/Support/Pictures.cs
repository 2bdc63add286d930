using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using NetVips;
using NewsSite.Media;

namespace NewsSite.Tests.Support;

/// <summary>Small pictures, painted when they are needed.</summary>
public static class Pictures
{
    // Opens what the intake needs and shuts the rest, also for what is painted here.
    static Pictures() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(Darkroom).TypeHandle);

    /// <summary>Grey, with a red square of a tenth of its height around a point.</summary>
    public static Image Dotted(int width = 80, int height = 60, double x = .5, double y = .5)
    {
        var side = Math.Max(4, height / 10);
        using var dot = Plain(side, side, 220, 20, 20);
        using var ground = Plain(width, height, 120, 120, 120);
        return ground.Insert(dot, (int)(width * x) - side / 2, (int)(height * y) - side / 2);
    }

    public static byte[] Jpeg(int width = 80, int height = 60, double x = .5, double y = .5)
    {
        using var image = Dotted(width, height, x, y);
        return image.JpegsaveBuffer(q: 95);
    }

    /// <summary>About two megabytes that nothing makes smaller.</summary>
    public static byte[] Large()
    {
        using var noise = Image.Gaussnoise(900, 700, mean: 128, sigma: 60).Cast(Enums.BandFormat.Uchar);
        return noise.PngsaveBuffer(compression: 1);
    }

    public static byte[] Png(int width = 80, int height = 60)
    {
        using var image = Dotted(width, height);
        return image.PngsaveBuffer();
    }

    public static byte[] TransparentPng()
    {
        using var image = Dotted();
        using var seeThrough = image.Bandjoin(0);
        using var named = seeThrough.Copy(interpretation: Enums.Interpretation.Srgb);
        return named.PngsaveBuffer();
    }

    /// <summary>As a telephone held upright saves it: lying on its side, with the place where it was taken.</summary>
    public static byte[] FromTelephone()
    {
        // The dot is at the upper left of the stored frame, which the reader sees at the upper right.
        using var image = Dotted(80, 60, .2, .2);
        using var marked = image.Mutate(fields =>
        {
            fields.Set(GValue.GIntType, "orientation", 6);
            fields.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "33/1 30/1 0/1");
            fields.Set(GValue.GStrType, "exif-ifd3-GPSLatitudeRef", "N");
            fields.Set(GValue.GStrType, "exif-ifd0-Make", "Telephone");
        });
        return marked.JpegsaveBuffer(q: 95);
    }

    public static byte[] Gif(int frames)
    {
        using var one = Dotted(20, 10);
        using var all = Image.Arrayjoin([.. Enumerable.Range(0, frames).Select(frame => one.Linear([1.0], [frame * 3.0]).Cast(Enums.BandFormat.Uchar))], across: 1);
        using var paged = all.Mutate(fields =>
        {
            fields.Set(GValue.GIntType, "page-height", 10);
        });
        return paged.GifsaveBuffer();
    }

    /// <summary>A few hundred bytes that say they are a picture of that size.</summary>
    public static byte[] PngBomb(int width, int height)
    {
        var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        Chunk(png, "IHDR", header);
        var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(new byte[1 << 16]);
        }
        Chunk(png, "IDAT", data.ToArray());
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static void Chunk(MemoryStream png, string type, byte[] data)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        png.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }
        return ~crc;
    }

    /// <summary>How much of a picture is red, and where its middle is, as shares of its sides.</summary>
    public static (double Share, double X, double Y) Red(string file)
    {
        using var image = Image.NewFromFile(file);
        using var plain = image.Colourspace(Enums.Interpretation.Srgb);
        var (bytes, bands) = (plain.WriteToMemory<byte>(), plain.Bands);
        var red = Enumerable.Range(0, image.Width * image.Height).Where(at => bytes[at * bands] > 150 && bytes[at * bands + 1] < 90)
            .Select(at => (X: at % image.Width, Y: at / image.Width)).ToList();
        return red.Count == 0 ? (0, 0, 0)
            : ((double)red.Count / image.Width / image.Height, red.Average(at => at.X) / image.Width, red.Average(at => at.Y) / image.Height);
    }

    private static Image Plain(int width, int height, params double[] colour)
    {
        using var black = Image.Black(width, height, bands: 3);
        using var painted = black + colour;
        return painted.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
    }
}
