using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace NewsSite.Data;

/// <summary>Two who write at the same moment: how the store says so, and how to be the only one.</summary>
public static class Clash
{
    // SQLite's names for these: UNIQUE, PRIMARYKEY; FOREIGNKEY, and TRIGGER for a foreign key that restricts.
    private const int Unique = 2067, PrimaryKey = 1555, ForeignKey = 787, Restrict = 1811;
    private const int Tries = 6;

    extension(DbUpdateException fault)
    {
        /// <summary>There is one like it already.</summary>
        public bool IsDouble => fault.InnerException is SqliteException { SqliteExtendedErrorCode: Unique or PrimaryKey }
            or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

        /// <summary>Something still hangs on what was to be removed.</summary>
        public bool IsInUse => fault.InnerException is SqliteException { SqliteExtendedErrorCode: ForeignKey or Restrict }
            or PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.RestrictViolation };
    }

    extension(NewsDb db)
    {
        /// <summary>Runs an act in one transaction as if nobody else were writing. It is begun anew where somebody was, so it must read all that it needs itself.</summary>
        public async Task<T> AloneAsync<T>(Func<Task<T>> act, CancellationToken cancel)
        {
            for (var left = Tries; ; left--)
            {
                try
                {
                    using var turn = db is SqliteNewsDb ? await db.GetService<WriteGate>().EnterAsync(cancel) : null;
                    await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancel);
                    var result = await act();
                    await transaction.CommitAsync(cancel);
                    return result;
                }
                catch (Exception fault) when (left > 1 && IsCollision(fault))
                {
                    db.ChangeTracker.Clear();
                }
            }
        }
    }

    private static bool IsCollision(Exception fault) => fault switch
    {
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
        DbUpdateException { IsInUse: true } => true,
        { InnerException: { } inner } => IsCollision(inner),
        _ => false,
    };
}
