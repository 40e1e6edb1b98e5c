using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;
using NemoBot.Core.Commands;
using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Prompting;
using NemoBot.Core.Queueing;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Turns;

/// <summary>Runs one turn and tells how it ended, whatever happens: a failure ends the turn, never its lane.</summary>
internal sealed partial class TurnRunner(
    IBotStore store,
    TurnContextFactory contexts,
    CommandSet commands,
    UnknownCommand unknown,
    AccessPolicyEvaluator access,
    PromptHandler talk,
    DeferredRender owed,
    TurnFinalizer end,
    Messenger messenger,
    IOptions<EngineOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<TurnRunner> logger)
{
    /// <summary>True if a request does not wait for what runs.</summary>
    public bool BypassesQueue(Request request) => request.Kind is RequestKind.Command && Find(request).BypassesQueue;

    public async Task RunAsync(QueuedTurn item)
    {
        using var deadline = new CancellationTokenSource(options.Value.TurnDeadline, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(item.Cancelled, deadline.Token, lifetime.ApplicationStopping);
        try
        {
            await item.BeginAsync(options.Value.AnnouncePatience, clock).ConfigureAwait(false);
            var turn = await store.GetTurnAsync(item.Turn.Id, CancellationToken.None).ConfigureAwait(false) ?? item.Turn;
            await using var context = await contexts.OpenAsync(turn, item.Where, CancellationToken.None).ConfigureAwait(false);
            await RunAsync(context, item, linked.Token).ConfigureAwait(false);
            await owed.CheckAsync(context, lifetime.ApplicationStopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // The turn stays as it stands in the store; the next process takes it up.
        }
        catch (Exception exception)
        {
            LogCrashed(logger, exception, item.Turn.Id);
        }
    }

    private async Task RunAsync(TurnContext context, QueuedTurn item, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        try
        {
            await DispatchAsync(context, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!lifetime.ApplicationStopping.IsCancellationRequested)
        {
            var words = !item.IsCancelled ? texts["talk.deadline"] : texts[context.Turn.State is TurnState.Sent ? "cancel.sent" : "cancel.done"];
            await end.FinishAsync(context, TurnState.Cancelled, new Answer(words, ButtonSet.Rerun(context.Turn.Id, texts))).ConfigureAwait(false);
        }
        catch (BackendException exception)
        {
            LogBackend(logger, exception, context.Turn.Id);
            var situation = await ReplyComposer.SituationAsync(context, CancellationToken.None).ConfigureAwait(false);
            await end.FinishAsync(context, TurnState.Failed, FailureAnswer.Describe(exception.Error, situation, texts)).ConfigureAwait(false);
        }
        catch (AttachmentException exception)
        {
            var words = exception.Problem switch
            {
                AttachmentProblem.TooLarge => texts.Format("error.too-large", ByteText.Of(exception.Limit ?? context.Skill.MaxBytes)),
                AttachmentProblem.Unreachable => texts["error.attachment-broke"],
                _ => texts["error.attachment"],
            };
            await FailAsync(context, words).ConfigureAwait(false);
        }
        catch (MediaException exception)
        {
            LogMedia(logger, exception, context.Turn.Id);
            await FailAsync(context, MediaProblemText.Describe(exception.Problem, texts)).ConfigureAwait(false);
        }
        catch (StoreException exception) when (exception.Problem is StoreProblem.Full)
        {
            LogCrashed(logger, exception, context.Turn.Id);
            await FailAsync(context, texts["media.disk-full"]).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogCrashed(logger, exception, context.Turn.Id);
            await FailAsync(context, texts["error.other"]).ConfigureAwait(false);
        }
    }

    private Task FailAsync(TurnContext context, string words) =>
        end.FinishAsync(context, TurnState.Failed, new Answer(words, ButtonSet.Rerun(context.Turn.Id, context.Texts)));

    private ICommand Find(Request request) => commands.Find(request.Command) ?? unknown;

    private async Task DispatchAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (context.Turn.State is TurnState.Sent)
        {
            await talk.RecoverAsync(context, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (context.Request.Kind is RequestKind.Prompt)
        {
            await talk.RunAsync(context, cancellationToken).ConfigureAwait(false);
            return;
        }

        var command = Find(context.Request);
        var may = !command.RequiresAdmin
            || await access.MayAsync(context.Conversation, context.Message.Author, context.Message.IsAdministrator, cancellationToken).ConfigureAwait(false);
        var answer = may
            ? await command.RunAsync(context, cancellationToken).ConfigureAwait(false)
            : new Answer(AccessPolicyEvaluator.Deny(context.Conversation, context.Texts));
        await AnswerAsync(context, answer, cancellationToken).ConfigureAwait(false);
    }

    private async Task AnswerAsync(TurnContext context, Answer? answer, CancellationToken cancellationToken)
    {
        if (answer is not null && context.Turn.StatusMessageId is not null)
        {
            await end.FinishAsync(context, TurnState.Done, answer).ConfigureAwait(false);
            return;
        }

        if (answer is not null)
        {
            await messenger.SayAsync(context.Key, answer.Text, answer.Buttons, context.Asked, cancellationToken).ConfigureAwait(false);
        }

        if (context.Turn.State is TurnState.Queued or TurnState.Running)
        {
            await context.SaveAsync(t => t with { State = TurnState.Done, EndedAt = clock.GetUtcNow() }, CancellationToken.None).ConfigureAwait(false);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Turn {Turn} ended in an unexpected way.")]
    private static partial void LogCrashed(ILogger logger, Exception exception, long turn);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Turn {Turn}: the backend failed.")]
    private static partial void LogBackend(ILogger logger, Exception exception, long turn);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Turn {Turn}: a media tool failed.")]
    private static partial void LogMedia(ILogger logger, Exception exception, long turn);
}
