using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Media;

/// <param name="Removed">Files that no row names, and unfinished ones.</param>
/// <param name="Missing">Files that a row names and the disk does not have.</param>
public sealed record SweepReport(int Removed, IReadOnlyList<string> Missing);

/// <summary>Takes away files that belong to nothing: of an upload that was cut off, of crops around an old focal point, of a picture removed while it was being made.</summary>
public sealed class OrphanSweep(IDbContextFactory<NewsDb> databases, MediaFolder media, TimeProvider clock)
{
    /// <summary>Younger files may be about to get their row; and pages that are still open name yesterday's crops.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    public async Task<SweepReport> RunAsync(CancellationToken cancel)
    {
        // The disk before the rows: what comes in between is in neither.
        var files = new DirectoryInfo(media.Path) is { Exists: true } folder ? folder.EnumerateFiles().ToDictionary(file => file.Name) : [];
        var orphans = files.Keys.Where(name => MediaFolder.IsUnfinished(name) || Picture.HasNewKey(name)).ToHashSet();
        var missing = new List<string>();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await foreach (var picture in db.Pictures.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            orphans.ExceptWith(picture.FileNames);
            missing.AddRange((picture.AwaitsRenditions ? [picture.MasterName] : picture.FileNames).Where(name => !files.ContainsKey(name)));
        }
        var old = clock.Now - Grace;
        var removed = orphans.Select(name => files[name]).Where(file => file.LastWriteTimeUtc < old).ToList();
        removed.ForEach(file => file.Delete());
        return new(removed.Count, missing);
    }
}
