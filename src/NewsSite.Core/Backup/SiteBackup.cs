using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Media;

namespace NewsSite.Backup;

/// <summary>The whole site in one archive, made while it is at work: the database as it stood at one instant, its pictures, and the keys when they are asked for.</summary>
public sealed class SiteBackup(DatabaseSettings settings, DatabaseCopy copy, MediaFolder media, IDbContextFactory<NewsDb> databases, TimeProvider clock)
{
    /// <param name="file">Whole or not there: it is written under another name first. Only its owner may read it.</param>
    /// <exception cref="IOException">It is there already and may not be overwritten, or the disk is full.</exception>
    /// <exception cref="InvalidOperationException"><c>pg_dump</c> is not there, or failed.</exception>
    public async Task<BackupManifest> WriteAsync(string file, bool withKey, bool overwrite, CancellationToken cancel)
    {
        if (!overwrite && File.Exists(file))
        {
            throw new IOException($"{file} is there already. Name another file, or allow --overwrite.");
        }
        var draft = $"{file}.{Guid.NewGuid():N}.part";
        try
        {
            BackupManifest manifest;
            await using (var stream = OwnersOnly(draft))
            {
                manifest = await FillAsync(stream, draft, withKey, cancel);
                stream.Flush(flushToDisk: true);
            }
            File.Move(draft, file, overwrite);
            return manifest;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private async Task<BackupManifest> FillAsync(Stream stream, string draft, bool withKey, CancellationToken cancel)
    {
        var database = draft + copy.Extension;
        var files = new List<BackupFile>();
        await using var archive = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, null, cancel);
        try
        {
            await OwnersOnly(database).DisposeAsync();
            await using var db = await databases.CreateDbContextAsync(cancel);
            var migration = (await db.Database.GetAppliedMigrationsAsync(cancel)).LastOrDefault() ?? throw new InvalidOperationException("The database is empty.");
            // The database first: a picture's files are there before the row that names them, so none is missed.
            var rows = await copy.MakeAsync(database, cancel);
            files.Add(await AddAsync(archive, "database" + copy.Extension, database, CompressionLevel.Optimal, cancel));
            foreach (var (name, path) in SiteFiles.Media(media).Concat(withKey ? SiteFiles.Keys(settings) : []))
            {
                // A picture may be removed meanwhile; then the copy has a row more than it needs.
                if (File.Exists(path))
                {
                    files.Add(await AddAsync(archive, name, path, CompressionLevel.NoCompression, cancel));
                }
            }
            var manifest = new BackupManifest(BackupManifest.Current, clock.GetUtcNow(), Version, settings.Provider, migration, rows, files);
            await manifest.WriteAsync(archive, cancel);
            return manifest;
        }
        finally
        {
            File.Delete(database);
        }
    }

    private static string Version => typeof(SiteBackup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private static async Task<BackupFile> AddAsync(ZipArchive archive, string name, string file, CompressionLevel level, CancellationToken cancel)
    {
        using var sha = SHA256.Create();
        await using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await using (var hashing = new CryptoStream(await archive.CreateEntry(name, level).OpenAsync(cancel), sha, CryptoStreamMode.Write))
        {
            await source.CopyToAsync(hashing, cancel);
        }
        return new(name, source.Position, Convert.ToHexStringLower(sha.Hash!));
    }

    private static FileStream OwnersOnly(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return new(file, options);
    }
}
