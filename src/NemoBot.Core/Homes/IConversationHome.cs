using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Homes;

/// <summary>The conversations that this process works on.</summary>
public interface IConversationHome
{
    /// <summary>Runs a stored turn or enqueues it, and does not wait for it. A turn that is enqueued already stays where it is.</summary>
    Task<InboundReceipt> DispatchAsync(TurnRecord turn, CancellationToken cancellationToken);

    /// <summary>Continues what another process left open.</summary>
    Task ResumeAsync(LaneWork work, CancellationToken cancellationToken);

    /// <summary>Moves a conversation to another key, with the work that is under way.</summary>
    Task MoveAsync(ConversationKey from, ConversationKey to, CancellationToken cancellationToken);

    /// <summary>Stops the work of a conversation.</summary>
    Task CloseAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>
    /// Drops the work of a conversation without a word: another process continues it. Returns once nothing of it runs any more.
    /// </summary>
    Task AbandonAsync(ConversationKey conversation);

    /// <summary>Returns true if a turn, render or reply runs or waits here.</summary>
    bool Has(OpenWork work);

    /// <summary>Returns true if nothing runs or waits in a conversation.</summary>
    bool IsIdle(ConversationKey conversation);
}
