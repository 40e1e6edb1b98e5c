using Orleans.Placement;

namespace NemoBot.Cluster.Placement;

/// <summary>Places a grain on the instances that work on conversations.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ByRoleAttribute() : PlacementAttribute(new ByRolePlacement());
