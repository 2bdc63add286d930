using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NewsSite.Tests.Support;

/// <summary>What requests ask of the store: the statements, and how many rows they read. What the site does in the background is left out.</summary>
public sealed class QueryLog : DbCommandInterceptor
{
    private readonly ConcurrentQueue<(string Sql, int Rows, IReadOnlyDictionary<string, object?> Values)> asked = [];

    public IReadOnlyList<string> Statements => [.. asked.Select(one => one.Sql)];

    /// <summary>The statements with the values of their parameters, so that they can be asked again.</summary>
    public IReadOnlyList<(string Sql, IReadOnlyDictionary<string, object?> Values)> Asked => [.. asked.Select(one => (one.Sql, one.Values))];

    public int Rows => asked.Sum(one => one.Rows);

    public void Clear() => asked.Clear();

    public override InterceptionResult DataReaderClosing(DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
    {
        Note(command, eventData.ReadCount);
        return result;
    }

    public override ValueTask<InterceptionResult> DataReaderClosingAsync(DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
    {
        Note(command, eventData.ReadCount);
        return new(result);
    }

    // What HearEvictions, MakeRenditions and RenderAgain ask for.
    private static readonly string[] Background = ["\"Evictions\"", "\"Attempts\" <", "\"RenderVersion\" <"];

    private void Note(DbCommand command, int rows)
    {
        if (!Background.Any(mark => command.CommandText.Contains(mark, StringComparison.Ordinal)))
        {
            asked.Enqueue((command.CommandText, rows, command.Parameters.Cast<DbParameter>().ToDictionary(value => value.ParameterName, value => value.Value)));
        }
    }
}
