using System.Security.Cryptography;

namespace NewsSite.Data;

/// <summary>Closes bytes with AES-GCM under a key derived from the site key, one key a purpose: who holds the database alone reads nothing.</summary>
public sealed class Seal(SiteKey siteKey, string purpose)
{
    private const int IdLength = 4, NonceLength = 12, TagLength = 16;
    private readonly byte[] key = siteKey.Derive(purpose);

    // In front, so that "another key" can be told from "damaged", and keys may be changed one day.
    private readonly byte[] id = siteKey.Derive($"{purpose}: id")[..IdLength];

    public byte[] Close(ReadOnlySpan<byte> plain)
    {
        var closed = new byte[IdLength + NonceLength + plain.Length + TagLength];
        id.CopyTo(closed, 0);
        var nonce = closed.AsSpan(IdLength, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, closed.AsSpan(IdLength + NonceLength, plain.Length), closed.AsSpan(^TagLength..), id);
        return closed;
    }

    /// <returns>Null where it was closed with another key: the site key was lost or changed.</returns>
    /// <exception cref="CryptographicException">It was damaged.</exception>
    public byte[]? Open(ReadOnlySpan<byte> closed)
    {
        if (closed.Length < IdLength + NonceLength + TagLength)
        {
            throw new CryptographicException("Too short to be sealed.");
        }
        if (!closed[..IdLength].SequenceEqual(id))
        {
            return null;
        }
        var plain = new byte[closed.Length - IdLength - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(closed.Slice(IdLength, NonceLength), closed.Slice(IdLength + NonceLength, plain.Length), closed[^TagLength..], plain, id);
        return plain;
    }
}
