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

        var status = await OpenStatusAsync(context).ConfigureAwait(false);
        var ended = clock.GetUtcNow();
        Task<PendingReply?> EndAsync() => context.EndAsync(
            t => t.End(state, ended) with { Reply = answer.Text },
            statuses.NewReply(status?.Message?.MessageId ?? context.Turn.StatusMessageId, context.Key, context.Turn.Id, answer));
        PendingReply? reply;
        try
        {
            reply = await EndAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not LaneLostException)
        {
            // A status message never stays in progress.
            LogNotStored(logger, exception, context.Turn.Id);
            _ = owed.RetryAsync(context.Turn.Id, EndAsync, ShowAsync(context, status, answer, null));
            return;
        }

        if (reply is null)
        {
            await AbandonAsync(context).ConfigureAwait(false);
            return;
        }

        // The platform may hold the final edit back for long; the queue does not wait for it.
        _ = ShowAsync(context, status, answer, reply);
    }

    /// <summary>Ends the status message of a turn that was forgotten. Nothing is stored, and nothing is offered.</summary>
    public async Task AbandonAsync(TurnContext context)
    {
        if (!context.HasHandedOverStatus && context.Turn.StatusMessageId is not null)
        {
            var status = await OpenStatusAsync(context).ConfigureAwait(false);
            _ = ShowAsync(context, status, new Answer(context.Texts["cancel.done"]), null);
        }
    }

    /// <returns>Null if the chat fails: the end is stored all the same, and the next sweep shows the answer.</returns>
    private async Task<LiveStatus?> OpenStatusAsync(TurnContext context)
    {
        try
        {
            return await context.StatusAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not LaneLostException)
        {
            LogNoStatus(logger, exception, context.Turn.Id);
            return null;
        }
    }

    private Task<bool> ShowAsync(TurnContext context, LiveStatus? status, Answer answer, PendingReply? reply) =>
        status is null ? Task.FromResult(false) : statuses.ShowAsync(status, context.Key, answer, reply);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The status message of turn {Turn} could not be opened.")]
    private static partial void LogNoStatus(ILogger logger, Exception exception, long turn);

    [LoggerMessage(Level = LogLevel.Error, Message = "The end of turn {Turn} could not be stored.")]
    private static partial void LogNotStored(ILogger logger, Exception exception, long turn);
}
