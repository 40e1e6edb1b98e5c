using NemoBot.Core.Platforms;

namespace NemoBot.Core.Storage;

/// <summary>
/// Everything that survives a restart. Each method is one transaction and returns once it is durable. Safe to call from many threads.
/// </summary>
/// <remarks>
/// A record is changed by a function that the store applies to the newest record inside its single writer, so that two changes never
/// overwrite each other. The function must be pure: a batch that is retried calls it again. An exception in it fails that call alone.
/// The id, the key and the conversation of a record are the store's: a function cannot change them. An update never inserts: it returns
/// null when the record was forgotten or pruned. Only the store may know whether there is more than one process.
/// </remarks>
public interface IBotStore : IAccountStore, IPlatformCursors, IMessageLog, IValueStore
{
    /// <summary>Creates or upgrades the schema.</summary>
    Task InitializeAsync(CancellationToken cancellationToken);

    /// <summary>Reads a conversation; null if it is new.</summary>
    Task<ConversationRecord?> GetConversationAsync(ConversationKey key, CancellationToken cancellationToken);

    /// <summary>Adds a conversation unless there is one with the same key.</summary>
    /// <returns>The stored record: the existing one if there is one.</returns>
    Task<ConversationRecord> AddConversationAsync(ConversationRecord conversation, CancellationToken cancellationToken);

    /// <summary>Changes a conversation.</summary>
    /// <returns>The newest record; null if there is no such conversation.</returns>
    Task<ConversationRecord?> UpdateConversationAsync(
        ConversationKey key, Func<ConversationRecord, ConversationRecord> change, CancellationToken cancellationToken);

    /// <summary>Moves everything that is kept of one conversation to another key; what the other had is kept too, older.</summary>
    Task MoveConversationAsync(ConversationKey from, ConversationKey to, CancellationToken cancellationToken);

    /// <summary>Counts what is kept of a conversation.</summary>
    Task<ConversationContents> DescribeConversationAsync(ConversationKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Conversations that were not used since a time: nothing of them is newer, and no turn, render, reply or log entry is kept any more.
    /// </summary>
    Task<IReadOnlyList<ConversationKey>> GetUnusedConversationsAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Deletes everything that is kept of a conversation, its own account and message log included.</summary>
    Task ForgetConversationAsync(ConversationKey key, CancellationToken cancellationToken);

    /// <summary>Adds a turn unless one with the same conversation and message id was added before.</summary>
    /// <returns>The turn with its id; null if it was there already.</returns>
    Task<TurnRecord?> AddTurnAsync(TurnRecord turn, CancellationToken cancellationToken);

    /// <summary>Changes a turn. An ended turn never becomes open again: such a change is dropped.</summary>
    /// <returns>The newest record; null if the turn is gone or the change was dropped.</returns>
    Task<TurnRecord?> UpdateTurnAsync(long id, Func<TurnRecord, TurnRecord> change, CancellationToken cancellationToken);

    /// <summary>Changes a turn and adds the render that it leads to. Nothing is written if the change is dropped.</summary>
    /// <returns>The newest record; null if the turn is gone or the change was dropped.</returns>
    Task<TurnRecord?> UpdateTurnAsync(long id, Func<TurnRecord, TurnRecord> change, RenderRecord render, CancellationToken cancellationToken);

    /// <summary>Ends an open turn, together with the reply that its status message still has to show.</summary>
    /// <returns>The reply with its id; null if the turn is gone or has ended already.</returns>
    Task<PendingReply?> EndTurnAsync(long id, Func<TurnRecord, TurnRecord> change, PendingReply reply, CancellationToken cancellationToken);

    /// <summary>Reads a turn.</summary>
    Task<TurnRecord?> GetTurnAsync(long id, CancellationToken cancellationToken);

    /// <summary>
    /// Claims the turns that are queued, running or sent and have no owner, are held by the owner already, or whose lease has expired; in order of id.
    /// </summary>
    Task<IReadOnlyList<TurnRecord>> ClaimOpenTurnsAsync(string owner, DateTimeOffset now, DateTimeOffset leaseUntil, CancellationToken cancellationToken);

    /// <summary>The newest turn of a conversation that was sent to a backend or failed before; null if there is none.</summary>
    Task<TurnRecord?> GetLastTurnAsync(ConversationKey key, CancellationToken cancellationToken);

    /// <summary>The turns of a conversation, from an id on, that were sent to a backend and are done; oldest first.</summary>
    Task<IReadOnlyList<TurnRecord>> GetDoneTurnsAsync(ConversationKey key, long fromId, CancellationToken cancellationToken);

    /// <summary>Adds a draft, gives it the next version of its conversation and drops old versions by <see cref="DraftThinning"/>.</summary>
    /// <param name="draft">The draft; its version is ignored.</param>
    /// <param name="turn">The turn that made it; null if none did.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The draft with its version; null if the turn was forgotten: what it made is not kept.</returns>
    Task<DraftRecord?> AddDraftAsync(DraftRecord draft, long? turn, CancellationToken cancellationToken);

    /// <summary>One version; null if it does not exist.</summary>
    Task<DraftRecord?> GetDraftAsync(ConversationKey key, int version, CancellationToken cancellationToken);

    /// <summary>The newest drafts, newest first.</summary>
    Task<IReadOnlyList<DraftRecord>> GetDraftsAsync(ConversationKey key, int count, CancellationToken cancellationToken);

    /// <summary>Adds a render. One that takes the place of an open render goes to the conversation of that one and ends it as failed, in one step.</summary>
    /// <param name="render">The new render.</param>
    /// <param name="replaced">The id of the open render whose place it takes; null if there is none.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>False if its conversation was forgotten, or the replaced render is gone or closed: nothing is written.</returns>
    Task<bool> AddRenderAsync(RenderRecord render, string? replaced, CancellationToken cancellationToken);

    /// <summary>Changes an open render.</summary>
    /// <returns>The newest record; null if the render is gone or closed: a closed render never opens again.</returns>
    Task<RenderRecord?> UpdateRenderAsync(string id, Func<RenderRecord, RenderRecord> change, CancellationToken cancellationToken);

    /// <summary>Ends an open render, together with the reply that its status message still has to show.</summary>
    /// <returns>The reply with its id; null if the render is gone or closed.</returns>
    Task<PendingReply?> EndRenderAsync(string id, Func<RenderRecord, RenderRecord> change, PendingReply reply, CancellationToken cancellationToken);

    /// <summary>Changes a reply that is still to be shown.</summary>
    /// <returns>The newest record; null if it is gone.</returns>
    Task<PendingReply?> UpdatePendingReplyAsync(long id, Func<PendingReply, PendingReply> change, CancellationToken cancellationToken);

    /// <summary>Deletes a reply: it is shown, or never will be.</summary>
    Task DeletePendingReplyAsync(long id, CancellationToken cancellationToken);

    /// <summary>Claims the replies that have no owner, that the owner holds already, or whose lease has expired; in order of id.</summary>
    Task<IReadOnlyList<PendingReply>> ClaimPendingRepliesAsync(
        string owner, DateTimeOffset now, DateTimeOffset leaseUntil, CancellationToken cancellationToken);

    /// <summary>One render; null if it does not exist.</summary>
    Task<RenderRecord?> GetRenderAsync(string id, CancellationToken cancellationToken);

    /// <summary>The renders of a conversation that are still kept, oldest first.</summary>
    Task<IReadOnlyList<RenderRecord>> GetRendersAsync(ConversationKey key, CancellationToken cancellationToken);

    /// <summary>Claims the renders that are not closed and have no owner, are held by the owner already, or whose lease has expired; oldest first.</summary>
    Task<IReadOnlyList<RenderRecord>> ClaimOpenRendersAsync(string owner, DateTimeOffset now, DateTimeOffset leaseUntil, CancellationToken cancellationToken);

    /// <summary>Extends the lease of everything open that the owner holds.</summary>
    Task RenewLeasesAsync(string owner, DateTimeOffset leaseUntil, CancellationToken cancellationToken);

    /// <summary>Deletes expired values, and ended turns (in whatever state they ended), closed renders, replies and log entries from before a time. Conversations and drafts stay.</summary>
    /// <returns>The number of deleted rows.</returns>
    Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
