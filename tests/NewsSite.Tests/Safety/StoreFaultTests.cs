using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Data;
using NewsSite.Tests.Support;
using Npgsql;

namespace NewsSite.Tests.Safety;

public sealed class StoreFaultTests
{
    [Fact]
    public async Task When_the_database_is_away_readers_get_503_with_a_sentence_and_the_site_recovers_by_itself()
    {
        await using var site = await TestSite.WithDemoAsync();
        var address = await site.SeedAddressAsync();
        await site.OpenAsync("/rules");
        await BreakAsync(site.Database.Settings);

        using var answer = await FirstRefusalAsync(site, address);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        var page = await Reading.ParseAsync(answer);
        Assert.Equal("نعود بعد لحظات", page.QuerySelector("h1")!.Seen());
        Assert.Equal("المداد", page.QuerySelector(".mast__name")!.Seen());
        // What was kept is still served, and the probes tell the truth.
        await site.OpenAsync("/rules");
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await site.GetAsync("/health/ready")).StatusCode);

        await MendAsync(site.Database.Settings);
        await site.OpenAsync(address);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/health/ready")).StatusCode);
    }

    [Fact]
    public async Task A_writer_that_waits_five_seconds_for_its_turn_is_told_so_instead_of_waiting_for_ever()
    {
        using var gate = new WriteGate();
        using var turn = await gate.EnterAsync(CancellationToken.None);

        await Assert.ThrowsAsync<StoreBusyException>(() => gate.EnterAsync(CancellationToken.None));
    }

    // What works in the background may have been reading while the file went, and hand its good connection on: a page that was opened
    // over it is kept, so each try asks for another.
    private static async Task<HttpResponseMessage> FirstRefusalAsync(TestSite site, string address)
    {
        var answer = await site.GetAsync(address);
        for (var number = 2; answer.StatusCode != HttpStatusCode.ServiceUnavailable && number < 20; number++)
        {
            SqliteConnection.ClearAllPools();
            answer.Dispose();
            answer = await site.GetAsync($"/archive/20{number + 10}");
        }
        return answer;
    }

    private static async Task BreakAsync(DatabaseSettings settings)
    {
        if (settings.Provider == DatabaseProvider.Postgres)
        {
            // First, or a connection that is made between the two would be left.
            await OnServerAsync($"ALTER DATABASE {NameOf(settings)} WITH ALLOW_CONNECTIONS false");
            await OnServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{NameOf(settings)}'");
            return;
        }
        // The file is spoilt, as a broken disk or a careless copy would.
        SqliteConnection.ClearAllPools();
        File.Move(settings.SqliteFile, settings.SqliteFile + ".good");
        await File.WriteAllTextAsync(settings.SqliteFile, new string('x', 8_192));
    }

    private static async Task MendAsync(DatabaseSettings settings)
    {
        if (settings.Provider == DatabaseProvider.Postgres)
        {
            await OnServerAsync($"ALTER DATABASE {NameOf(settings)} WITH ALLOW_CONNECTIONS true");
            return;
        }
        SqliteConnection.ClearAllPools();
        File.Move(settings.SqliteFile + ".good", settings.SqliteFile, overwrite: true);
    }

    private static string? NameOf(DatabaseSettings settings) => new NpgsqlConnectionStringBuilder(settings.Connection).Database;

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(TestDatabase.PostgresServer);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
