using System.Buffers.Text;
using System.Security.Cryptography;
using NewsSite.Data;

namespace NewsSite.Comments.Following;

/// <summary>What a link in a letter carries: a random name under the site key. Who holds it may stop these letters for ever; it tells nobody whose they are.</summary>
public sealed class LetterTokens(SiteKey siteKey)
{
    private const int HandleLength = 16, SignatureLength = 16;
    private readonly byte[] key = siteKey.Derive("links in comment letters");

    public string Of(Guid handle)
    {
        Span<byte> token = stackalloc byte[HandleLength + SignatureLength];
        handle.TryWriteBytes(token);
        Sign(token[..HandleLength]).CopyTo(token[HandleLength..]);
        return Base64Url.EncodeToString(token);
    }

    /// <returns>null for what was made up.</returns>
    public Guid? Read(string? token)
    {
        Span<byte> bytes = stackalloc byte[HandleLength + SignatureLength];
        return token is not null && Base64Url.IsValid(token, out var length) && length == bytes.Length && Base64Url.TryDecodeFromChars(token, bytes, out _)
            && CryptographicOperations.FixedTimeEquals(Sign(bytes[..HandleLength]), bytes[HandleLength..])
            ? new Guid(bytes[..HandleLength]) : null;
    }

    private byte[] Sign(ReadOnlySpan<byte> handle) => HMACSHA256.HashData(key, handle)[..SignatureLength];
}
