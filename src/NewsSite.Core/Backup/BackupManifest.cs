using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsSite.Data;

namespace NewsSite.Backup;

/// <summary>What a backup says of itself: the last entry of its archive, under a checksum of its own, and what a restore is proved by.</summary>
/// <param name="Format">Of the archive; a newer one than <see cref="Current"/> is refused.</param>
/// <param name="Provider">A copy of one database cannot be put into the other.</param>
/// <param name="Rows">Of each table.</param>
/// <param name="Files">Everything else in the archive.</param>
public sealed record BackupManifest(int Format, DateTimeOffset MadeAt, string Version, DatabaseProvider Provider, string Migration, Dictionary<string, long> Rows, IReadOnlyList<BackupFile> Files)
{
    public const int Current = 1;
    private const string Entry = "manifest.json", Seal = "manifest.sha256";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    public long Stories => Rows.GetValueOrDefault("Articles");
    public bool HasKey => Files.Any(file => file.Name == SiteFiles.Key);

    public async Task WriteAsync(ZipArchive archive, CancellationToken cancel)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(this, Json);
        foreach (var (name, content) in new[] { (Entry, bytes), (Seal, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(bytes)))) })
        {
            await using var entry = await archive.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(cancel);
            await entry.WriteAsync(content, cancel);
        }
    }

    /// <exception cref="InvalidDataException">There is none, or it is damaged.</exception>
    public static async Task<BackupManifest> ReadAsync(ZipArchive archive, CancellationToken cancel)
    {
        var (bytes, seal) = (await BytesAsync(archive, Entry, cancel), await BytesAsync(archive, Seal, cancel));
        return Encoding.ASCII.GetString(seal) == Convert.ToHexStringLower(SHA256.HashData(bytes))
            ? JsonSerializer.Deserialize<BackupManifest>(bytes, Json)!
            : throw new InvalidDataException();
    }

    private static async Task<byte[]> BytesAsync(ZipArchive archive, string name, CancellationToken cancel)
    {
        await using var entry = await (archive.GetEntry(name) ?? throw new InvalidDataException()).OpenAsync(cancel);
        using var bytes = new MemoryStream();
        await entry.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }
}

/// <param name="Name">Its path in the archive, with slashes.</param>
public sealed record BackupFile(string Name, long Bytes, string Sha256);
