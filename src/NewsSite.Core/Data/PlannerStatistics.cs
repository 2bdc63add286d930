using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace NewsSite.Data;

/// <summary>What a database must know of its tables to choose its way through them well.</summary>
public static class PlannerStatistics
{
    extension(NewsDb db)
    {
        /// <summary>SQLite looks at samples of the tables that have none yet, or are ten times what they were, or a tenth: milliseconds, however large they are. PostgreSQL does it by itself.</summary>
        public async Task RefreshStatisticsAsync(CancellationToken cancel)
        {
            if (db is SqliteNewsDb)
            {
                // A connection reads them when it is opened, and once the first are there never again, another process's connections neither: whatever was found, they are opened anew.
                using var turn = await db.GetService<WriteGate>().EnterAsync(cancel);
                // 0x2: analyse; 0x10: samples only; 0x10000: also the tables that this connection has not asked.
                await db.Database.ExecuteSqlRawAsync("PRAGMA optimize=0x10012", cancel);
                SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
            }
        }
    }
}
