using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace NewsSite.Data;

public sealed class SqliteNewsDb(DbContextOptions<SqliteNewsDb> options) : NewsDb(options)
{
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        using var turn = await this.GetService<WriteGate>().EnterAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        conventions.Properties<DateTimeOffset>().HaveConversion<SortableUtcText>().HaveMaxLength(23);
    }

    // SQLite has no type for moments; as text of equal length they compare as they should.
    private sealed class SortableUtcText() : ValueConverter<DateTimeOffset, string>(
        moment => moment.UtcDateTime.ToString(Pattern, CultureInfo.InvariantCulture),
        text => new DateTimeOffset(DateTime.ParseExact(text, Pattern, CultureInfo.InvariantCulture), TimeSpan.Zero))
    {
        private const string Pattern = "yyyy-MM-dd HH:mm:ss.fff";
    }
}
