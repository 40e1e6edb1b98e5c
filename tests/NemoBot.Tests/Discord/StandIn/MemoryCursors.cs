using System.Collections.Concurrent;
using NemoBot.Core.Storage;

namespace NemoBot.Tests.Discord.StandIn;

/// <summary>Cursors that outlive a platform, as the database does.</summary>
internal sealed class MemoryCursors : IPlatformCursors
{
    public ConcurrentDictionary<string, string> Values { get; } = new();

    public Task<string?> GetCursorAsync(string name, CancellationToken cancellationToken) => Task.FromResult(Values.GetValueOrDefault(name));

    public Task SetCursorAsync(string name, string? value, CancellationToken cancellationToken)
    {
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
