using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NewsSite.Data;

/// <summary>
/// SQLite works on the thread that asks, and a thread that never waits keeps its core for three or four milliseconds before the system lets another on it.
/// Who waits for that core, a reader's page most of all, goes first between two commands. Where nobody waits it costs nothing.
/// </summary>
internal sealed class CommandsGiveWay : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Thread.Yield();
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Thread.Yield();
        return ValueTask.FromResult(result);
    }
}
