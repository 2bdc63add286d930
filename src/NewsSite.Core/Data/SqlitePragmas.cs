using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NewsSite.Data;

internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // busy_timeout: without it the provider sleeps in steps of 150 ms. FULL: what was acknowledged survives a power cut. secure_delete: what was deleted is overwritten.
    private const string Pragmas = "PRAGMA busy_timeout=5000; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
