using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace NewsSite.Data;

/// <summary>PostgreSQL's own programs for a copy of a database. They come with its client; they should be as new as the server.</summary>
internal static class PostgresTools
{
    /// <param name="snapshot">Exported by an open transaction: the dump shows that instant.</param>
    public static Task DumpAsync(DatabaseSettings settings, string snapshot, string file, CancellationToken cancel) =>
        RunAsync("pg_dump", settings, ["--format=custom", "--no-owner", "--no-privileges", $"--snapshot={snapshot}", $"--file={file}"], cancel);

    /// <summary>All or nothing.</summary>
    public static Task RestoreAsync(DatabaseSettings settings, string file, CancellationToken cancel) =>
        RunAsync("pg_restore", settings, ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", $"--dbname={Target(settings).Database}", file], cancel);

    private static NpgsqlConnectionStringBuilder Target(DatabaseSettings settings) => new(settings.Connection);

    private static async Task RunAsync(string program, DatabaseSettings settings, string[] arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true };
        // The password goes by the environment: everybody on the machine sees a command line.
        foreach (var (name, value) in Environment(Target(settings)))
        {
            start.Environment[name] = value;
        }
        using var process = Begin(start);
        try
        {
            var said = await process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"{program} failed: {said.Trim().ReplaceLineEndings(" ")}");
            }
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static Process Begin(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException($"{start.FileName} is not on this machine: install PostgreSQL's client, as new as the server.");
        }
    }

    private static IEnumerable<(string, string?)> Environment(NpgsqlConnectionStringBuilder target) =>
        new (string Name, string? Value)[]
        {
            ("PGHOST", target.Host), ("PGPORT", target.Port.ToString(CultureInfo.InvariantCulture)), ("PGDATABASE", target.Database), ("PGUSER", target.Username), ("PGPASSWORD", target.Password),
            ("PGPASSFILE", target.Passfile), ("PGSSLROOTCERT", target.RootCertificate), ("PGSSLMODE", target.SslMode switch
            {
                SslMode.VerifyCA => "verify-ca",
                SslMode.VerifyFull => "verify-full",
                var mode => mode.ToString().ToLowerInvariant(),
            }),
        }.Where(one => one.Value is not null);
}
