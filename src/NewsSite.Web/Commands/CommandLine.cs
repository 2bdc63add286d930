using System.CommandLine;
using NewsSite.Data;
using NewsSite.Web.Hosting;

namespace NewsSite.Web.Commands;

/// <summary><c>newssite VERB …</c>. Without a verb the program serves the site; configuration arguments pass untouched either way.</summary>
public static class CommandLine
{
    public const int Done = 0, Failed = 1, WrongUsage = 2;

    public static bool IsVerb(string[] args) => args.Length > 0 && (!args[0].StartsWith('-') || args[0] is "--help" or "-h" or "-?");

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("NewsSite: a newspaper's site. Without a verb it serves the site.")
        {
            DemoCommand.Make(), UserCommand.Make(), RedirectsCommand.Make(), BackupCommand.Make(), RestoreCommand.Make(), RulesCommand.Make(), ImportCommand.Make(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            parsed.Errors.ToList().ForEach(error => Console.Error.WriteLine(error.Message));
            return WrongUsage;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception fault) when (IsTheUsersToMend(fault))
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return Failed;
        }
    }

    public static bool IsTheUsersToMend(Exception fault) =>
        fault is IOException or InvalidOperationException or FormatException or System.Data.Common.DbException or UnauthorizedAccessException;

    /// <summary>The site's services on its database, which is set up first where <paramref name="mayCreate"/> allows, and must be there otherwise.</summary>
    internal static async Task<WebApplication> OpenAsync(ParseResult parsed, bool mayCreate)
    {
        var app = Build(parsed, mustExist: !mayCreate);
        await app.SetUpDatabaseAsync();
        return app;
    }

    /// <summary>The site's services; the database stays as it is found.</summary>
    internal static WebApplication Build(ParseResult parsed, bool mustExist)
    {
        // What no verb knows is configuration: --DataFolder=… and its like.
        var app = Site.Build([.. parsed.UnmatchedTokens, "--Demo=false", "--Logging:LogLevel:NewsSite=Warning"]);
        var database = app.Services.GetRequiredService<DatabaseSettings>();
        if (mustExist && database.Provider == DatabaseProvider.Sqlite && !File.Exists(database.SqliteFile))
        {
            throw new InvalidOperationException($"There is no database at {database.SqliteFile}. Start the site once, or name another --DataFolder.");
        }
        Console.WriteLine($"Database: {database.Description}");
        return app;
    }

    internal static string KeyPlace(WebApplication app) =>
        string.IsNullOrWhiteSpace(app.Configuration["Site:Key"]) ? Path.Combine(app.Services.GetRequiredService<DatabaseSettings>().DataFolder, "keys", "site.key") : "Site:Key in your configuration";
}
