using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Backup;
using NewsSite.Caching;
using NewsSite.Comments;
using NewsSite.Comments.Entering;
using NewsSite.Comments.Following;
using NewsSite.Comments.Yours;
using NewsSite.Data;
using NewsSite.Import;
using NewsSite.Mail;
using NewsSite.Media;
using NewsSite.Newsroom;
using NewsSite.Newsroom.Bulk;

namespace NewsSite;

public static class NewsSiteCore
{
    /// <summary>The news desk without its pages.</summary>
    public static IServiceCollection AddNewsSiteCore(this IServiceCollection services, DatabaseSettings database, string? configuredSiteKey)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(database);
        services.AddSingleton(new MediaFolder(Path.Combine(database.DataFolder, "media")));
        services.AddSingleton(_ => SiteKey.Load(configuredSiteKey, Path.Combine(database.DataFolder, "keys", "site.key")));
        services.AddSingleton<PageMoments>();
        services.AddSingleton<HeardEvictions>();
        services.AddSingleton<StormRows>();
        services.AddSingleton<EvictStalePages>();
        services.AddSingleton<EvictionReader>();
        services.AddSingleton<WriteGate>();
        services.AddSingleton<DatabaseCopy>();
        services.AddSingleton<DatabaseSetup>();
        services.AddSingleton<SiteBackup>();
        services.AddSingleton<SiteRestore>();
        services.AddSingleton<SiteKeeper>();
        services.AddSingleton<AddressCounts>();
        services.AddSingleton<Darkroom>();
        services.AddSingleton<RenditionBell>();
        services.AddSingleton<Renditions>();
        services.AddSingleton<OrphanSweep>();
        services.AddScoped<PictureIntake>();
        services.AddScoped<PictureLibrary>();
        services.AddScoped<PictureUses>();
        services.AddSingleton<Outbox>();
        services.AddScoped<SignInTries>();
        services.AddSingleton<StoryTurns>();
        services.AddScoped<StoryDesk>();
        services.AddScoped<StoryWay>();
        services.AddScoped<BulkDesk>();
        services.AddScoped<SectionDesk>();
        services.AddScoped<TagDesk>();
        services.AddScoped<ViewShelf>();
        services.AddScoped<AuthorDesk>();
        services.AddSingleton<CurrentRules>();
        services.AddSingleton<CommentSweep>();
        services.AddSingleton<HeatWatch>();
        services.AddSingleton<CommentGrounds>();
        services.AddSingleton<CommentWriter>();
        services.AddSingleton(new CommentRetention());
        services.AddSingleton<MailboxProofs>();
        services.AddScoped<YourComments>();
        services.AddScoped<Erasure>();
        services.AddScoped<CommentSubmission>();
        services.AddScoped<CommentImport>();
        services.AddScoped<CommentMending>();
        services.AddScoped<Appealing>();
        services.AddScoped<Flagging>();
        services.AddScoped<DecisionsTold>();
        services.AddSingleton<VotePace>();
        services.AddScoped<CommentVoting>();
        services.AddScoped<HonourDesk>();
        services.AddScoped<LevelDesk>();
        services.AddScoped<BanDesk>();
        services.AddScoped<TermDesk>();
        services.AddScoped<ModeratorDesk>();
        services.AddScoped<BatchDesk>();
        services.AddScoped<QueueReading>();
        services.AddSingleton<LetterTokens>();
        services.AddScoped<CommentFollowing>();
        services.AddSingleton<FollowerLetters>();
        services.AddSingleton<DecisionLetters>();
        services.AddSingleton<WaitingDigest>();
        return database.Provider == DatabaseProvider.Sqlite ? services.AddSqlite(database) : services.AddPostgres(database);
    }

    private static IServiceCollection AddSqlite(this IServiceCollection services, DatabaseSettings database)
    {
        var connection = new SqliteConnectionStringBuilder(database.Connection) { DefaultTimeout = 5 }.ToString();
        return services.AddNewsDb<SqliteNewsDb>((provider, options) => options
            .UseSqlite(connection)
            .AddInterceptors(new SqlitePragmas(), new CommandsGiveWay(), provider.GetRequiredService<EvictStalePages>()));
    }

    // PostgreSQL plans a list for longer than it reads it: a connection keeps the plans of what it is asked again and again. What the site's own string says comes later, and holds.
    private const string PlannedOnce = "Max Auto Prepare=100;";

    private static IServiceCollection AddPostgres(this IServiceCollection services, DatabaseSettings database) =>
        services.AddNewsDb<PostgresNewsDb>((provider, options) => options
            .UseNpgsql(PlannedOnce + database.Connection, npgsql => npgsql.CommandTimeout(10))
            .AddInterceptors(provider.GetRequiredService<EvictStalePages>()));

    private static IServiceCollection AddNewsDb<TContext>(
        this IServiceCollection services, Action<IServiceProvider, DbContextOptionsBuilder> options) where TContext : NewsDb
    {
        services.AddPooledDbContextFactory<TContext>(options);
        services.AddSingleton<IDbContextFactory<NewsDb>>(provider => new Factory<TContext>(provider.GetRequiredService<IDbContextFactory<TContext>>()));
        services.AddScoped<NewsDb>(provider => provider.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext());
        return services;
    }

    private sealed class Factory<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<NewsDb> where TContext : NewsDb
    {
        public NewsDb CreateDbContext() => inner.CreateDbContext();
    }
}
