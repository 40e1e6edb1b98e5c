using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Core.Requests;
using NemoBot.Core.Storage;
using NemoBot.Core.Telemetry;

namespace NemoBot.Core.Inbound;

/// <summary>Stores messages before anything else happens with them, and detects repeated deliveries.</summary>
internal sealed class Inbox(IBotStore store, IOptions<ClaimOptions> claims, TimeProvider clock)
{
    /// <summary>Stores the message. A button that costs or changes something counts once per message it belongs to.</summary>
    /// <param name="message">The message.</param>
    /// <param name="isOver">It is answered by whoever received it and never carried out.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>
    /// The turn, or null for a copy that a platform delivered again. A second press of such a button is written too, so that it is
    /// answered, once.
    /// </returns>
    public async Task<(TurnRecord? Turn, bool IsSecondPress)> AddAsync(InboundMessage message, bool isOver, CancellationToken cancellationToken)
    {
        var record = new TurnRecord
        {
            Message = message,
            CreatedAt = clock.GetUtcNow(),
            TraceParent = BotTraces.Current,
            Owner = claims.Value.Instance,
            LeaseUntil = clock.GetUtcNow() + claims.Value.Lease,
        };
        if (!CountsOnce(message))
        {
            return (await store.AddTurnAsync(isOver ? End(record) : record, cancellationToken).ConfigureAwait(false), false);
        }

        var once = record with { Message = message with { MessageId = $"press:{message.ActionMessageId}:{message.ActionId}" } };
        return await store.AddTurnAsync(isOver ? End(once) : once, cancellationToken).ConfigureAwait(false) is { } added
            ? (added, false)
            : (await store.AddTurnAsync(End(record), cancellationToken).ConfigureAwait(false), true);
    }

    private static TurnRecord End(TurnRecord turn) => turn.End(TurnState.Failed, turn.CreatedAt);

    private static bool CountsOnce(InboundMessage message) =>
        message is { ActionId: { } action, ActionMessageId: not null }
        && ButtonIds.Read(action).Verb is ButtonIds.Starter or ButtonIds.Offer or ButtonIds.Preset or ButtonIds.Rerun or ButtonIds.Go
            or ButtonIds.Local or ButtonIds.Compress or ButtonIds.Undo;
}
