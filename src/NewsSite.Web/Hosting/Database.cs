using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Web.Endpoints;
using Npgsql;

namespace NewsSite.Web.Hosting;

public static class Database
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var folder = configuration["DataFolder"] is { Length: > 0 } configured ? configured : DefaultFolder(builder.Environment);
        var named = configuration["Database:Provider"] is { Length: > 0 } written ? written : nameof(DatabaseProvider.Sqlite);
        var provider = Enum.TryParse<DatabaseProvider>(named, ignoreCase: true, out var known)
            ? known
            : throw new InvalidOperationException($"Database:Provider must be sqlite or postgres, not '{named}'.");
        var settings = new DatabaseSettings(provider, Path.GetFullPath(folder), ConnectionString(provider, configuration.GetConnectionString("News")));
        builder.Services.AddNewsSiteCore(settings, configuration["Site:Key"]);
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        builder.Services.AddSingleton(new StartReport());
        builder.Services.AddHostedService<RefreshStatistics>();
    }

    /// <summary>Migrates the database, and fills an empty one with the demo newspaper unless <c>Demo</c> is false.</summary>
    public static async Task SetUpDatabaseAsync(this WebApplication app)
    {
        // Made or read now: a key that is no key must stop the start, not the first form that needs it.
        app.Services.GetRequiredService<SiteKey>();
        var report = app.Services.GetRequiredService<StartReport>();
        report.DemoWasMade = await app.Services.GetRequiredService<DatabaseSetup>().RunAsync(app.Configuration.GetValue("Demo", defaultValue: true), CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        report.HasAdministrator = await scope.ServiceProvider.GetRequiredService<NewsDb>().Users.AnyAsync(user => user.Role == Role.Administrator && user.DisabledAt == null);
    }

    private static string? ConnectionString(DatabaseProvider provider, string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return provider == DatabaseProvider.Sqlite ? null
                : throw new InvalidOperationException("Database:Provider is postgres: ConnectionStrings:News must say which database, such as 'Host=localhost;Username=news;Database=news'.");
        }
        try
        {
            return (provider == DatabaseProvider.Sqlite ? (DbConnectionStringBuilder)new SqliteConnectionStringBuilder(written) : new NpgsqlConnectionStringBuilder(written)).ToString();
        }
        // What is wrong with it is not repeated: it may hold a password.
        catch (ArgumentException)
        {
            throw new InvalidOperationException($"ConnectionStrings:News is no connection string of {provider}.");
        }
    }

    // Beside the sources under `dotnet run`, beside the program once it is published.
    private static string DefaultFolder(IHostEnvironment environment) => Path.Combine(
        File.Exists(Path.Combine(environment.ContentRootPath, "NewsSite.Web.csproj")) ? environment.ContentRootPath : AppContext.BaseDirectory, "data");
}
