using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Data;

/// <summary>The site's one secret: 32 bytes from which the key of each use is derived. Never in a database; all nodes share it.</summary>
public sealed class SiteKey
{
    private const int Length = 32;
    private readonly byte[] secret;
    private readonly ConcurrentDictionary<string, byte[]> derived = [];

    private SiteKey(byte[] secret) => this.secret = secret;

    /// <param name="purpose">Names the use; keys of different uses tell nothing of each other.</param>
    public byte[] Derive(string purpose) => [.. derived.GetOrAdd(purpose, use => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Length, info: Encoding.UTF8.GetBytes(use)))];

    /// <summary>The configured key, else the one in <paramref name="file"/>, which is made at the first start.</summary>
    /// <exception cref="FormatException">The key is not 32 bytes in base64.</exception>
    public static SiteKey Load(string? configured, string file)
    {
        if (string.IsNullOrWhiteSpace(configured))
        {
            MakeIfMissing(file);
            configured = File.ReadAllText(file);
        }
        var secret = new byte[Length];
        return Convert.TryFromBase64String(configured.Trim(), secret, out var read) && read == Length
            ? new(secret)
            : throw new FormatException("Site:Key (or keys/site.key in the data folder) must be 32 bytes in base64.");
    }

    private static void MakeIfMissing(string file)
    {
        if (File.Exists(file))
        {
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // Whole or not at all: a start killed half-way must not leave an empty key behind.
        var draft = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length))));
            stream.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }
}
