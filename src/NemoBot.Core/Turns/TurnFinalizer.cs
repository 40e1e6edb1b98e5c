using NemoBot.Core.Status;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Turns;

/// <summary>Ends a turn: its record first, together with what its status message has to say, then the message.</summary>
internal sealed class TurnFinalizer(StatusFinalizer end, TimeProvider clock)
{
    public async Task FinishAsync(TurnContext context, TurnState state, Answer answer)
    {
        var status = await context.StatusAsync(CancellationToken.None).ConfigureAwait(false);
        var ending = await context.EndAsync(
            t => t with { State = state, Reply = answer.Text, EndedAt = clock.GetUtcNow(), LeaseUntil = null },
            end.NewRecord(status, context.Key, context.Turn.Id, answer)).ConfigureAwait(false);

        // The final edit may be blocked by the platform for long; the lane does not wait for it.
        _ = end.ShowAsync(status, context.Key, answer, ending);
    }
}
