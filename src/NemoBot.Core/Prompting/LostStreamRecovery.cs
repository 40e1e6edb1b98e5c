using NemoBot.Core.Backend;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Prompting;

/// <summary>
/// Finds out by the state what became of a message whose stream was lost. The waits are the backend's: a first one, then several
/// further reads; the message is never posted again.
/// </summary>
internal sealed class LostStreamRecovery(DraftService drafts, TimeProvider clock)
{
    /// <param name="context">A turn that was marked sent, with the time and the draft before it.</param>
    /// <param name="lostAt">When the stream was lost; after a restart, when the message was sent.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The changed state; null if nothing came of the message.</returns>
    public async Task<BackendState?> WaitAsync(TurnContext context, DateTimeOffset lostAt, CancellationToken cancellationToken)
    {
        var traits = context.Backend.Traits;
        await context.StageAsync("status.recovering", cancellationToken).ConfigureAwait(false);
        var wait = lostAt + traits.RecoveryFirstWait - clock.GetUtcNow();
        for (var read = 1; ; read++)
        {
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
            }

            var state = await ReadAsync(context, cancellationToken).ConfigureAwait(false);
            if (DraftService.HashOf(state) != context.Turn.DraftHashBefore)
            {
                return state;
            }

            if (read >= traits.RecoveryReads)
            {
                return null;
            }

            wait = traits.RecoveryWait;
        }
    }

    /// <summary>Reads the state after a message that was sent. What it did must be seen: an outage of some minutes is waited out.</summary>
    /// <exception cref="BackendException">The state could not be read as often as an unchanged one is read.</exception>
    public async Task<BackendState> ReadAsync(TurnContext context, CancellationToken cancellationToken)
    {
        for (var read = 1; ; read++)
        {
            try
            {
                return await drafts.ReadAsync(context, cancellationToken).ConfigureAwait(false);
            }
            catch (BackendException exception) when (read < context.Backend.Traits.RecoveryReads
                && exception.Error.Kind is (BackendErrorKind.Unavailable or BackendErrorKind.NeverSent or BackendErrorKind.RateLimited or BackendErrorKind.Malformed))
            {
                await context.StageAsync("status.recovering", cancellationToken).ConfigureAwait(false);
                await Task.Delay(context.Backend.Traits.RecoveryWait, clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
