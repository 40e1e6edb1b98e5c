using Microsoft.Extensions.Options;
using NemoBot.Cluster.Naming;
using NemoBot.Cluster.Placement;
using NemoBot.Core.Storage;

namespace NemoBot.Cluster.Membership;

/// <summary>The instances that are alive.</summary>
internal sealed class ClusterMembers(IClusterMembershipService membership, IOptions<ClaimOptions> claims)
{
    /// <summary>The name of this instance.</summary>
    public string Self => claims.Value.Instance;

    /// <summary>The names of the living instances. One that is shutting down has given up its work.</summary>
    public IReadOnlyList<string> Living => [.. Active.Select(m => m.Instance)];

    /// <summary>How many living instances have a role.</summary>
    public int CountOf(string role) => Active.Count(m => m.Roles.Contains(role));

    /// <summary>Yields whenever an instance has come or gone.</summary>
    public IAsyncEnumerable<ClusterMembershipSnapshot> Changes => membership.MembershipUpdates;

    private IEnumerable<InstanceName> Active => membership.CurrentSnapshot.Members.Values
        .Where(m => m.Status is SiloStatus.Active).Select(m => InstanceName.Parse(m.Name));

    /// <summary>Returns true if a work belongs to this instance now: every instance finds the same answer from the same members.</summary>
    public bool IsMine(string work, string role) =>
        RendezvousHash.Choose(work, Active.Where(m => m.Roles.Contains(role)).Select(m => m.Instance)) == Self;
}
