using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Commands;

/// <summary>The button that drops a request that was held back.</summary>
internal sealed class DropCommand(IBotStore store, TimeProvider clock) : ICommand
{
    public IReadOnlyList<string> Names => [ButtonIds.Drop];

    public bool BypassesQueue => true;

    public bool RequiresAdmin => false;

    public async Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (await NamedTurn.FindAsync(store, context.Request.Arguments, context.Key, cancellationToken).ConfigureAwait(false) is { State: TurnState.Held } held)
        {
            await store.UpdateTurnAsync(
                held.Id,
                t => t.State is TurnState.Held ? t.End(TurnState.Cancelled, clock.GetUtcNow()) : t,
                cancellationToken).ConfigureAwait(false);
        }

        return new Answer(context.Texts["cancel.dropped"]);
    }
}
