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
        if (newest is [var draft] && draft.Project == conversation.Project)
        {
            await renders.StartAsync(context, draft, cancellationToken).ConfigureAwait(false);
        }

        await store.UpdateConversationAsync(context.Key, c => c with { RenderOwed = false }, cancellationToken).ConfigureAwait(false);
    }
}
