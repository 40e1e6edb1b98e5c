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

/// <summary>Takes up after a restart what an earlier process left: renders go on, waiting turns run, old ones ask first, ends are shown.</summary>
internal sealed partial class StartupRecovery(
    IBotStore store,
    InboundDispatcher dispatcher,
    PlatformDirectory platforms,
    LiveStatusFactory statuses,
    RenderQueue renders,
    TurnContextFactory contexts,
    TurnFinalizer end,
    StatusFinalizer statusEnd,
    IOptions<EngineOptions> options,
    IOptions<ClaimOptions> claims,
    TimeProvider clock,
    ILogger<StartupRecovery> logger)
{
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var until = now + claims.Value.Lease;
        var begun = await store.ClaimOpenRendersAsync(claims.Value.Instance, now, until, cancellationToken).ConfigureAwait(false);
        var turns = await store.ClaimOpenTurnsAsync(claims.Value.Instance, now, until, cancellationToken).ConfigureAwait(false);

        // Claimed before the first turn goes on: what ends from here on is shown by whoever ends it.
        var endings = await store.ClaimPendingRepliesAsync(claims.Value.Instance, now, until, cancellationToken).ConfigureAwait(false);
        foreach (var ending in endings.Where(e => platforms.Has(e.Conversation)))
        {
            await ResumeAsync(ending, cancellationToken).ConfigureAwait(false);
        }

        foreach (var render in begun.Where(r => platforms.Has(r.Conversation)))
        {
            await ResumeAsync(render, cancellationToken).ConfigureAwait(false);
        }

        foreach (var turn in turns.Where(t => platforms.Has(t.Message.Conversation)))
        {
            await ResumeAsync(turn, now, cancellationToken).ConfigureAwait(false);
        }

        LogResumed(logger, turns.Count, begun.Count, endings.Count);
    }

    /// <summary>Keeps the claims while this process lives.</summary>
    public async Task KeepClaimsAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(claims.Value.Lease / 3, clock);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            await store.RenewLeasesAsync(claims.Value.Instance, clock.GetUtcNow() + claims.Value.Lease, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Deletes what is older than it has to be kept, now and then.</summary>
    public async Task PruneAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.Value.PruneInterval, clock);
        do
        {
            await store.PruneAsync(clock.GetUtcNow() - options.Value.Retention, cancellationToken).ConfigureAwait(false);
        }
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false));
    }

    private async Task ResumeAsync(TurnRecord turn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isOld = now - turn.CreatedAt > options.Value.ResumeWithin;
        if (turn.State is TurnState.Sent || !isOld)
        {
            dispatcher.Enqueue(new QueuedTurn(turn));
            return;
        }

        await using var context = await contexts.OpenAsync(turn, new ConversationLocation(turn.Message.Conversation), cancellationToken).ConfigureAwait(false);
        var texts = context.Texts;
        await end.FinishAsync(context, TurnState.Held, new Answer(
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

    private async Task ResumeAsync(PendingReply ending, CancellationToken cancellationToken)
    {
        var conversation = await store.GetConversationAsync(ending.Conversation, cancellationToken).ConfigureAwait(false);
        if (conversation is null or { IsClosed: true })
        {
            await store.DeletePendingReplyAsync(ending.Id, cancellationToken).ConfigureAwait(false);
            return;
        }

        var turn = await store.GetTurnAsync(ending.TurnId, cancellationToken).ConfigureAwait(false);
        var status = await statuses.OpenAsync(
            ending.Conversation,
            ending.StatusMessageId ?? turn?.StatusMessageId,
            null,
            Texts.For(conversation.Language),
            message => store.UpdatePendingReplyAsync(ending.Id, e => e with { StatusMessageId = message.MessageId }, CancellationToken.None),
            cancellationToken).ConfigureAwait(false);
        _ = statusEnd.ShowAsync(status, ending.Conversation, new Answer(ending.Text, ending.Buttons), ending);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Taken up again: {Turns} turns, {Renders} renders, {Endings} endings.")]
    private static partial void LogResumed(ILogger logger, int turns, int renders, int endings);
}
