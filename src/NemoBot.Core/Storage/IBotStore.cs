using NemoBot.Core.Platforms;

namespace NemoBot.Core.Storage;

/// <summary>
/// Everything that survives a restart. Each method is one transaction and returns once it is durable. Safe to call from many
/// threads. Nothing outside of it may assume that there is only one process.
/// </summary>
public interface IBotStore : IAccountStore, IPlatformCursors, IMessageLog
{
    /// <summary>Creates or upgrades the schema.</summary>
    Task InitializeAsync(CancellationToken cancellationToken);

    /// <summary>Reads a conversation; null if it is new.</summary>
    Task<ConversationRecord?> GetConversationAsync(ConversationKey key, CancellationToken cancellationToken);

    /// <summary>Adds or replaces a conversation.</summary>
    Task SaveConversationAsync(ConversationRecord conversation, CancellationToken cancellationToken);

    /// <summary>Moves everything that is kept of one conversation to another key; what the other had is kept too, older.</summary>
    Task MoveConversationAsync(ConversationKey from, ConversationKey to, CancellationToken cancellationToken);

    /// <summary>Deletes everything that is kept of a conversation, its own account and message log included.</summary>
    Task ForgetConversationAsync(ConversationKey key, CancellationToken cancellationToken);

    /// <summary>Adds a turn unless one with the same conversation and message id was added before.</summary>
    /// <returns>The turn with its id; null if it was there already.</returns>
    Task<TurnRecord?> AddTurnAsync(TurnRecord turn, CancellationToken cancellationToken);

    /// <summary>Replaces a turn.</summary>
    Task UpdateTurnAsync(TurnRecord turn, CancellationToken cancellationToken);

    /// <summary>Replaces a turn and adds the render that it leads to.</summary>
    Task UpdateTurnAsync(TurnRecord turn, RenderRecord render, CancellationToken cancellationToken);

    /// <summary>Replaces a turn that is over, together with what its status message still has to say.</summary>
    /// <returns>The ending with its id; null if the conversation was forgotten meanwhile.</returns>
    Task<PendingReply?> EndTurnAsync(TurnRecord turn, PendingReply ending, CancellationToken cancellationToken);

    /// <summary>Reads a turn.</summary>
    Task<TurnRecord?> GetTurnAsync(long id, CancellationToken cancellationToken);

    /// <summary>
    /// Claims the turns that are queued, running or sent and are nobody's, the owner's, or whose lease has run out; in order of id.
    /// </summary>
    Task<IReadOnlyList<TurnRecord>> ClaimOpenTurnsAsync(string owner, DateTimeOffset now, DateTimeOffset leaseUntil, CancellationToken cancellationToken);

    /// <summary>The newest turn of a conversation that was sent to a backend or failed before; null if there is none.</summary>
    Task<TurnRecord?> GetLastTurnAsync(ConversationKey key, CancellationToken cancellationToken);

    /// <summary>The turns of a conversation from an id on that were sent to a backend and done, oldest first: what a project was told so far.</summary>
    Task<IReadOnlyList<TurnRecord>> GetDoneTurnsAsync(ConversationKey key, long fromId, CancellationToken cancellationToken);

    /// <summary>Credits that turns which were sent since a moment took: those of one person on the platform, and those of one conversation.</summary>
    Task<CreditUse> GetCreditUseAsync(ConversationKey key, string authorId, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Adds a draft and gives it the next version of its conversation.</summary>
    Task<DraftRecord> AddDraftAsync(DraftRecord draft, CancellationToken cancellationToken);

    /// <summary>One version; null if it does not exist.</summary>
    Task<DraftRecord?> GetDraftAsync(ConversationKey key, int version, CancellationToken cancellationToken);

    /// <summary>The newest drafts, newest first.</summary>
    Task<IReadOnlyList<DraftRecord>> GetDraftsAsync(ConversationKey key, int count, CancellationToken cancellationToken);

    /// <summary>Adds or replaces a render.</summary>
    Task SaveRenderAsync(RenderRecord render, CancellationToken cancellationToken);

    /// <summary>Replaces a render that is over, together with what its status message still has to say.</summary>
    /// <returns>The ending with its id; null if the conversation was forgotten meanwhile.</returns>
    Task<PendingReply?> EndRenderAsync(RenderRecord render, PendingReply ending, CancellationToken cancellationToken);

    /// <summary>Deletes an ending: it stands in its message, or never will.</summary>
    Task DeletePendingReplyAsync(long id, CancellationToken cancellationToken);

    /// <summary>Claims the endings that are nobody's, the owner's, or whose lease has run out; in order of id.</summary>
    Task<IReadOnlyList<PendingReply>> ClaimPendingRepliesAsync(string owner, DateTimeOffset now, DateTimeOffset leaseUntil, CancellationToken cancellationToken);

    /// <summary>One render; null if it does not exist.</summary>
    Task<RenderRecord?> GetRenderAsync(string id, CancellationToken cancellationToken);

    /// <summary>Claims the renders that are not closed and are nobody's, the owner's, or whose lease has run out; oldest first.</summary>
    Task<IReadOnlyList<RenderRecord>> ClaimOpenRendersAsync(string owner, DateTimeOffset now, DateTimeOffset leaseUntil, CancellationToken cancellationToken);

    /// <summary>Prolongs the lease of everything open that the owner holds.</summary>
    Task RenewLeasesAsync(string owner, DateTimeOffset leaseUntil, CancellationToken cancellationToken);

    /// <summary>Deletes ended turns, closed renders, endings and log entries from before a time; conversations, drafts and seen ids stay usable.</summary>
    /// <returns>How many rows went.</returns>
    Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
