using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Inbound;
using NemoBot.Core.Platforms;
using NemoBot.Core.Queueing;
using NemoBot.Core.Rendering;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Text;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Recovery;

/// <summary>Continues what another process left open: renders, waiting turns, replies that were not shown. Old requests ask first.</summary>
internal sealed partial class WorkResumer(
    IBotStore store,
    ConversationDispatcher dispatcher,
    PlatformDirectory platforms,
    LiveStatusFactory statuses,
    RenderQueue renders,
    TurnContextFactory contexts,
    TurnFinalizer finalizer,
    StatusFinalizer statusFinalizer,
    IOptionsMonitor<EngineOptions> options,
    TimeProvider clock,
    ILogger<WorkResumer> logger)
{
    public async Task ResumeAsync(LaneWork work, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var reply in work.Replies.Where(e => platforms.Has(e.Conversation)))
        {
            await TryAsync(reply.TurnId, () => ResumeAsync(reply, cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        foreach (var render in work.Renders.Where(r => platforms.Has(r.Conversation)))
        {
            await TryAsync(render.TurnId, () => ResumeAsync(render, cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        foreach (var turn in work.Turns.Where(t => platforms.Has(t.Message.Conversation)))
        {
            await TryAsync(turn.Id, () => ResumeAsync(turn, now, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>One record that cannot be continued does not keep the others waiting.</summary>
    private async Task TryAsync(long turn, Func<Task> resume, CancellationToken cancellationToken)
    {
        try
        {
            await resume().ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotResumed(logger, exception, turn);
        }
    }

    private async Task ResumeAsync(TurnRecord turn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isOld = now - turn.CreatedAt > options.CurrentValue.ResumeWithin;
        if (turn.State is TurnState.Sent || !isOld)
        {
            dispatcher.Resume(turn);
            return;
        }

        await using var context = await contexts.OpenAsync(turn, new ConversationLocation(turn.Message.Conversation), cancellationToken).ConfigureAwait(false);
        var texts = context.Texts;
        await finalizer.FinishAsync(context, TurnState.Held, new Answer(
            texts["resume.old"],
            ButtonSet.Rerun(turn.Id, texts),
            new Button(ButtonIds.Of(ButtonIds.Drop, turn.Id), texts["button.drop"]))).ConfigureAwait(false);
    }

    private async Task ResumeAsync(RenderRecord render, CancellationToken cancellationToken)
    {
        var conversation = await store.GetConversationAsync(render.Conversation, cancellationToken).ConfigureAwait(false);
        var draft = await store.GetDraftAsync(render.Conversation, render.DraftVersion, cancellationToken).ConfigureAwait(false);
        if (conversation is null or { IsClosed: true } || draft is null || render.DeliveredMessageId is not null)
        {
            await store.UpdateRenderAsync(render.Id, r => r with { IsClosed = true, EndedAt = clock.GetUtcNow() }, cancellationToken).ConfigureAwait(false);
            return;
        }

        var turn = await store.GetTurnAsync(render.TurnId, cancellationToken).ConfigureAwait(false);
        var status = await statuses.OpenAsync(
            render.Conversation,
            render.StatusMessageId ?? turn?.StatusMessageId,
            null,
            RepeatKeys.StatusOf(render),
            Texts.For(conversation.Language),
            message => store.UpdateRenderAsync(render.Id, r => r with { StatusMessageId = message.MessageId }, CancellationToken.None),
            cancellationToken).ConfigureAwait(false);
        status.Say(turn?.Reply ?? "");
        renders.Start(new RenderRequest
        {
            Conversation = conversation,
            Location = new ConversationLocation(render.Conversation),
            Draft = draft,
            Record = render,
            Status = status,
            Reply = turn?.Reply ?? "",
            IsAutomatic = turn?.Prompt is not null,
            IsResumed = true,
            TraceParent = turn?.TraceParent,
        });
    }

    private async Task ResumeAsync(PendingReply reply, CancellationToken cancellationToken)
    {
        var conversation = await store.GetConversationAsync(reply.Conversation, cancellationToken).ConfigureAwait(false);
        if (conversation is null or { IsClosed: true })
        {
            await store.DeletePendingReplyAsync(reply.Id, cancellationToken).ConfigureAwait(false);
            return;
        }

        var turn = await store.GetTurnAsync(reply.TurnId, cancellationToken).ConfigureAwait(false);
        var status = await statuses.OpenAsync(
            reply.Conversation,
            reply.StatusMessageId ?? turn?.StatusMessageId,
            null,
            turn is null ? null : RepeatKeys.StatusOf(turn),
            Texts.For(conversation.Language),
            message => store.UpdatePendingReplyAsync(reply.Id, e => e with { StatusMessageId = message.MessageId }, CancellationToken.None),
            cancellationToken).ConfigureAwait(false);
        _ = statusFinalizer.ShowAsync(status, reply.Conversation, new Answer(reply.Text, reply.Buttons), reply);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Turn {Turn} could not be continued.")]
    private static partial void LogNotResumed(ILogger logger, Exception exception, long turn);
}
