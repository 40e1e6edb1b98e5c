using System.Globalization;
using NemoBot.Cluster.Membership;
using NemoBot.Core.Homes;
using NemoBot.Core.Storage;
using ClusterOptions = NemoBot.Core.Storage.ClusterOptions;

namespace NemoBot.Cluster.Conversations;

/// <summary>The cluster as this instance sees it, for whoever asks how the bot is.</summary>
internal sealed class ClusterHealth(ClusterMembers members, ClusterMetrics metrics, ILaneStore lanes) : IHealthLine
{
    public string Name => "cluster";

    public string State => string.Create(
        CultureInfo.InvariantCulture,
        $"{members.Living.Count} instances, {metrics.Conversations} conversations here, {metrics.TakenUp} taken up, {lanes.RefusedWrites} stale writes refused, {members.CountOf(ClusterOptions.RenderRole)} with the role render");
}
