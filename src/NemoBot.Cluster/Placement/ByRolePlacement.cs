namespace NemoBot.Cluster.Placement;

/// <summary>Places an activation on an instance that has a role.</summary>
[Serializable]
internal sealed class ByRolePlacement : PlacementStrategy;
