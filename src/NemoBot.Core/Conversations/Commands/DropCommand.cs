using System.Globalization;
using NemoBot.Core.Conversations.Turns;
using NemoBot.Core.Delivery;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Conversations.Commands;

/// <summary>The button that drops a request that was held back.</summary>
internal sealed class DropCommand(IBotStore store, TimeProvider clock) : ICommand
{
    public IReadOnlyList<string> Names => [ButtonIds.Drop];

    public bool PassesLane => true;

    public bool IsReserved => false;

    public async Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (long.TryParse(context.Request.Arguments, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && await store.GetTurnAsync(id, cancellationToken).ConfigureAwait(false) is { State: TurnState.Held } held
            && held.Message.Conversation == context.Key)
        {
            await store.UpdateTurnAsync(held with { State = TurnState.Cancelled, EndedAt = clock.GetUtcNow() }, cancellationToken).ConfigureAwait(false);
        }

        return new Answer(context.Texts["cancel.dropped"]);
    }
}
