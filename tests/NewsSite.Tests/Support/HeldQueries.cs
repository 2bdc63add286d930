using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NewsSite.Tests.Support;

/// <summary>Holds the next query that reads a certain column after it has read, so that a test can change the row meanwhile.</summary>
public sealed class HeldQueries : DbCommandInterceptor
{
    private Hold? hold;

    public Hold Next(string column) => hold = new Hold(column);

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (hold is { } held && command.CommandText.Contains(held.Column, StringComparison.Ordinal) && held.TryTake())
        {
            await held.WaitAsync();
        }
        return result;
    }
}

public sealed class Hold(string column)
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int taken;

    public string Column => column;
    public Task Reached => reached.Task;

    public void Release() => released.TrySetResult();

    internal bool TryTake() => Interlocked.Exchange(ref taken, 1) == 0;

    internal Task WaitAsync()
    {
        reached.TrySetResult();
        return released.Task;
    }
}
