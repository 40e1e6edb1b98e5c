using NemoBot.Web.Admin;

namespace NemoBot.Admin;

/// <summary>Keeps the latest warnings and errors of the bot's own log for the admin page; the same line again is counted.</summary>
internal sealed class RecentErrors(TimeProvider clock) : ILoggerProvider
{
    private const int Most = 50;

    private readonly Lock _gate = new();
    private readonly List<AdminError> _errors = [];

    public IReadOnlyList<AdminError> Read()
    {
        lock (_gate)
        {
            return [.. _errors];
        }
    }

    public ILogger CreateLogger(string categoryName) => new Listener(this, categoryName.StartsWith("NemoBot", StringComparison.Ordinal));

    public void Dispose()
    {
    }

    private void Add(bool isError, string text)
    {
        lock (_gate)
        {
            var known = _errors.FindIndex(e => e.Text == text && e.IsError == isError);
            var count = known < 0 ? 1 : _errors[known].Count + 1;
            if (known >= 0)
            {
                _errors.RemoveAt(known);
            }

            _errors.Insert(0, new AdminError(clock.GetUtcNow(), isError, text, count));
            if (_errors.Count > Most)
            {
                _errors.RemoveAt(Most);
            }
        }
    }

    private sealed class Listener(RecentErrors errors, bool isOurs) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => isOurs && logLevel >= LogLevel.Warning && logLevel != LogLevel.None;

        /// <summary>The sentence only: stacks are in the log.</summary>
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                errors.Add(logLevel >= LogLevel.Error, formatter(state, null));
            }
        }
    }
}
