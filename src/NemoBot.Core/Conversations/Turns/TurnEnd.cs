using NemoBot.Core.Delivery;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Conversations.Turns;

/// <summary>Ends a turn: its record first, then its status message.</summary>
internal sealed class TurnEnd(Messenger messenger, TimeProvider clock)
{
    public async Task FinishAsync(TurnContext context, TurnState state, Answer answer)
    {
        var status = await context.StatusAsync(CancellationToken.None).ConfigureAwait(false);
        await context.SaveAsync(t => t with { State = state, Reply = answer.Text, EndedAt = clock.GetUtcNow(), LeaseUntil = null }, CancellationToken.None)
            .ConfigureAwait(false);

        // The final edit may be blocked by the platform for long; the lane does not wait for it.
        _ = ShowAsync(context, status, answer);
    }

    private async Task ShowAsync(TurnContext context, LiveStatus status, Answer answer)
    {
        var rest = await status.FinishAsync(answer).ConfigureAwait(false);
        for (var i = 0; i < rest.Count; i++)
        {
            await messenger.SayAsync(context.Key, rest[i], i == rest.Count - 1 ? answer.Buttons : [], null, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
