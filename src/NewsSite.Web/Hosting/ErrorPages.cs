using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Data.Sqlite;
using NewsSite.Data;
using Npgsql;

namespace NewsSite.Web.Hosting;

public static partial class ErrorPages
{
    private const int RetryAfterSeconds = 10;

    /// <summary>Every refusal and every surprise gets a page with the site's face and a sentence; never a stack trace.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/errors/{0}");
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            AllowStatusCode404Response = true,
            SuppressDiagnosticsCallback = context => StatusOf(context.Exception) != StatusCodes.Status500InternalServerError,
            StatusCodeSelector = StatusOf,
            // The status alone is set here; the page for it is the status page above.
            ExceptionHandler = context =>
            {
                if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
                {
                    context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
                    LogAway(app.Logger, context.Features.Get<IExceptionHandlerFeature>()!.Error.GetType().Name);
                }
                return Task.CompletedTask;
            },
        });
    }

    /// <summary>Whether this is the second run of a request, which only prints what the first came to.</summary>
    public static bool IsErrorPage(this HttpContext context) => context.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    private static int StatusOf(Exception fault) => fault switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ when IsStoreAway(fault) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    // A busy, locked, full, broken or absent database: the reader did nothing wrong and may come again.
    private static bool IsStoreAway(Exception fault) => fault switch
    {
        StoreBusyException or TimeoutException or IOException => true,
        // Busy, locked, read-only, disk fault, corrupt, full, cannot open, not a database. A faulty query is our mistake and stays one.
        SqliteException sqlite => sqlite.SqliteErrorCode is 5 or 6 or 8 or 10 or 11 or 13 or 14 or 26,
        PostgresException postgres => postgres.IsTransient || postgres.SqlState[..2] is "08" or "53" or "55" or "57",
        NpgsqlException => true,
        { InnerException: { } inner } => IsStoreAway(inner),
        _ => false,
    };

    [LoggerMessage(LogLevel.Error, "The store did not answer: {Fault}")]
    private static partial void LogAway(ILogger logger, string fault);
}
