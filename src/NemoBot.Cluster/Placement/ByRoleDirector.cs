using NemoBot.Cluster.Naming;
using NemoBot.Core.Storage;
using Orleans.Runtime.Placement;

namespace NemoBot.Cluster.Placement;

/// <summary>Chooses among the instances with the role by rendezvous hash. The defaults of Orleans put everything on the instance that started first.</summary>
internal sealed class ByRoleDirector(IClusterMembershipService membership) : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var members = membership.CurrentSnapshot.Members;
        var places = context.GetCompatibleSilos(target)
            .Where(s => members.TryGetValue(s, out var member) && member.Status is SiloStatus.Active && InstanceName.Parse(member.Name).Roles.Contains(ClusterOptions.ChatRole))
            .ToDictionary(s => InstanceName.Parse(members[s].Name).Instance, StringComparer.Ordinal);
        var chosen = RendezvousHash.Choose(target.GrainIdentity.Key.ToString()!, places.Keys)
            ?? throw new OrleansException($"No instance has the role '{ClusterOptions.ChatRole}'.");
        return Task.FromResult(places[chosen]);
    }
}
