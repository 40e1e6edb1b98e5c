using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
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
            Request = await ReadAsync(turn, location.Current, cancellationToken).ConfigureAwait(false),
            Backends = backends,
            Skills = skills,
            HasFollowers = () => queues.Snapshot(location.Current).Any(i => i.Turn.Id != turn.Id && !i.IsCancelled),
        };
    }

    /// <summary>A command that did not come to its end is run again as the command it was; anything else is read by who carries it out.</summary>
    private async Task<Request> ReadAsync(TurnRecord turn, ConversationKey conversation, CancellationToken cancellationToken)
    {
        var request = RequestParser.Read(turn.Message);
        return request is { Kind: RequestKind.Prompt, Command: ButtonIds.Rerun }
            && await NamedTurn.FindAsync(store, request.Arguments, conversation, cancellationToken).ConfigureAwait(false)
                is { Prompt: null, State: TurnState.Failed or TurnState.Held or TurnState.Cancelled } original
            && await FirstAsked.FindAsync(store, original, cancellationToken).ConfigureAwait(false) is var first
            && RequestParser.Read(first.Message) is { Kind: RequestKind.Command } command
            ? command
            : request;
    }
}
