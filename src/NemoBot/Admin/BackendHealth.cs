using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;
using NemoBot.Core.Storage;
using NemoBot.LocalNemo;

namespace NemoBot.Admin;

/// <summary>Whether the chosen backend works.</summary>
internal sealed class BackendHealth(BackendDirectory backends, EmbeddedBackend embedded, IOptions<ClusterOptions> cluster)
{
    public string Name => backends.Chosen.Traits.Name;

    /// <summary>What keeps it from working; null: nothing does, or this instance leaves all work on files to others.</summary>
    public string? Problem =>
        !backends.Chosen.IsAvailable ? "does not answer"
        : ReferenceEquals(backends.Chosen, backends.Local) && WorksOnFiles(cluster.Value) ? embedded.Problem
        : null;

    private static bool WorksOnFiles(ClusterOptions options) =>
        !options.IsOn || options.Has(ClusterOptions.ChatRole) || options.Has(ClusterOptions.RenderRole);
}
