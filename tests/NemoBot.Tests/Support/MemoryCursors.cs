using System.Collections.Concurrent;
using NemoBot.Core.Storage;

namespace NemoBot.Tests.Support;

/// <summary>What a platform keeps over a restart, in memory.</summary>
internal sealed class MemoryCursors : IPlatformCursors
{
    public ConcurrentDictionary<string, string> Values { get; } = new();

    /// <summary>Called before a value is set; may throw, as a full disk does.</summary>
    public Action<string, string?> OnSet { get; set; } = (_, _) => { };

    public Task<string?> GetCursorAsync(string name, CancellationToken cancellationToken) => Task.FromResult(Values.GetValueOrDefault(name));

    public Task SetCursorAsync(string name, string? value, CancellationToken cancellationToken)
    {
        OnSet(name, value);
        if (value is null)
        {
            Values.TryRemove(name, out _);
        }
        else
        {
            Values[name] = value;
        }

        return Task.CompletedTask;
    }
}
