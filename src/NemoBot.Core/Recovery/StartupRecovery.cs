using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Inbound;
using NemoBot.Core.Queueing;
using NemoBot.Core.Rendering;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Text;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Recovery;

/// <summary>Continues after a restart what an earlier process left: renders, waiting turns, replies that were not shown. Old requests ask first.</summary>
internal sealed partial class StartupRecovery(
    IBotStore store,
    InboundDispatcher dispatcher,
    PlatformDirectory platforms,
    LiveStatusFactory statuses,
    RenderQueue renders,
    TurnContextFactory contexts,
    TurnFinalizer finalizer,
    StatusFinalizer statusFinalizer,
    SupervisedLoop loop,
    IOptionsMonitor<EngineOptions> options,
    IOptions<ClaimOptions> claims,
    TimeProvider clock,
    ILogger<StartupRecovery> logger)
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(10);

    /// <summary>Recovers once, retrying while the store fails.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await loop.RunAsync(
                "recovery",
                RetryInterval,
                runsAtOnce: true,
                async token =>
                {
                    await ResumeAsync(token).ConfigureAwait(false);
                    await done.CancelAsync().ConfigureAwait(false);
                },
                done.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Recovered.
        }
    }

    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var until = now + claims.Value.Lease;
        var open = await store.ClaimOpenRendersAsync(claims.Value.Instance, now, until, cancellationToken).ConfigureAwait(false);
        var turns = await store.ClaimOpenTurnsAsync(claims.Value.Instance, now, until, cancellationToken).ConfigureAwait(false);

        // Claimed before the first turn continues: what ends from here on is shown by whoever ends it.
        var replies = await store.ClaimPendingRepliesAsync(claims.Value.Instance, now, until, cancellationToken).ConfigureAwait(false);
        foreach (var reply in replies.Where(e => platforms.Has(e.Conversation)))
        {
            await TryAsync(reply.TurnId, () => ResumeAsync(reply, cancellationToken)).ConfigureAwait(false);
        }

        foreach (var render in open.Where(r => platforms.Has(r.Conversation)))
        {
            await TryAsync(render.TurnId, () => ResumeAsync(render, cancellationToken)).ConfigureAwait(false);
        }

        foreach (var turn in turns.Where(t => platforms.Has(t.Message.Conversation)))
        {
            await TryAsync(turn.Id, () => ResumeAsync(turn, now, cancellationToken)).ConfigureAwait(false);
        }

        LogResumed(logger, turns.Count, open.Count, replies.Count);
    }

    /// <summary>One record that cannot be continued does not keep the others waiting.</summary>
    private async Task TryAsync(long turn, Func<Task> resume)
    {
        try
        {
            await resume().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotResumed(logger, exception, turn);
        }
    }

    private async Task ResumeAsync(TurnRecord turn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isOld = now - turn.CreatedAt > options.CurrentValue.ResumeWithin;
        if (turn.State is TurnState.Sent || !isOld)
        {
            dispatcher.Enqueue(new QueuedTurn(turn));
            return;
        }

        await using var context = await contexts.OpenAsync(turn, new ConversationLocation(turn.Message.Conversation), cancellationToken).ConfigureAwait(false);
        var texts = context.Texts;
        await finalizer.FinishAsync(context, TurnState.Held, new Answer(
            texts["resume.old"],
            ButtonSet.Rerun(turn.Id, texts),
            new Platforms.Button(ButtonIds.Of(ButtonIds.Drop, turn.Id), texts["button.drop"]))).ConfigureAwait(false);
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
            Texts.For(conversation.Language),
            message => store.UpdatePendingReplyAsync(reply.Id, e => e with { StatusMessageId = message.MessageId }, CancellationToken.None),
            cancellationToken).ConfigureAwait(false);
        _ = statusFinalizer.ShowAsync(status, reply.Conversation, new Answer(reply.Text, reply.Buttons), reply);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Continued {Turns} turns, {Renders} renders and {Replies} replies of an earlier process.")]
    private static partial void LogResumed(ILogger logger, int turns, int renders, int replies);

    [LoggerMessage(Level = LogLevel.Error, Message = "Turn {Turn} could not be continued.")]
    private static partial void LogNotResumed(ILogger logger, Exception exception, long turn);
}
