using System.Collections.Concurrent;

namespace NemoBot.Discord.Supervision;

/// <summary>Collects what does not work at the moment, for the operator.</summary>
internal sealed class HealthMonitor
{
    private readonly ConcurrentDictionary<string, string> _problems = new(StringComparer.Ordinal);

    /// <summary>All current problems in one text; null if there is none.</summary>
    public string? Problem => _problems.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } problems
        ? string.Join(' ', problems)
        : null;

    /// <summary>Sets the problem of a component; null clears it.</summary>
    public void Report(string component, string? problem)
    {
        if (problem is null)
        {
            _problems.TryRemove(component, out _);
        }
        else
        {
            _problems[component] = problem;
        }
    }
}
