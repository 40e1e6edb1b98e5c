using System.Collections.Frozen;

namespace NemoBot.Core.Backend;

/// <summary>The backends of this process by name, and the one that new projects start with.</summary>
internal sealed class BackendDirectory(IEnumerable<IVideoBackend> backends, string chosen)
{
    private readonly FrozenDictionary<string, IVideoBackend> _byName = backends.ToFrozenDictionary(b => b.Traits.Name, StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public IReadOnlyList<IVideoBackend> All => _byName.Values;

    /// <summary>The configured one.</summary>
    public IVideoBackend Chosen => _byName[chosen];

    /// <summary>The one that renders on this machine; null if it is switched off.</summary>
    public IVideoBackend? Local => _byName.GetValueOrDefault(BackendTraits.Local);

    /// <summary>Which account a backend is called with: a conversation's own one belongs to the configured backend alone.</summary>
    public string AccountFor(IVideoBackend backend, string accountKey) => ReferenceEquals(backend, Chosen) ? accountKey : Accounts.Default;

    /// <summary>By name; the configured one for null and for one that is no longer there.</summary>
    public IVideoBackend Get(string? name) => name is not null && _byName.TryGetValue(name, out var found) ? found : Chosen;
}
