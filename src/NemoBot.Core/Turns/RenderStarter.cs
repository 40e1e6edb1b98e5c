using NemoBot.Core.Rendering;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Turns;

/// <summary>Starts the render that a turn leads to: the record first, then the work.</summary>
internal sealed class RenderStarter(RenderQueue renders, TimeProvider clock)
{
    /// <summary>Ends the turn and renders in its status message.</summary>
    /// <param name="context">The turn; its status message belongs to the render afterwards.</param>
    /// <param name="draft">The version to render.</param>
    /// <param name="reply">Shown above the progress.</param>
    /// <param name="cost">What the turn cost; null if unknown.</param>
    /// <param name="isAutomatic">Not asked for: a newer version makes it pointless.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task ContinueAsync(
        TurnContext context, DraftRecord draft, string reply, string? cost, bool isAutomatic, CancellationToken cancellationToken)
    {
        var status = await context.HandOverStatusAsync(cancellationToken).ConfigureAwait(false);
        status.Say(reply);
        var record = renders.NewRecord(draft, context.Turn.Id, status.Message);
        await context.SaveAsync(t => t with { State = TurnState.Done, Reply = reply, EndedAt = clock.GetUtcNow(), LeaseUntil = null }, record)
            .ConfigureAwait(false);
        renders.Start(new RenderRequest
        {
            Conversation = context.Conversation,
            Location = context.Location,
            Draft = draft,
            Record = record,
            Status = status,
            Reply = reply,
            Cost = cost,
            ReplyTo = context.ReplyTo,
            IsAutomatic = isAutomatic,
        });
    }

    /// <summary>Renders in a status message of its own, after the turn has ended.</summary>
    public async Task StartAsync(TurnContext context, DraftRecord draft, CancellationToken cancellationToken)
    {
        var record = renders.NewRecord(draft, context.Turn.Id, null);
        await context.SaveAsync(t => t with { StatusMessageId = null }, record).ConfigureAwait(false);
        renders.Start(new RenderRequest
        {
            Conversation = context.Conversation,
            Location = context.Location,
            Draft = draft,
            Record = record,
            Status = await context.ReopenStatusAsync(cancellationToken).ConfigureAwait(false),
            Reply = "",
            IsAutomatic = true,
        });
    }
}
