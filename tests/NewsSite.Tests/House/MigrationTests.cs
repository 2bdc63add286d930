using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Tests.House;

public sealed class MigrationTests
{
    [Fact]
    public void Neither_database_has_model_changes_without_a_migration()
    {
        using var sqlite = new SqliteNewsDb((DbContextOptions<SqliteNewsDb>)new DbContextOptionsBuilder<SqliteNewsDb>().UseSqlite("Data Source=none").Options);
        using var postgres = new PostgresNewsDb((DbContextOptions<PostgresNewsDb>)new DbContextOptionsBuilder<PostgresNewsDb>().UseNpgsql("Host=none").Options);

        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(postgres.Database.HasPendingModelChanges());
    }
}
