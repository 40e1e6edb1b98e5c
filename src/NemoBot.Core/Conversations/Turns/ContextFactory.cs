using NemoBot.Core.Backend;
using NemoBot.Core.Conversations.Lanes;
using NemoBot.Core.Conversations.Requests;
using NemoBot.Core.Delivery;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Conversations.Turns;

/// <summary>Gathers what a turn needs.</summary>
internal sealed class ContextFactory(
    IBotStore store, LiveStatusFactory statuses, BackendDirectory backends, ISkillCatalog skills, ConversationDesk conversations, LaneSet lanes)
{
    public async Task<TurnContext> OpenAsync(TurnRecord turn, Whereabouts where, CancellationToken cancellationToken)
    {
        var conversation = await conversations.GetAsync(turn.Message, cancellationToken).ConfigureAwait(false);
        return new TurnContext(store, statuses, turn, where, conversation)
        {
            Request = RequestReader.Read(turn.Message),
            Backends = backends,
            Skills = skills,
            HasFollowers = () => lanes.Look(where.Now).Any(i => i.Turn.Id != turn.Id && !i.IsCancelled),
        };
    }
}
