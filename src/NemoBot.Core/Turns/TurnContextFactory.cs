using NemoBot.Core.Backend;
using NemoBot.Core.Queueing;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Turns;

/// <summary>Gathers what a turn needs.</summary>
internal sealed class TurnContextFactory(
    IBotStore store, LiveStatusFactory statuses, BackendDirectory backends, ISkillCatalog skills, ConversationProvider conversations, ConversationQueues queues)
{
    public async Task<TurnContext> OpenAsync(TurnRecord turn, ConversationLocation location, CancellationToken cancellationToken)
    {
        var conversation = await conversations.GetAsync(turn.Message, cancellationToken).ConfigureAwait(false);
        return new TurnContext(store, statuses, turn, location, conversation)
        {
            Request = RequestParser.Read(turn.Message),
            Backends = backends,
            Skills = skills,
            HasFollowers = () => queues.Snapshot(location.Current).Any(i => i.Turn.Id != turn.Id && !i.IsCancelled),
        };
    }
}
