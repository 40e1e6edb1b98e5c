using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Queueing;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Telemetry;
using NemoBot.Core.Text;

namespace NemoBot.Core.Turns;

/// <summary>Runs one turn and reports how it ended, whatever happens: a failure ends the turn, never its queue.</summary>
internal sealed partial class TurnRunner(
    IBotStore store,
    TurnContextFactory contexts,
    IEnumerable<ITurnHandler> handlers,
    DeferredRender deferred,
    TurnFinalizer finalizer,
    TurnFailures failures,
    Messenger messenger,
    TurnReport report,
    IOptionsMonitor<EngineOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<TurnRunner> logger) : ITurnExecutor
{
    private const int OpenAttempts = 4;

    public bool BypassesQueue(Request request) => Find(request, TurnState.Queued).BypassesQueue(request);

    public bool CostsWork(Request request) => Find(request, TurnState.Queued).CostsWork(request);

    public async Task RunAsync(QueuedTurn item)
    {
        using var deadline = new CancellationTokenSource(options.CurrentValue.TurnDeadline, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(item.Cancelled, deadline.Token, lifetime.ApplicationStopping);
        try
        {
            await item.BeginAsync(options.CurrentValue.AnnouncePatience, clock).ConfigureAwait(false);
            if (await OpenAsync(item).ConfigureAwait(false) is not { } context)
            {
                return;
            }

            await using (context)
            {
                using var scope = logger.BeginTurn(context.Key, context.Turn.Id);
                using var span = BotTraces.Start("turn", context.Turn.TraceParent);
                span?.SetTag("turn", context.Turn.Id).SetTag("platform", context.Key.Platform);
                await RunAsync(context, item, linked.Token).ConfigureAwait(false);
                if (!context.Turn.State.IsOpen())
                {
                    report.Ended(context.Turn, context.Request);
                }

                await deferred.CheckAsync(context, lifetime.ApplicationStopping).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested || item.IsAbandoned)
        {
            // The turn stays open in the store; the next process takes it up, or another has.
        }
        catch (LaneLostException)
        {
            LogLost(logger, item.Turn.Id);
        }
        catch (TurnGoneException)
        {
            // Forgotten while a deferred render was started: nothing is left to do.
        }
    }

    /// <summary>
    /// Reads what the turn needs. A turn that was forgotten, or has ended already, is never run: it may have been paid for. A store that
    /// cannot be read is tried again; after that the author learns about it.
    /// </summary>
    private async Task<TurnContext?> OpenAsync(QueuedTurn item)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var turn = await store.GetTurnAsync(item.Turn.Id, lifetime.ApplicationStopping).ConfigureAwait(false);
                return turn is null || !turn.State.IsOpen()
                    ? null
                    : await contexts.OpenAsync(
                        turn with { StatusMessageId = turn.StatusMessageId ?? item.AnnouncementId }, item.Location, lifetime.ApplicationStopping)
                        .ConfigureAwait(false);
            }
            catch (Exception exception) when (!lifetime.ApplicationStopping.IsCancellationRequested)
            {
                LogNotOpened(logger, exception, item.Turn.Id, attempt);
                if (attempt == OpenAttempts)
                {
                    await ReportUnreadableAsync(item).ConfigureAwait(false);
                    return null;
                }

                await Task.Delay(options.CurrentValue.RetryWait * attempt, clock, lifetime.ApplicationStopping).ConfigureAwait(false);
            }
        }
    }

    private async Task ReportUnreadableAsync(QueuedTurn item)
    {
        var message = item.Turn.Message;
        await messenger.SayAsync(
            item.Location.Current, Texts.For(message.Language)["error.store"], [], null, lifetime.ApplicationStopping).ConfigureAwait(false);
        await store.UpdateTurnAsync(
            item.Turn.Id, t => t.End(TurnState.Failed, clock.GetUtcNow()), lifetime.ApplicationStopping).ConfigureAwait(false);
    }

    private async Task RunAsync(TurnContext context, QueuedTurn item, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Find(context.Request, context.Turn.State).HandleAsync(context, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested || item.IsAbandoned)
        {
            throw;
        }
        catch (LaneLostException)
        {
            throw;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            var words = context.Texts[!item.IsCancelled ? "talk.deadline" : context.Turn.State is TurnState.Sent ? "cancel.sent" : "cancel.done"];
            var answer = new Answer(words, ButtonSet.Rerun(context.Turn.Id, context.Texts));
            await finalizer.FinishAsync(context, TurnState.Cancelled, answer).ConfigureAwait(false);
        }
        catch (TurnGoneException)
        {
            await finalizer.AbandonAsync(context).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            var answer = await failures.DescribeAsync(context, exception).ConfigureAwait(false);
            await finalizer.FinishAsync(context, TurnState.Failed, answer).ConfigureAwait(false);
        }
    }

    private ITurnHandler Find(Request request, TurnState state) => handlers.First(h => h.Handles(request, state));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Turn {Turn} is continued by another instance.")]
    private static partial void LogLost(ILogger logger, long turn);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Turn {Turn} could not be read (attempt {Attempt}).")]
    private static partial void LogNotOpened(ILogger logger, Exception exception, long turn, int attempt);
}
