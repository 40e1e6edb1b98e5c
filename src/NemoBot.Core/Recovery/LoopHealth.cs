using System.Collections.Concurrent;

namespace NemoBot.Core.Recovery;

/// <summary>What works and what does not, by name: loops and platforms report here, the health answer reads it.</summary>
internal sealed class LoopHealth
{
    private readonly ConcurrentDictionary<string, string?> _problems = new(StringComparer.Ordinal);

    /// <summary>The names of all that report, with their present problem; null: none.</summary>
    public IReadOnlyDictionary<string, string?> Problems => new SortedDictionary<string, string?>(_problems, StringComparer.Ordinal);

    public void Succeeded(string name) => _problems[name] = null;

    /// <param name="name">What failed.</param>
    /// <param name="problem">A sentence for the operator; never holds a secret.</param>
    public void Failed(string name, string problem) => _problems[name] = problem;
}
