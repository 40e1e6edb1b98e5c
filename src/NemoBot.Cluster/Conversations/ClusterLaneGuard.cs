using NemoBot.Cluster.Membership;
using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Cluster.Conversations;

/// <summary>Reads from the database who has a conversation.</summary>
internal sealed class ClusterLaneGuard(ILaneStore lanes, ClusterMembers members) : ILaneGuard
{
    public bool IsAlone => members.Living.All(m => m == members.Self);

    /// <summary>While the database does not answer, nobody else can take a conversation.</summary>
    public async Task<bool> IsTakenAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        try
        {
            return await lanes.IsLaneTakenAsync(conversation, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException)
        {
            return false;
        }
    }
}
