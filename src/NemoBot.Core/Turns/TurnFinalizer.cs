using Microsoft.Extensions.Logging;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Turns;

/// <summary>Ends a turn: first its record, together with the reply that its status message still has to show, then the message.</summary>
internal sealed partial class TurnFinalizer(StatusFinalizer statuses, OwedEnds owed, TimeProvider clock, ILogger<TurnFinalizer> logger)
{
    public async Task FinishAsync(TurnContext context, TurnState state, Answer answer)
    {
        if (context.HasHandedOverStatus)
        {
            return;
        }

        var status = await context.StatusAsync(CancellationToken.None).ConfigureAwait(false);
        var ended = clock.GetUtcNow();
        Task<PendingReply?> EndAsync() => context.EndAsync(
            t => t with { State = state, Reply = answer.Text, EndedAt = ended, LeaseUntil = null },
            statuses.NewReply(status.Message?.MessageId, context.Key, context.Turn.Id, answer));
        PendingReply? reply;
        try
        {
            reply = await EndAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not LaneLostException)
        {
            // A status message never stays in progress.
            LogNotStored(logger, exception, context.Turn.Id);
            _ = owed.RetryAsync(context.Turn.Id, EndAsync, statuses.ShowAsync(status, context.Key, answer, null));
            return;
        }

        if (reply is null)
        {
            await AbandonAsync(context).ConfigureAwait(false);
            return;
        }

        // The platform may hold the final edit back for long; the queue does not wait for it.
        _ = statuses.ShowAsync(status, context.Key, answer, reply);
    }

    /// <summary>Ends the status message of a turn that was forgotten. Nothing is stored, and nothing is offered.</summary>
    public async Task AbandonAsync(TurnContext context)
    {
        if (!context.HasHandedOverStatus && context.Turn.StatusMessageId is not null)
        {
            var status = await context.StatusAsync(CancellationToken.None).ConfigureAwait(false);
            _ = statuses.ShowAsync(status, context.Key, new Answer(context.Texts["cancel.done"]), null);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The end of turn {Turn} could not be stored.")]
    private static partial void LogNotStored(ILogger logger, Exception exception, long turn);
}
