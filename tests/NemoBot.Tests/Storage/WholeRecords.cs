using NemoBot.Core.Storage;

namespace NemoBot.Tests.Storage;

/// <summary>Writes whole records through the store's changes, for tests that set a scene.</summary>
internal static class WholeRecords
{
    public static async Task SaveConversationAsync(this IBotStore store, ConversationRecord record, CancellationToken cancellationToken)
    {
        await store.AddConversationAsync(record, cancellationToken);
        await store.UpdateConversationAsync(record.Key, _ => record, cancellationToken);
    }

    /// <summary>Adds a draft that no turn made.</summary>
    public static async Task<DraftRecord> AddDraftAsync(this IBotStore store, DraftRecord draft, CancellationToken cancellationToken) =>
        (await store.AddDraftAsync(draft, turn: null, cancellationToken))!;

    public static Task<TurnRecord?> UpdateTurnAsync(this IBotStore store, TurnRecord turn, CancellationToken cancellationToken) =>
        store.UpdateTurnAsync(turn.Id, _ => turn, cancellationToken);

    public static Task<TurnRecord?> UpdateTurnAsync(this IBotStore store, TurnRecord turn, RenderRecord render, CancellationToken cancellationToken) =>
        store.UpdateTurnAsync(turn.Id, _ => turn, render, cancellationToken);

    public static Task<PendingReply?> EndTurnAsync(this IBotStore store, TurnRecord turn, PendingReply reply, CancellationToken cancellationToken) =>
        store.EndTurnAsync(turn.Id, _ => turn, reply, cancellationToken);

    public static Task<bool> AddRenderAsync(this IBotStore store, RenderRecord render, CancellationToken cancellationToken) =>
        store.AddRenderAsync(render, replaced: null, cancellationToken);

    public static async Task SaveRenderAsync(this IBotStore store, RenderRecord render, CancellationToken cancellationToken)
    {
        if (await store.GetRenderAsync(render.Id, cancellationToken) is null)
        {
            await store.AddConversationAsync(Samples.Conversation(render.Conversation), cancellationToken);
            await store.AddRenderAsync(render, cancellationToken);
        }
        else
        {
            await store.UpdateRenderAsync(render.Id, _ => render, cancellationToken);
        }
    }

    public static Task<PendingReply?> EndRenderAsync(this IBotStore store, RenderRecord render, PendingReply reply, CancellationToken cancellationToken) =>
        store.EndRenderAsync(render.Id, _ => render, reply, cancellationToken);
}
