using NemoBot.Core.Rendering;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Conversations.Turns;

/// <summary>Renders what was left unrendered because somebody waited behind, once nobody does.</summary>
internal sealed class OwedRender(IBotStore store, RenderDesk renders)
{
    public async Task CheckAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var conversation = await store.GetConversationAsync(context.Key, cancellationToken).ConfigureAwait(false);
        if (conversation is not { RenderOwed: true } || context.HasFollowers())
        {
            return;
        }

        await context.SaveConversationAsync(_ => conversation with { RenderOwed = false }, cancellationToken).ConfigureAwait(false);
        if (await store.GetDraftsAsync(context.Key, 1, cancellationToken).ConfigureAwait(false) is not [var draft])
        {
            return;
        }

        // The turn's own status message has its answer already; the render gets one of its own.
        await context.SaveAsync(t => t with { StatusMessageId = null }, cancellationToken).ConfigureAwait(false);
        var status = await context.ReopenStatusAsync(cancellationToken).ConfigureAwait(false);
        _ = renders.Start(new RenderOrder
        {
            Conversation = context.Conversation,
            Draft = draft,
            Status = status,
            TurnId = context.Turn.Id,
            Reply = "",
            IsAutomatic = true,
        });
    }
}
