using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NewsSite.Data;
using NewsSite.Web;
using NewsSite.Web.Hosting;

namespace NewsSite.Tests.Support;

/// <summary>The real site on a port and a database of its own, under a clock that stands still until it is moved.</summary>
public sealed class TestSite : IAsyncDisposable
{
    /// <summary>When the templates' demo newspaper was made: eight days after the seed story's last update.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 10, 9, 30, 0, TimeSpan.Zero);

    private static readonly Lazy<Task<TestDatabase>> Empty = new(() => TemplateAsync(demo: false)), Demo = new(() => TemplateAsync(demo: true));

    /// <summary>Where the site's own files lie.</summary>
    public static readonly string WebFolder = Path.GetFullPath(Path.Combine(Repository.Root, "src", "NewsSite.Web"));

    private readonly WebApplication app;
    private readonly bool ownsDatabase;

    private TestSite(WebApplication app, TestDatabase database, FakeTimeProvider clock, QueryLog queries, Complaints complaints, bool ownsDatabase)
    {
        (this.app, Database, Clock, Queries, Complaints, this.ownsDatabase) = (app, database, clock, queries, complaints, ownsDatabase);
        Address = new Uri(app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        Client = NewClient();
    }

    public Uri Address { get; }
    public TestDatabase Database { get; }
    public FakeTimeProvider Clock { get; }
    public QueryLog Queries { get; }

    /// <summary>Warnings and errors that the site has logged.</summary>
    public Complaints Complaints { get; }

    public HttpClient Client { get; }
    public IServiceProvider Services => app.Services;

    /// <summary>The next query that reads <paramref name="column"/> waits, after it has read, until it is released.</summary>
    public Hold HoldQueries(string column) => app.Services.GetRequiredService<HeldQueries>().Next(column);

    public static async Task<TestSite> WithDemoAsync(params string[] settings) => await OnAsync(await TestDatabase.CreateAsync(await Demo.Value), null, settings);

    public static async Task<TestSite> EmptyAsync(params string[] settings) => await OnAsync(await TestDatabase.CreateAsync(await Empty.Value), null, settings);

    /// <summary>One whose own rounds run too: a step of the clock starts them, and they do their work when they come to it.</summary>
    public static async Task<TestSite> EmptyWithRoundsAsync(params string[] settings) => await OnAsync(await TestDatabase.CreateAsync(await Empty.Value), null, settings, rounds: true);

    /// <summary>An empty database, set up, that nobody uses yet.</summary>
    public static async Task<TestDatabase> EmptyDatabaseAsync() => await TestDatabase.CreateAsync(await Empty.Value);

    /// <summary>One more process on the same database, under the same clock.</summary>
    public Task<TestSite> AnotherProcessAsync() => OnAsync(Database, Clock, [], ownsDatabase: false);

    public static async Task<TestSite> OnAsync(TestDatabase database, FakeTimeProvider? clock, string[] settings, bool ownsDatabase = true, bool rounds = false)
    {
        clock ??= new FakeTimeProvider(Start);
        var (queries, complaints, held) = (new QueryLog(), new Complaints(), new HeldQueries());
        var app = Build(database, clock, settings, builder =>
        {
            builder.Services.AddSingleton(held);
            builder.Services.ConfigureDbContext<SqliteNewsDb>(options => options.AddInterceptors(queries, held));
            builder.Services.ConfigureDbContext<PostgresNewsDb>(options => options.AddInterceptors(queries, held));
            builder.Logging.ClearProviders().AddProvider(complaints);
            if (!rounds)
            {
                // Tests do them when it is time; one that lags behind the clock would do its work between any two of their lines.
                foreach (var round in builder.Services.Where(service => service.ImplementationType?.IsSubclassOf(typeof(Rounds)) == true).ToList())
                {
                    builder.Services.Remove(round);
                }
            }
        });
        await app.StartAsync();
        return new(app, database, clock, queries, complaints, ownsDatabase);
    }

    public HttpClient NewClient(bool followRedirects = false) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = followRedirects,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
    })
    { BaseAddress = Address };

    /// <summary>One act on the store, as a page or a command would do it.</summary>
    public async Task<T> InStoreAsync<T>(Func<NewsDb, Task<T>> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<NewsDb>());
    }

    public Task InStoreAsync(Func<NewsDb, Task> act) => InStoreAsync(async db =>
    {
        await act(db);
        return 0;
    });

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        if (ownsDatabase)
        {
            await Database.DisposeAsync();
        }
    }

    private static WebApplication Build(TestDatabase database, FakeTimeProvider clock, string[] settings, Action<WebApplicationBuilder>? adjust = null) =>
        Site.Build(
            [
                "--urls=http://127.0.0.1:0", $"--DataFolder={database.Settings.DataFolder}", $"--Database:Provider={database.Settings.Provider}",
                $"--ConnectionStrings:News={database.Settings.ConnectionString}", $"--contentRoot={WebFolder}", ..settings,
            ],
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(clock);
                adjust?.Invoke(builder);
            });

    private static async Task<TestDatabase> TemplateAsync(bool demo)
    {
        var database = await TestDatabase.CreateAsync();
        await using (var app = Build(database, new FakeTimeProvider(Start), [$"--Demo={demo}"]))
        {
            await app.SetUpDatabaseAsync();
        }
        if (database.Settings.Provider == DatabaseProvider.Postgres)
        {
            // A template must have nobody connected to it.
            Npgsql.NpgsqlConnection.ClearAllPools();
        }
        else
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }
        return database;
    }
}
