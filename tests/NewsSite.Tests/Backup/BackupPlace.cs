using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Backup;
using NewsSite.Data;
using NewsSite.Media;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Backup;

/// <summary>A file for a backup, and an empty place to restore it to.</summary>
public abstract class BackupPlace : IAsyncLifetime
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("newssite-backup-").FullName;
    protected TestDatabase Elsewhere { get; private set; } = null!;

    protected string Archive => Path.Combine(Folder, "site.backup");

    public async ValueTask InitializeAsync() => Elsewhere = await TestDatabase.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Elsewhere.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    protected static async Task<TestSite> WithPictureAsync()
    {
        var site = await TestSite.EmptyAsync();
        await using var scope = site.Services.CreateAsyncScope();
        using var bytes = new MemoryStream(Pictures.Jpeg());
        await scope.ServiceProvider.GetRequiredService<PictureIntake>().TakeAsync(bytes, "ميناء.jpg", null, CancellationToken.None);
        return site;
    }

    protected Task<BackupManifest> BackUpAsync(TestSite site, bool withKey = false, bool overwrite = false, string? file = null) =>
        site.Services.GetRequiredService<SiteBackup>().WriteAsync(file ?? Archive, withKey, overwrite, CancellationToken.None);

    protected async Task<BackupManifest> RestoreAsync()
    {
        await using var services = new ServiceCollection().AddLogging().AddNewsSiteCore(Elsewhere.Settings, null).BuildServiceProvider();
        try
        {
            return await services.GetRequiredService<SiteRestore>().ReadAsync(Archive, CancellationToken.None);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
        }
    }

    protected async Task RefusedAsync(string because)
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(RestoreAsync);
        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
        var left = Directory.GetFiles(Elsewhere.Settings.DataFolder, "*", SearchOption.AllDirectories).Where(file => new FileInfo(file).Length > 0);
        Assert.Empty(left);
        Assert.True(await new DatabaseCopy(Elsewhere.Settings).IsPlaceEmptyAsync(CancellationToken.None));
    }

    protected async Task RewriteAsync(BackupManifest manifest)
    {
        await using var archive = await ZipFile.OpenAsync(Archive, ZipArchiveMode.Update);
        archive.Entries.Where(entry => entry.FullName.StartsWith("manifest", StringComparison.Ordinal)).ToList().ForEach(entry => entry.Delete());
        await manifest.WriteAsync(archive, CancellationToken.None);
    }
}
