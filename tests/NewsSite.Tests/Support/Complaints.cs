using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace NewsSite.Tests.Support;

/// <summary>Every warning and error that the site logs.</summary>
public sealed class Complaints : ILoggerProvider
{
    private readonly ConcurrentQueue<string> said = [];

    public IReadOnlyList<string> All => [.. said];

    public ILogger CreateLogger(string categoryName) => new Listener(categoryName, said);

    public void Dispose() { }

    private sealed class Listener(string category, ConcurrentQueue<string> said) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                said.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
            }
        }
    }
}
