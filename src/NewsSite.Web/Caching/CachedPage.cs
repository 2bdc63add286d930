using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace NewsSite.Web.Caching;

public enum PageEncoding { Identity, Gzip, Brotli }

/// <summary>A whole page as compressed bytes, made at a moment from what its tags name.</summary>
public sealed class CachedPage
{
    // The smallest that a page is compressed while a reader waits; five is where brotli's curve bends.
    private const int BrotliQuality = 5, BrotliWindow = 22;

    private readonly byte[] brotli;
    private readonly Lazy<byte[]> gzip;

    public CachedPage(ReadOnlySpan<byte> body, IReadOnlyList<KeyValuePair<string, string>> headers, IReadOnlySet<string> tags, long moment, DateTimeOffset? expiresAt)
    {
        Headers = headers;
        Tags = tags;
        Moment = moment;
        ExpiresAt = expiresAt;
        Length = body.Length;
        ETag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(body)).AsSpan(0, 20)}\"";
        brotli = Brotli(body);
        gzip = new(() => Gzip(Identity()));
    }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }
    public IReadOnlySet<string> Tags { get; }
    public long Moment { get; }
    public DateTimeOffset? ExpiresAt { get; }
    public int Length { get; }
    public string ETag { get; }

    /// <summary>What it weighs in memory, about.</summary>
    public int Weight => brotli.Length + (gzip.IsValueCreated ? gzip.Value.Length : 0) + 1_000;

    public byte[] In(PageEncoding encoding) => encoding switch
    {
        PageEncoding.Brotli => brotli,
        PageEncoding.Gzip => gzip.Value,
        _ => Identity(),
    };

    /// <summary>The best of our encodings that the client takes; a client that names none, or forbids them, gets the page as it is.</summary>
    public static PageEncoding Negotiate(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        var (brotli, gzip) = (Wish("br"), Wish("gzip"));
        return brotli > 0 && brotli >= gzip ? PageEncoding.Brotli : gzip > 0 ? PageEncoding.Gzip : PageEncoding.Identity;

        double Wish(string name) => (accepted.FirstOrDefault(one => one.Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? accepted.FirstOrDefault(one => one.Value == "*")) is { } named ? named.Quality ?? 1 : 0;
    }

    /// <returns>null where the encoding changes nothing.</returns>
    public static byte[]? Pack(ReadOnlySpan<byte> body, PageEncoding encoding) => encoding switch
    {
        PageEncoding.Brotli => Brotli(body),
        PageEncoding.Gzip => Gzip(body.ToArray()),
        _ => null,
    };

    // Kept compressed only: a client that takes neither is rare.
    private byte[] Identity()
    {
        var body = new byte[Length];
        return BrotliDecoder.TryDecompress(brotli, body, out var written) && written == Length
            ? body
            : throw new InvalidDataException("A page that we compressed does not decompress.");
    }

    private static byte[] Brotli(ReadOnlySpan<byte> body)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        return BrotliEncoder.TryCompress(body, packed, out var written, BrotliQuality, BrotliWindow)
            ? packed[..written]
            : throw new InvalidDataException("A page does not compress.");
    }

    private static byte[] Gzip(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Optimal))
        {
            stream.Write(body);
        }
        return packed.ToArray();
    }
}
