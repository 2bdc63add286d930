using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace NewsSite.Data;

/// <summary>What was overwritten in the store is to be gone from its files too.</summary>
public static class Scrubbing
{
    extension(NewsDb db)
    {
        /// <summary>
        /// SQLite keeps pages as they were in its journal until it writes over them: the journal is emptied. What was deleted in the file itself it has
        /// overwritten already (<c>secure_delete</c>). PostgreSQL does both by itself, at its next vacuum.
        /// </summary>
        public async Task ScrubAsync()
        {
            if (db is SqliteNewsDb)
            {
                using var turn = await db.GetService<WriteGate>().EnterAsync(CancellationToken.None);
                // Nobody waits long for it: where a long reader is in the way, the next sweep does it.
                await db.Database.ExecuteSqlRawAsync("PRAGMA busy_timeout=1000; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout=5000;");
            }
        }
    }
}
