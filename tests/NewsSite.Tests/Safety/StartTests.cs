using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Data;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Safety;

/// <summary>The program itself, as a process of its own that is killed at bad moments.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("newssite-start-").FullName;

    [Fact]
    public async Task A_start_that_is_killed_at_any_moment_of_its_first_seconds_does_not_keep_the_next_from_starting()
    {
        foreach (var moment in new[] { "setup.lock", "news.db", "media", "news.db-wal" })
        {
            using var doomed = Start();
            await Eventually.Async(() => Task.FromResult(Path.Exists(Path.Combine(folder, moment)) || doomed.HasExited));
            await doomed.DieAsync();
            File.Delete(Path.Combine(folder, "setup.lock"));
        }

        using var site = Start();
        var address = await SiteProcess.AddressOfAsync(site);

        using var client = new HttpClient { BaseAddress = address };
        Assert.Contains("الأمين العام للناتو", await client.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        await site.DieAsync();
    }

    [Fact]
    public async Task A_migration_lock_left_by_a_killed_process_is_forgotten()
    {
        var file = Path.Combine(folder, "news.db");
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00+00:00');
                """;
            command.ExecuteNonQuery();
        }

        using var site = Start();
        var address = await SiteProcess.AddressOfAsync(site);

        using var client = new HttpClient { BaseAddress = address };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        await site.DieAsync();
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(folder, "backups")));
    }

    [Fact]
    public async Task Start_up_says_in_plain_words_where_to_go_and_what_was_made()
    {
        using var site = Start();
        var said = new List<string>();
        for (string? line; (line = await site.StandardOutput.ReadLineAsync()) is not null && !line.Contains("Ctrl+C", StringComparison.Ordinal);)
        {
            said.Add(line);
        }
        await site.DieAsync();

        var words = string.Join('\n', said);
        Assert.Contains("NewsSite is open at http://localhost:", words, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(folder, "news.db"), words, StringComparison.Ordinal);
        Assert.Contains("a demo newspaper has been made", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_key_is_made_once_and_only_its_owner_may_read_it()
    {
        using (var first = Start())
        {
            await SiteProcess.AddressOfAsync(first);
            await first.DieAsync();
        }
        var file = Path.Combine(folder, "keys", "site.key");

        Assert.Equal(32, Convert.FromBase64String(await File.ReadAllTextAsync(file)).Length);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Theory]
    [InlineData("--Database:Provider=oracle")]
    [InlineData("--Database:Provider=postgres")]
    [InlineData("--ConnectionStrings:News=Host=localhost;Sesame=open")]
    [InlineData("--Site:Address=not an address")]
    [InlineData("--Site:Address=ftp://news.example")]
    [InlineData("--Site:Key=short")]
    [InlineData("--DataFolder=/dev/null/news")]
    public async Task A_wrong_setting_ends_the_start_with_one_sentence(string setting)
    {
        using var site = SiteProcess.Start(folder, setting);

        var said = (await site.StandardError.ReadToEndAsync()).Trim();
        await site.WaitForExitAsync();

        Assert.Equal(1, site.ExitCode);
        Assert.NotEmpty(said);
        Assert.DoesNotContain('\n', said);
        Assert.DoesNotContain("Sesame", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Process Start() => SiteProcess.Start(folder);
}
