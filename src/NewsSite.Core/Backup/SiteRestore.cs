using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Media;

namespace NewsSite.Backup;

/// <summary>
/// A backup as a site again, in an empty place. Everything is unpacked beside its place and proved by checksum before the first file goes where it belongs;
/// then the rows are counted.
/// </summary>
public sealed class SiteRestore(DatabaseSettings settings, DatabaseCopy copy, MediaFolder media, IDbContextFactory<NewsDb> databases)
{
    /// <exception cref="IOException">The file cannot be read, or the disk is full.</exception>
    /// <exception cref="InvalidOperationException">It is no backup, a damaged one, one for another database or a newer program; or the place is not empty. Nothing was changed.</exception>
    public async Task<BackupManifest> ReadAsync(string file, CancellationToken cancel)
    {
        Directory.CreateDirectory(settings.DataFolder);
        var unpacked = Path.Combine(settings.DataFolder, $".restore-{Guid.NewGuid():N}");
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var turn = await SetupLock.TakeAsync(db, settings, cancel);
        try
        {
            var manifest = await UnpackAsync(file, unpacked, db, cancel);
            await RefuseUnlessEmptyAsync(manifest, unpacked, cancel);
            // The database last: until it is there, this is no site.
            MoveFiles(manifest, unpacked);
            var rows = await copy.RestoreAsync(Path.Combine(unpacked, "database" + copy.Extension), cancel);
            return rows.Count == manifest.Rows.Count && !rows.Except(manifest.Rows).Any()
                ? manifest
                : throw new InvalidOperationException($"What was restored does not hold the rows that the backup counted. Do not use it; the backup {file} is as it was.");
        }
        finally
        {
            if (Directory.Exists(unpacked))
            {
                Directory.Delete(unpacked, recursive: true);
            }
        }
    }

    private async Task<BackupManifest> UnpackAsync(string file, string folder, NewsDb db, CancellationToken cancel)
    {
        try
        {
            await using var archive = await ZipFile.OpenReadAsync(file, cancel);
            var manifest = await ManifestAsync(archive, db, cancel);
            foreach (var expected in manifest.Files)
            {
                await UnpackAsync(archive, expected, Path.Combine(folder, expected.Name), cancel);
            }
            return manifest;
        }
        catch (Exception broken) when (broken is InvalidDataException or ArgumentException)
        {
            throw new InvalidOperationException($"{file} is not a backup, or it is damaged.");
        }
    }

    private async Task<BackupManifest> ManifestAsync(ZipArchive archive, NewsDb db, CancellationToken cancel)
    {
        var manifest = await BackupManifest.ReadAsync(archive, cancel);
        if (manifest.Format > BackupManifest.Current || !db.Database.GetMigrations().Contains(manifest.Migration))
        {
            throw new InvalidOperationException($"The backup was made by a newer program ({manifest.Version}). Install that one, then restore.");
        }
        if (manifest.Provider != settings.Provider)
        {
            throw new InvalidOperationException($"The backup is of {manifest.Provider}, and this site is set to {settings.Provider}.");
        }
        return manifest;
    }

    private static async Task UnpackAsync(ZipArchive archive, BackupFile expected, string target, CancellationToken cancel)
    {
        if (!SiteFiles.IsOurs(expected.Name) || archive.GetEntry(expected.Name) is not { } entry)
        {
            throw new InvalidDataException();
        }
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var sha = SHA256.Create();
        await using (var source = await entry.OpenAsync(cancel))
        await using (var hashing = new CryptoStream(new FileStream(target, FileMode.CreateNew), sha, CryptoStreamMode.Write))
        {
            await source.CopyToAsync(hashing, cancel);
        }
        if (Convert.ToHexStringLower(sha.Hash!) != expected.Sha256)
        {
            throw new InvalidDataException();
        }
    }

    private async Task RefuseUnlessEmptyAsync(BackupManifest manifest, string unpacked, CancellationToken cancel)
    {
        if (!await copy.IsPlaceEmptyAsync(cancel) || SiteFiles.Media(media).Any())
        {
            throw new InvalidOperationException($"There is a site here already ({settings.Description}). Name an empty --DataFolder, or an empty database.");
        }
        var key = Path.Combine(settings.DataFolder, SiteFiles.Key);
        if (manifest.HasKey && File.Exists(key) && await File.ReadAllTextAsync(key, cancel) != await File.ReadAllTextAsync(Path.Combine(unpacked, SiteFiles.Key), cancel))
        {
            throw new InvalidOperationException($"The backup brings the site's key, and there is another one at {key}. Take one of them away.");
        }
    }

    private void MoveFiles(BackupManifest manifest, string unpacked)
    {
        foreach (var name in manifest.Files.Select(one => one.Name).Where(name => name.Contains('/', StringComparison.Ordinal)))
        {
            var target = name.StartsWith("media/", StringComparison.Ordinal) ? media.FileOf(name["media/".Length..]) : Path.Combine(settings.DataFolder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(Path.Combine(unpacked, name), target, overwrite: true);
            if (name == SiteFiles.Key && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
    }
}
