using NemoBot.Core.Rendering;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Turns;

/// <summary>Renders what was left unrendered because somebody waited behind, once nobody does.</summary>
internal sealed class DeferredRender(IBotStore store, RenderQueue renders)
{
    public async Task CheckAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var conversation = await store.GetConversationAsync(context.Key, cancellationToken).ConfigureAwait(false);
        if (conversation is not { RenderOwed: true } || context.HasFollowers())
        {
            return;
        }

        if (await store.GetDraftsAsync(context.Key, 1, cancellationToken).ConfigureAwait(false) is [var draft])
        {
            await StartAsync(context, draft, cancellationToken).ConfigureAwait(false);
        }

        await context.SaveConversationAsync(_ => conversation with { RenderOwed = false }, cancellationToken).ConfigureAwait(false);
    }

    private async Task StartAsync(TurnContext context, DraftRecord draft, CancellationToken cancellationToken)
    {
        // The turn's own status message has its answer already; the render gets one of its own.
        var record = renders.NewRecord(draft, context.Turn.Id, null);
        await context.SaveAsync(t => t with { StatusMessageId = null }, record).ConfigureAwait(false);
        renders.Start(new RenderRequest
        {
            Conversation = context.Conversation,
            Where = context.Where,
            Draft = draft,
            Record = record,
            Status = await context.ReopenStatusAsync(cancellationToken).ConfigureAwait(false),
            Reply = "",
            IsAutomatic = true,
        });
    }
}
