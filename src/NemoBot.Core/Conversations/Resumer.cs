using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Conversations.Lanes;
using NemoBot.Core.Conversations.Turns;
using NemoBot.Core.Delivery;
using NemoBot.Core.Rendering;
using NemoBot.Core.Replies;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Conversations;

/// <summary>Takes up after a restart what an earlier process left: renders go on, waiting turns run, old ones ask first.</summary>
internal sealed partial class Resumer(
    IBotStore store,
    Engine engine,
    PlatformDirectory platforms,
    LiveStatusFactory statuses,
    RenderDesk renders,
    ContextFactory contexts,
    TurnEnd end,
    IOptions<EngineOptions> options,
    TimeProvider clock,
    ILogger<Resumer> logger)
{
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var until = now + options.Value.Lease;
        var begun = await store.ClaimOpenRendersAsync(options.Value.Instance, now, until, cancellationToken).ConfigureAwait(false);
        foreach (var render in begun.Where(r => platforms.Has(r.Conversation)))
        {
            await ResumeAsync(render, cancellationToken).ConfigureAwait(false);
        }

        var turns = await store.ClaimOpenTurnsAsync(options.Value.Instance, now, until, cancellationToken).ConfigureAwait(false);
        foreach (var turn in turns.Where(t => platforms.Has(t.Message.Conversation)))
        {
            await ResumeAsync(turn, now, cancellationToken).ConfigureAwait(false);
        }

        LogResumed(logger, turns.Count, begun.Count);
    }

    /// <summary>Keeps the claims while this process lives.</summary>
    public async Task KeepClaimsAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.Value.Lease / 3, clock);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            await store.RenewLeasesAsync(options.Value.Instance, clock.GetUtcNow() + options.Value.Lease, cancellationToken).ConfigureAwait(false);
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
            engine.Queue(new LaneItem(turn));
            return;
        }

        await using var context = await contexts.OpenAsync(turn, cancellationToken).ConfigureAwait(false);
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
            await store.SaveRenderAsync(render with { IsClosed = true, EndedAt = clock.GetUtcNow() }, cancellationToken).ConfigureAwait(false);
            return;
        }

        var turn = await store.GetTurnAsync(render.TurnId, cancellationToken).ConfigureAwait(false);
        var status = await statuses.OpenAsync(
            render.Conversation,
            render.StatusMessageId ?? turn?.StatusMessageId,
            Texts.For(conversation.Language),
            message => store.SaveRenderAsync(render with { StatusMessageId = message.MessageId }, CancellationToken.None),
            cancellationToken).ConfigureAwait(false);
        status.Say(turn?.Reply ?? "");
        _ = renders.Start(new RenderOrder
        {
            Conversation = conversation,
            Draft = draft,
            Status = status,
            TurnId = render.TurnId,
            Reply = turn?.Reply ?? "",
            IsAutomatic = turn?.Prompt is not null,
            Begun = render,
        });
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Taken up again: {Turns} turns, {Renders} renders.")]
    private static partial void LogResumed(ILogger logger, int turns, int renders);
}
