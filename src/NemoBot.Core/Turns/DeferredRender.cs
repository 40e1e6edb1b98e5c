using NemoBot.Core.Storage;

namespace NemoBot.Core.Turns;

/// <summary>Renders what was postponed because another turn waited behind, once none does.</summary>
internal sealed class DeferredRender(IBotStore store, RenderStarter renders)
{
    public async Task CheckAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (context.HasFollowers()
            || await store.GetConversationAsync(context.Key, cancellationToken).ConfigureAwait(false) is not { RenderOwed: true } conversation)
        {
            return;
        }

        var newest = await store.GetDraftsAsync(context.Key, 1, cancellationToken).ConfigureAwait(false);
        if (newest is [var draft] && draft.Project == conversation.Project && !await IsRenderedAsync(draft, cancellationToken).ConfigureAwait(false))
        {
            await renders.StartAsync(context, draft, cancellationToken).ConfigureAwait(false);
        }

        await store.UpdateConversationAsync(context.Key, c => c with { RenderOwed = false }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A crash, or a store that failed, between the start of the render and its note leaves the note behind.</summary>
    private async Task<bool> IsRenderedAsync(DraftRecord draft, CancellationToken cancellationToken)
    {
        var renders = await store.GetRendersAsync(draft.Conversation, cancellationToken).ConfigureAwait(false);
        return renders.Any(r => r.DraftVersion == draft.Version && !r.IsPreview && (!r.IsClosed || r.DeliveredMessageId is not null));
    }
}
