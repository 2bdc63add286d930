using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NewsSite.Data;
using NewsSite.Media;

namespace NewsSite.Tests.Support;

/// <summary>The news desk without its pages and without anything that runs in the background: what a test does not do, nobody does.</summary>
public sealed class TestDesk : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly bool ownsDatabase;

    private TestDesk(TestDatabase database, FakeTimeProvider clock, string? mediaFolder, bool ownsDatabase)
    {
        (Database, Clock, this.ownsDatabase) = (database, clock, ownsDatabase);
        var all = new ServiceCollection();
        all.AddSingleton<TimeProvider>(clock);
        all.AddLogging(logging => logging.AddProvider(Complaints));
        all.AddNewsSiteCore(database.Settings, null);
        if (mediaFolder is not null)
        {
            all.AddSingleton(new MediaFolder(mediaFolder));
        }
        services = all.BuildServiceProvider();
        Media = services.GetRequiredService<MediaFolder>();
    }

    public TestDatabase Database { get; }
    public FakeTimeProvider Clock { get; }
    public MediaFolder Media { get; }
    public Complaints Complaints { get; } = new();

    /// <summary>Names of what lies in the media folder, hidden ones too.</summary>
    public IReadOnlyList<string> Files => Directory.Exists(Media.Path) ? [.. Directory.EnumerateFiles(Media.Path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)] : [];

    public static async Task<TestDesk> EmptyAsync(string? mediaFolder = null) =>
        new(await TestSite.EmptyDatabaseAsync(), new FakeTimeProvider(TestSite.Start), mediaFolder, ownsDatabase: true);

    /// <summary>One more process on the same database and the same folder; the same one, started again.</summary>
    public TestDesk Another() => new(Database, Clock, Media.Path, ownsDatabase: false);

    public async Task<TResult> WithAsync<T, TResult>(Func<T, Task<TResult>> act) where T : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    public Task<TResult> InStoreAsync<TResult>(Func<NewsDb, Task<TResult>> act) => WithAsync(act);

    public Task<IntakeOutcome> TakeAsync(byte[] bytes, string fileName = "photo.jpg") =>
        WithAsync<PictureIntake, IntakeOutcome>(intake => intake.TakeAsync(new MemoryStream(bytes), fileName, takenBy: null, CancellationToken.None));

    public async Task<Picture> TakenAsync(byte[] bytes, string fileName = "photo.jpg") => Assert.IsType<IntakeOutcome.Taken>(await TakeAsync(bytes, fileName)).Picture;

    public Task<bool> MakeNextAsync() => WithAsync<Renditions, bool>(renditions => renditions.MakeNextAsync(CancellationToken.None));

    public Task<Picture> PictureAsync(int id) => InStoreAsync(async db => (await db.Pictures.FindAsync(id))!);

    /// <summary>Changes a picture as a page would.</summary>
    public Task<int> ChangeAsync(Picture picture, Action<Picture> change) => InStoreAsync(async db =>
    {
        change((await db.Pictures.FindAsync(picture.Id))!);
        return await db.SaveChangesAsync();
    });

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (ownsDatabase)
        {
            await Database.DisposeAsync();
        }
    }
}
