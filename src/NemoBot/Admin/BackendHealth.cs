using NemoBot.Core.Backend;
using NemoBot.LocalNemo;

namespace NemoBot.Admin;

/// <summary>Whether the chosen backend works.</summary>
internal sealed class BackendHealth(BackendDirectory backends, EmbeddedBackend embedded)
{
    public string Name => backends.Chosen.Traits.Name;

    /// <summary>What keeps it from working; null: nothing does.</summary>
    public string? Problem =>
        !backends.Chosen.IsAvailable ? "does not answer" : ReferenceEquals(backends.Chosen, backends.Local) ? embedded.Problem : null;
}
