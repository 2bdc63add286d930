using Microsoft.EntityFrameworkCore;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.House;

public sealed class BothDatabasesTests
{
    [Fact]
    public async Task Each_database_has_a_run_of_the_suite_of_its_own()
    {
        Assert.SkipWhen(
            TestDatabase.PostgresServer is null && Environment.GetEnvironmentVariable("NEWSSITE_TESTS_RUN") is null,
            "The suite runs on SQLite only. tests/run starts a private PostgreSQL and runs it there as well; or set NEWSSITE_TEST_POSTGRES to a connection string.");
        await using var site = await TestSite.WithDemoAsync();

        var engine = await site.InStoreAsync(db => Task.FromResult(db.Database.ProviderName));

        Assert.EndsWith(TestDatabase.PostgresServer is null ? "Sqlite" : "PostgreSQL", engine, StringComparison.Ordinal);
    }
}
